import CurlMulti
import InvitationImporter

/// A way to the server that Ctrl-C can interrupt, with progress shown, for as long as a piece of work takes.
struct Connected {
    let transport: CurlTransport
    let bell: WakeUp
    let display: ProgressDisplay

    /// Opens the way, does the work and closes it.
    static func with<Result>(
        _ options: CurlTransport.Options, slots: Int, _ style: ProgressStyle, _ work: (Connected) throws -> Result
    ) throws -> Result {
        let bell = try WakeUp()
        defer { bell.close() }
        var options = options
        options.slots = slots
        let transport = try CurlTransport(options, wakeUp: bell)
        defer { transport.close() }
        Interruptions.catchSignals(ringing: bell.writeEnd)
        defer { Interruptions.release() }
        let display = ProgressDisplay(style)
        defer { display.finish() }
        return try work(Connected(transport: transport, bell: bell, display: display))
    }
}
