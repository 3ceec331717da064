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
        var findings = FindingsText(command.input.files, limit: 20)
        let server = try command.connection.server(environment)
        let journal = try command.directory.journalState(
            organization: command.input.organization(environment), origin: server.origin)
        let policy = command.policy
        var planner = try Planner(sources.inputs, command.input.options(environment))
        let look = ServerLook(command.connection, command.look, server, policy, command.style)
        let (directory, notes) = try look.directory(for: planner, environment)
        planner = try planner.knowing(directory)
        var outlook = Outlook()
        let plan = try planner.plan { row in
            findings.add(row)
            outlook.add(row, journal, policy.retry, resendUnknown: command.sending.resendUnknown)
            if command.showRequests, row.next(journal, policy.retry, resendUnknown: false) == .send, row.there == nil {
                try Terminal.printRequest(row, server.api)
            }
        }
        if !command.quiet {
            let more = PlanText.lines(plan, outlook, server: server.words, command.brakes.first, policy)
            (findings.lines + PlanText.lines(plan) + notes + more).forEach(Terminal.say)
            let would = command.brakes.forbidsSending(plan).map { "nothing would be sent: \($0)" }
            let mails = "\(PlanText.mails(outlook, first: command.brakes.first)) would go out, nothing was sent."
            Terminal.say("This was a dry run: \(would ?? mails)")
        }
        if command.json { try Terminal.printData(plan.json.serialized) }
        return plan.count(.error) > 0 || command.brakes.forbidsSending(plan) != nil ? 1 : 0
    }
}
