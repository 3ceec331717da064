import CurlMulti
import InvitationImporter

/// `import --dry-run`: the plan that `import` would show, without a run directory and without sending.
struct DryRun {
    private let command: ImportCommand
    private let environment: CommandEnvironment

    init(_ command: ImportCommand, _ environment: CommandEnvironment) {
        self.command = command
        self.environment = environment
    }

    func run() throws -> Int32 {
        let sources = try TemporaryInput.sources(command.input.files)
        let names = sources.inputs.map(\.name)
        let options = try command.input.options(environment)
        let server = try command.connection.server(environment)
        let journal = try command.directory.journalState(
            organization: command.input.organization(environment), origin: server.origin)
        let policy = command.policy
        var planner = try Planner(sources.inputs, options)
        let look = Preflight(command.connection, command.look, server, policy, command.style)
        let looked = try look.result(for: planner, environment)
        planner = try planner.knowing(looked.directory)
        if let words = PlanText.wrongOrganization(options, looked.directory) {
            Terminal.say("error: \(words)")
            return 78
        }
        var findings = FindingsText(names, limit: 20)
        var outlook = RunPreview(first: command.brakes.first)
        var json = DryRunJSON()
        let plan = try planner.plan { row in
            findings.add(row)
            if command.json { json.add(row, in: names[row.input]) }
            let mails = outlook.mailsNow
            outlook.add(row, journal)
            // Whoever is looked up first may need no request.
            let next = row.next(journal)
            guard looked.exitCode == nil, outlook.mailsNow > mails, next == .send,
                let request = row.request(to: server.api)
            else { return }
            if command.json { json.add(request: request) }
            if command.showRequests { try Terminal.printData(request.serialized) }
        }
        if let words = PlanText.wrongOrganization(plan, options, looked.directory) {
            Terminal.say("error: \(words)")
            return 78
        }
        let forbidden = PlanText.whyNotSent(command.brakes, plan, looked)
        if !command.quiet {
            let more = PlanText.lines(plan, outlook, server: server.words, policy)
            let notes = PreflightOptions.lines(looked.gaps)
            (findings.lines + PlanText.lines(plan) + notes + more).forEach(Terminal.say)
            if !(looked.directory?.hasInvitations ?? false) {
                let neighbours = NeighbourRun.find(
                    beside: command.directory, names, origin: server.origin, people: planner.people)
                PlanText.warnings(neighbours, outlook).forEach(Terminal.say)
            }
            Terminal.say("This was a dry run: \(Self.verdict(outlook, forbidden))")
        }
        if command.json {
            try Terminal.printData(json.value(plan, outlook, gaps: looked.gaps, policy).serialized)
        }
        return looked.exitCode ?? (plan.count(.error) > 0 || forbidden != nil ? 1 : 0)
    }

    private static func verdict(_ outlook: RunPreview, _ forbidden: String?) -> String {
        if let forbidden { return "nothing would be sent: \(forbidden)" }
        return "\(PlanText.mails(outlook)) would go out, nothing was sent."
    }
}
