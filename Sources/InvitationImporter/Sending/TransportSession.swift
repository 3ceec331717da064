public import CurlMulti

/// A connection to a server that stays open while a person is asked, so that what follows keeps the same pace.
///
/// Belongs to one thread.
public final class TransportSession {
    /// The way to the server.
    public let transport: CurlTransport
    /// What is around the work over this connection.
    public let context: SessionContext
    /// How many requests can be under way at once.
    public let slots: Int
    private let wakeUp: WakeUp
    private var isClosed = false

    /// Opens the connection. Close it with ``close()``.
    ///
    /// - Parameters:
    ///   - server: The server.
    ///   - slots: The number of requests at once; fewer if the process may not have that many files open.
    ///   - context: What is around the work.
    /// - Throws: `TransportFailure` if this process has no files left to open, or libcurl cannot be used.
    public init(
        _ server: InvitationServer, slots: Int, context: SessionContext = SessionContext()
    ) throws(TransportFailure) {
        self.context = context
        var options = server.transport
        options.slots = try Self.slots(slots)
        self.slots = options.slots
        wakeUp = try WakeUp()
        do {
            transport = try CurlTransport(options, wakeUp: wakeUp)
        } catch {
            wakeUp.close()
            throw error
        }
    }

    private static func slots(_ wanted: Int) throws(TransportFailure) -> Int {
        let open = OpenFileLimit().open
        let limit = OpenFileLimit().raised(to: OpenFileLimit.needed(for: wanted, open: open))
        guard let slots = limit.connections(wanted: wanted, open: open) else {
            throw TransportFailure(
                .shortage,
                "This process may have only \(limit.now) files open at once, and needs "
                    + "\(OpenFileLimit.needed(for: 1, open: open)). Nothing was sent. Raise the limit (ulimit -n), and run "
                    + "the same command again.")
        }
        return slots
    }

    /// The policy, with no more requests at once than there are slots.
    public func fitted(_ policy: SendingPolicy) -> SendingPolicy {
        var policy = policy
        policy.concurrency = min(policy.concurrency, slots)
        return policy
    }

    /// Closes all connections; a second call does nothing.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        transport.close()
        wakeUp.close()
    }

    /// Does a piece of work, between the beginning and the end that the context has for it.
    ///
    /// - Returns: Why it ended. If libcurl fails as a whole, that also ends it in a way that can be resumed.
    public func work(_ work: () throws -> StopReason) throws -> StopReason {
        context.begin(wakeUp)
        defer { context.end() }
        do {
            return try work()
        } catch let failure as TransportFailure {
            return .gaveUp("this machine can make no requests: \(failure)")
        }
    }

    /// Reads from the server what the plan needs.
    public func preflight(
        _ question: PreflightQuestion, _ policy: PreflightPolicy, _ session: ServerSession<CurlTransport>
    ) throws -> PreflightResult {
        guard policy.mode != .off else { return PreflightResult() }
        var snapshot = ServerSnapshot()
        let ending = try work {
            let organizations = question.organizations.filter { !$0.isEmpty }
            let (found, ending) = try session.preflight(organizations, for: question.people)
            snapshot = found
            return ending ?? .complete
        }
        if ending != .complete { return PreflightResult(hindrance: .stopped(ending)) }
        snapshot.sendsNames = policy.sendsNames
        let isIncomplete = policy.mode == .require && !snapshot.gaps.isEmpty
        return PreflightResult(snapshot, hindrance: isIncomplete ? .incomplete : nil)
    }
}
