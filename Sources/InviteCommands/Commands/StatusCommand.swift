import ArgumentParser
import InvitationImporter

/// Says what has become of a run's invitations.
struct StatusCommand: FollowUpCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what became of the invitations of an import: pending, accepted, expired or gone.",
        discussion: """
            Reads who was invited from the folder of an import, and the organizations' lists of invitations from the \
            server; changes neither. An invitation counts as gone if two readings of the list do not show it.
            """)

    @OptionGroup var follow: FollowUpOptions

    @Flag(help: "Print the numbers and everybody as JSON on standard output.")
    var json = false

    @Flag(help: "Print everybody as CSV on standard output.")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("Give --json or --csv, not both.") }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let server = try follow.connection.server(environment)
        let followUp = try FollowUp(follow.directory, origin: server.origin, toChange: false)
        defer { followUp.close() }
        if let dropped = followUp.journal.droppedTail {
            Terminal.say("The last line of the journal is cut off (\(dropped) bytes); it does not count.")
        }
        let ending = try look(followUp, server, environment)
        let form: StatusReport.Form = json ? .json : csv ? .csv : .text
        let report = try StatusReport(followUp, form) { bytes in try Terminal.printData(bytes) }
        if !follow.quiet { StatusText.lines(report, followUp).forEach(Terminal.say) }
        StatusText.troubles(ending, followUp.statuses).forEach(Terminal.say)
        if let code = ending.exitCode { return code }
        return !followUp.statuses.unread.isEmpty ? 75 : report.count(.unknown) > 0 ? 2 : 0
    }

    private func look(_ followUp: FollowUp, _ server: Server, _ environment: CommandEnvironment) throws -> StopReason {
        guard !followUp.statuses.organizations.isEmpty else { return .complete }
        let tokens = try follow.connection.tokens(environment)
        let way = try TransportSession(server.options, slots: 4)
        defer { way.close() }
        let session = try followUp.session(
            over: way.transport, server.api, tokens, way.fitted(follow.policy), context: way.context)
        return try way.work(follow.style) { try followUp.look(session) }
    }
}
