import CurlMulti
import InvitationImporter

/// A connection to the server that stays open while a person is asked, so that what follows keeps to the same pace.
final class TransportSession {
    let transport: CurlTransport
    let wakeUp: WakeUp

    /// Opens it; give it back with ``close()``.
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

    func close() {
        transport.close()
        wakeUp.close()
    }

    /// Does a piece of work that Ctrl-C interrupts, with its progress shown.
    ///
    /// - Returns: Why it ended; also what libcurl fails at as a whole ends it so that it can be gone on with.
    func work(_ style: ProgressStyle, _ work: (ProgressDisplay) throws -> StopReason) throws -> StopReason {
        Interruptions.catchSignals(waking: wakeUp.writeEnd)
        defer { Interruptions.release() }
        let display = ProgressDisplay(style, words: ProgressText.line)
        defer { display.finish() }
        do {
            return try work(display)
        } catch let failure as TransportFailure {
            return .gaveUp("this machine can make no requests: \(failure)")
        }
    }
}
