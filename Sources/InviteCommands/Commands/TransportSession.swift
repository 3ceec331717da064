import CurlMulti
import InvitationImporter

/// A connection to the server that stays open while a person is asked, so that what follows keeps to the same pace.
final class TransportSession {
    let transport: CurlTransport
    let wakeUp: WakeUp
    /// How many requests can be under way at once.
    let slots: Int
    private var display: ProgressDisplay?
    private var isClosed = false

    /// Opens it; give it back with ``close()``.
    ///
    /// - Parameter slots: Requests under way at once; fewer if the process may not have as many files open.
    init(_ options: CurlTransport.Options, slots: Int) throws {
        var options = options
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

    /// A policy that asks for no more at once than there is room for.
    func fitted(_ policy: SendingPolicy) -> SendingPolicy {
        var policy = policy
        policy.concurrency = min(policy.concurrency, slots)
        return policy
    }

    /// What is around whatever is done over it: signals interrupt, and what is at work shows how far it is.
    var context: SessionContext {
        SessionContext(interruptions: { Interruptions.signals }, show: { [weak self] in self?.display?.update($0) })
    }

    /// Closes all connections; a second call does nothing.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        transport.close()
        wakeUp.close()
    }

    /// Does a piece of work that Ctrl-C interrupts, with its progress shown.
    ///
    /// - Returns: Why it ended; also what libcurl fails at as a whole ends it so that it can be gone on with.
    func work(_ style: ProgressStyle, _ work: () throws -> StopReason) throws -> StopReason {
        Interruptions.catchSignals(waking: wakeUp.writeEnd)
        defer { Interruptions.release() }
        let display = ProgressDisplay(style, words: ProgressText.line)
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
