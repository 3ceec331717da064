import ArgumentParser
import InvitationImporter
import SystemPackage

/// The dry run: reads and checks, writes no file; opens a connection only if it is told to look at the server.
struct CheckCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read and check files, without any connection.")

    @OptionGroup var input: InputOptions
    @OptionGroup(title: "Connection") var connection: ConnectionOptions
    @OptionGroup(title: "Looking first") var look: PreflightOptions

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

    @Flag(help: "Fail as well if the role map has no line for one of their roles or groups.")
    var strict = false

    func validate() throws {
        if json, showRequests {
            throw ValidationError("Give --json or --show-requests, not both; --json has the requests too.")
        }
        if !online, let option = look.given.first { throw ValidationError("\(option) is for --online.") }
        if online, look.preflight == .off { throw ValidationError("--online looks; leave out --preflight off.") }
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
        let looked = try server.map { server in
            let look = Preflight(connection, look, server, policy, quiet ? .none : progress)
            return try look.result(for: planner, environment)
        }
        planner = try planner.knowing(looked?.directory)
        if let words = PlanText.wrongOrganization(options, looked?.directory) {
            Terminal.say("error: \(words)")
            return 78
        }
        var found = DryRunJSON()
        var outlook = RunPreview()
        let plan = try planner.plan { row in
            outlook.add(row, JournalState())
            if json { found.add(row, in: names[row.input]) }
            if !quiet { for finding in row.findings { Terminal.say(finding.line(in: names[row.input])) } }
            guard json || showRequests, looked?.exitCode == nil, row.there == nil,
                let request = row.request(to: server?.api)
            else { return }
            if json { found.add(request: request) } else { try Terminal.printData(request.serialized) }
        }
        if !quiet { say(plan, outlook, looked, server, policy) }
        if json { try Terminal.printData(found.value(plan, outlook, gaps: looked?.gaps, policy).serialized) }
        let isBad = plan.count(.error) > 0 || (strict && !plan.unmapped.isEmpty)
        return looked?.exitCode ?? (isBad ? 1 : 0)
    }

    private func say(
        _ plan: PlanSummary, _ outlook: RunPreview, _ looked: Preflight.Result?, _ server: Server?,
        _ policy: SendingPolicy
    ) {
        (PlanText.lines(plan) + PreflightOptions.lines(looked?.gaps ?? [])).forEach(Terminal.say)
        let more =
            server.map { PlanText.lines(plan, outlook, server: $0.words, policy) }
            ?? PlanText.time(outlook.mails, policy)
        more.forEach(Terminal.say)
        if plan.invitations > plan.organizations.values.reduce(0, +) {
            Terminal.say("No organization was named; import needs one: --org, K0RDENT_ORG or a column.")
        }
        guard let looked else { return }
        let forbidden = PlanText.whyNotSent(nil, plan, looked)
        Terminal.say(forbidden.map { "Nothing would be sent: \($0)" } ?? "\(PlanText.mails(outlook)) would go out.")
    }
}
