/// A way to exchange many HTTP requests for replies at once, on one thread.
///
/// The caller starts requests while there are free slots, and polls. The transport owns the clock, so that a simulated
/// one can run a whole import in virtual time.
public protocol Transport: AnyObject {
    /// The time now.
    var now: Instant { get }

    /// How many more requests may be started before one ends.
    var freeSlots: Int { get }

    /// Starts a request. ``poll(until:)`` tells what became of it, even if it could not be started.
    ///
    /// - Parameters:
    ///   - request: What to send.
    ///   - tag: The caller's own number, which comes back in ``HTTPExchange/tag``.
    /// - Precondition: `freeSlots > 0`.
    func start(_ request: HTTPRequest, tag: Int)

    /// A descriptor that also ends a poll early, when it can be read or has ended; `nil` for none.
    var watched: Int32? { get set }

    /// Waits until an exchange has ended, the deadline has passed, the ``WakeUp`` was signalled, or ``watched`` can be
    /// read.
    ///
    /// - Returns: The exchanges that ended; empty if the wait ended for another reason.
    /// - Throws: ``TransportFailure`` if the transport as a whole is broken.
    func poll(until deadline: Instant) throws(TransportFailure) -> [HTTPExchange]
}

extension Transport {
    /// A simulated transport has no descriptors, so it watches none.
    public var watched: Int32? {
        get { nil }
        set {}
    }
}
