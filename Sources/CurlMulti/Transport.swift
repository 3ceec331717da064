/// A way to exchange HTTP requests for answers, many at once, on one thread.
///
/// Whoever drives a transport starts requests while there are free slots, and polls. The transport owns the clock, so
/// that a simulated one can run a whole import in virtual time.
public protocol Transport: AnyObject {
    /// The time now.
    var now: Instant { get }

    /// How many more requests may be started before one ends.
    var freeSlots: Int { get }

    /// Starts a request. What becomes of it, even that it could not be started, is told by ``poll(until:)``.
    ///
    /// - Parameters:
    ///   - request: What to send.
    ///   - tag: A number of the caller's that comes back in ``HTTPExchange/tag``.
    /// - Precondition: `freeSlots > 0`.
    func start(_ request: HTTPRequest, tag: Int)

    /// A descriptor whose next byte, or end, ends a poll early as well; `nil` for none.
    var watched: Int32? { get set }

    /// Waits until an exchange has ended, the deadline has passed, somebody rang the ``WakeUp``, or there is something to
    /// read from ``watched``.
    ///
    /// - Returns: The exchanges that ended; empty if the wait ended for another reason.
    /// - Throws: ``TransportFailure`` if the transport as a whole is broken.
    func poll(until deadline: Instant) throws(TransportFailure) -> [HTTPExchange]
}

extension Transport {
    /// Nothing is watched by a transport that waits for nothing in this world.
    public var watched: Int32? {
        get { nil }
        set {}
    }
}
