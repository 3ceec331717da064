import CurlMulti
import InvitationImporter

/// A connection to the server that stays open while a person is asked, so that what follows keeps the same pace.
final class TransportSession {
    let transport: CurlTransport
    let wakeUp: WakeUp
    private var display: ProgressDisplay?

    /// Opens the connection. Close it with ``close()``.
    init(_ options: CurlTransport.Options, slots: Int) throws {
        wakeUp = try WakeUp()
        var options = options
        options.slots = slots
        do {
            transport = try CurlTransport(options, wakeUp: wakeUp)
        } catch {
            wakeUp.close()
            throw error
        }
    }

    /// The context of work over this connection: signals interrupt it, and its progress is shown.
    var context: SessionContext {
        SessionContext(interruptions: { Interruptions.signals }, show: { [weak self] in self?.display?.update($0) })
    }

    func close() {
        transport.close()
        wakeUp.close()
    }

    /// Does a piece of work that Ctrl-C interrupts, and shows its progress.
    ///
    /// - Returns: Why it ended. If libcurl fails as a whole, that also ends it in a way that can be resumed.
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
