import ArgumentParser
import InvitationImporter
import SystemPackage

/// Says what has become of a run's invitations.
struct StatusCommand: FollowUpCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what became of the invitations of an import: pending, accepted, expired or gone.",
        discussion: HelpText.discussion(
            """
            Reads who was invited from the folder of an import, and the organizations' lists of invitations from the \
            server; sends nothing. An invitation counts as gone if two readings of the list do not show it. \
            report.html in the folder then shows what was found, unless the folder is being worked in or cannot be \
            written.
            """,
            examples: [
                ("k0rdent-invite status team.run", "numbers, then people"),
                ("k0rdent-invite status team.run --csv", "everybody"),
                ("k0rdent-invite status team.*-of-8.run", "all shards together"),
                ("k0rdent-invite status team.run --only pending", "whom to remind"),
            ]))

    @OptionGroup var follow: FollowUpOptions

    @Flag(help: "Print everybody as CSV on standard output.")
    var csv = false

    @Option(
        help: ArgumentHelp(
            "List only people of this status; the numbers are of everybody.", valueName: "status"))
    var only: InvitationStatus?

    func validate() throws {
        if follow.output.json, csv { throw ValidationError("Give --json or --csv, not both.") }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let server = try follow.connection.server(environment)
        let followUp = try FollowUp(follow.runs.directories, origin: server.origin, toChange: false)
        defer { followUp.close() }
        for (directory, dropped) in followUp.droppedTails {
            let journal = Printable.escape(directory.file("journal.jsonl").string, limit: 200)
            Terminal.say("The last line of \(journal) is cut off (\(dropped) bytes); it does not count.")
        }
        let ending = try preflight(followUp, server, environment)
        let form: StatusReport.Form = follow.output.json ? .json : csv ? .csv : .text
        let report = try StatusReport(followUp, form, only: only) { bytes in try Terminal.printData(bytes) }
        if ending == .complete { keep(followUp) }
        try tell(report, followUp)
        StatusText.troubles(ending, followUp.statuses).forEach(Terminal.say)
        if let code = ending.exitCode { return code }
        return !followUp.statuses.unread.isEmpty ? 75 : report.count(.unknown) > 0 ? 2 : 0
    }

    /// The page in the folder gets what was found. What is told here does not depend on it.
    private func keep(_ followUp: FollowUp) {
        do {
            try followUp.keepStatuses()
        } catch {
            follow.say("report.html does not show this: \(error)")
        }
    }

    private func tell(_ report: StatusReport, _ followUp: FollowUp) throws {
        let organizations = followUp.statuses.organizations.count
        let lines = StatusText.lines(
            report, run: Phrase.paths(followUp.runs.map(\.directory.path)), organizations: organizations,
            height: Terminal.height)
        try follow.output.tell(lines, besidesData: csv)
        let unknown = report.count(.unknown)
        if follow.output.quiet, unknown > 0 {
            let people = Phrase.count(unknown, "person", "people")
            Terminal.say("\(people) perhaps invited; importing the file again finds out.")
        }
    }

    private func preflight(_ followUp: FollowUp, _ server: InvitationServer, _ environment: CommandEnvironment) throws
        -> StopReason
    {
        guard !followUp.statuses.organizations.isEmpty else { return .complete }
        let tokens = try follow.connection.tokens(environment)
        let connection = try TransportSession(server, slots: 4, context: follow.connection.context(follow.style))
        defer { connection.close() }
        let session = try followUp.session(
            over: connection.transport, server.api, tokens, connection.fitted(follow.policy),
            context: connection.context)
        return try connection.work { try followUp.preflight(session) }
    }
}
