import ArgumentParser
import InvitationImporter
import SystemPackage

/// The dry run: reads and checks, writes no file; opens a connection only if it is told to look at the server.
struct CheckCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read and check files, without any connection.")

    @OptionGroup var input: InputArguments
    @OptionGroup(title: "Connection") var connection: ConnectionArguments
    @OptionGroup(title: "Looking first") var look: LookArguments

    @Flag(help: "Compare with the server as well: roles, groups, members and invitations.")
    var online = false

    @Flag(help: "Print the requests that import would send, a JSON object a line, on standard output.")
    var showRequests = false

    @Option(help: "The pace that the time is estimated for: auto, a limit such as 50/s or 30/min, or unlimited.")
    var rate = PaceArgument(.auto)

    @Option(
        help: ArgumentHelp("A quota that the time is estimated for, such as 250/h or 500/d.", valueName: "n/window"))
    var quota: [Quota] = []

    @Option(help: "How progress with --online is shown: auto, bar, log or none.")
    var progress = ProgressStyle.auto

    @Flag(help: "Print what was found as JSON on standard output.")
    var json = false

    @Flag(name: .shortAndLong, help: "Say only what went wrong as a whole.")
    var quiet = false

    func validate() throws {
        if json, showRequests { throw ValidationError("Give --json or --show-requests, not both.") }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let sources = try TemporaryInput.sources(input.files)
        let names = sources.inputs.map(\.name)
        var options = try input.options(environment)
        options.needsOrganization = online
        var policy = SendingPolicy()
        (policy.pace, policy.quotas) = (rate.pace, quota)
        var planner = try Planner(sources.inputs, options)
        let server = online ? try connection.server(environment) : nil
        var notes: [String] = []
        if let server {
            let ahead = ServerLook(connection, look, server, policy, quiet ? .none : progress)
            let (directory, said) = try ahead.directory(for: planner, environment)
            planner = try planner.knowing(directory)
            notes = said
            if look.preflight == .require, directory.map({ !$0.lacks.isEmpty }) ?? true {
                notes.forEach(Terminal.say)
                return 75
            }
        }
        var lines: [JSONValue] = []
        var outlook = Outlook()
        let plan = try planner.plan { row in
            outlook.add(row, JournalState(), policy.retry, resendUnknown: false)
            if json { lines += Self.json(row, names[row.input], isOnline: online) }
            if !quiet { for finding in row.findings { Terminal.say(finding.line(in: names[row.input])) } }
            if showRequests, row.there == nil { try Terminal.printRequest(row, server?.api) }
        }
        if !quiet { say(plan, outlook, notes, server, policy) }
        if json {
            var members = plan.json.members ?? []
            members.append(.init("found", .array(lines)))
            try Terminal.printData(JSONValue.object(members).serialized)
        }
        return plan.count(.error) > 0 ? 1 : 0
    }

    private func say(
        _ plan: PlanSummary, _ outlook: Outlook, _ notes: [String], _ server: Server?, _ policy: SendingPolicy
    ) {
        (PlanText.lines(plan) + notes).forEach(Terminal.say)
        let more =
            server.map { PlanText.lines(plan, outlook, server: $0.words, nil, policy) }
            ?? PlanText.time(outlook.mails, policy)
        more.forEach(Terminal.say)
        if plan.invitations > plan.organizations.values.reduce(0, +) {
            Terminal.say("No organization was named; import needs one: --org, K0RDENT_ORG or a column.")
        }
    }

    /// The findings of a row and, where the server was looked at, what will be done about it.
    private static func json(_ row: PlannedRow, _ file: String, isOnline: Bool) -> [JSONValue] {
        var found = row.findings.map { json($0, row, file) }
        if let there = row.there {
            found.append(
                .object([
                    "file": .string(file), "row": .integer(row.row), "line": .integer(row.line),
                    "there": .string(there.rawValue),
                ]))
        }
        return found
    }

    private static func json(_ finding: Finding, _ row: PlannedRow, _ file: String) -> JSONValue {
        let place: [JSONValue.Member] = [.init("file", .string(file)), .init("row", .integer(row.row))]
        return .object(place + (finding.json.members ?? []))
    }
}
