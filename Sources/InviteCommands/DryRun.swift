import InvitationImporter

/// `import --dry-run`: the plan that `import` would show, without a run directory or a connection.
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
        var outlook = Outlook()
        let policy = command.sending.policy
        let plan = try Planner(sources.inputs, command.input.options(environment)).plan { row in
            findings.add(row)
            outlook.add(row, journal, policy.retry, resendUnknown: command.sending.resendUnknown)
        }
        if !command.quiet {
            let more = PlanText.lines(plan, outlook, server: server.words, command.first, policy)
            (findings.lines + PlanText.lines(plan) + more).forEach(Terminal.say)
            let would = command.forbidsSending(plan).map { "nothing would be sent: \($0)" }
            let mails = "\(PlanText.mails(outlook, first: command.first)) would go out, nothing was sent."
            Terminal.say("This was a dry run: \(would ?? mails)")
        }
        if command.json { try Terminal.printData(plan.json.serialized) }
        return plan.count(.error) > 0 ? 1 : 0
    }
}
