import CurlMulti
import InvitationImporter

/// A connection to the server that stays open while a person is asked, so that what follows keeps the same pace.
final class TransportSession {
    let transport: CurlTransport
    let wakeUp: WakeUp
    /// How many requests can be under way at once.
    let slots: Int
    private let log: ExchangeLog?
    private var display: ProgressDisplay?
    private var isClosed = false

    /// Opens the connection. Close it with ``close()``.
    ///
    /// - Parameter slots: The number of requests at once; fewer if the process may not have that many files open.
    init(_ server: Server, slots: Int) throws {
        log = server.log
        var options = server.options
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
    func fitted(_ policy: SendingPolicy) -> SendingPolicy {
        var policy = policy
        policy.concurrency = min(policy.concurrency, slots)
        return policy
    }

    /// The context of work over this connection: signals interrupt it, and its progress is shown.
    var context: SessionContext {
        SessionContext(
            interruptions: { Interruptions.signals }, show: { [weak self] in self?.display?.update($0) },
            observe: log.map { log in { log.take($0) } })
    }

    /// Closes all connections; a second call does nothing.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        transport.close()
        wakeUp.close()
    }

    /// Does a piece of work that Ctrl-C interrupts, and shows its progress.
    ///
    /// - Returns: Why it ended. If libcurl fails as a whole, that also ends it in a way that can be resumed.
    func work(_ style: ProgressStyle, _ work: () throws -> StopReason) throws -> StopReason {
        Interruptions.catchSignals(waking: wakeUp.writeEnd)
        defer { Interruptions.release() }
        let display = ProgressDisplay(style, words: ProgressText.line, json: ProgressText.json)
        self.display = display
        defer {
            display.finish()
            self.display = nil
        }
        do {
            return try work()
        } catch let failure as TransportFailure {
            return .gaveUp("this machine can make no requests: \(failure)")
        }
    }
}
