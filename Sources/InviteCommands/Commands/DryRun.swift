import InvitationImporter

/// `import --dry-run`: shows the plan that `import` would show, without a run directory and without sending.
struct DryRun {
    private let command: ImportCommand
    private let environment: CommandEnvironment

    init(_ command: ImportCommand, _ environment: CommandEnvironment) {
        self.command = command
        self.environment = environment
    }

    /// Does the dry run and returns the exit code.
    func run() throws -> Int32 {
        let sources = try TemporaryInput.sources(command.input.files)
        let names = sources.inputs.map(\.name)
        let options = try command.options(environment)
        let policy = try command.policy(of: options.shard)
        let brakes = command.brakes.brakes
        let first = brakes.first(of: options.shard)
        let directory = try command.directory(environment)
        let server = try command.connection.server(environment)
        let preflight = try PreflightAlone(
            preflight: command.preflightOptions.policy, server: server,
            context: command.connection.context(command.style), policy: policy,
            tokens: { try command.connection.tokens(environment) })
        let journal = try directory.journalState(
            organization: command.input.organization.name(environment), origin: server.origin, shard: options.shard)
        var findings = FindingsText(limit: 20, errorsOnly: command.output.quiet)
        var printed = PreviewOutput(
            names, server.api, json: command.output.json, requests: command.requests.showRequests)
        var neighbours: [NeighbourRun] = []
        let preview = try ImportPreview(
            of: sources.inputs, options, journal, first: first,
            preflight: { question in
                var result = try preflight.result(question)
                neighbours = result.look(beside: directory, names, origin: server.origin, question)
                return result
            },
            each: { row, goesOut in
                findings.add(row, in: names[row.place.input])
                try printed.add(row, goesOut: goesOut)
            })
        try preview.requireOrganization()
        if let problem = NeighbourRun.problem(with: neighbours, for: options.shard) { throw problem }
        let reason =
            brakes.reason(against: preview.plan).map(BrakeText.words)
            ?? PreviewText.reason(forSendingNothing: preview.preflight)
        let warnings = ChoiceText.warnings(preview.missing, "in the files")
        if command.output.quiet {
            (findings.lines + warnings + [reason.map { "Nothing would be sent: \($0)" }].compactMap(\.self)).forEach(
                Terminal.say)
        } else {
            let end =
                warnings + PreviewText.warnings(neighbours, preview.run)
                + ["This was a dry run: \(Self.verdict(preview.run, reason))"]
            try command.output.tell(
                findings.lines + lines(of: preview, server, policy) + end, besidesData: command.requests.showRequests)
        }
        try printed.finish(preview, gaps: preview.preflight.gaps, policy)
        if let hindrance = preview.preflight.hindrance { return hindrance.exitCode }
        return preview.plan.count(.error) > 0 || reason != nil ? 1 : 0
    }

    /// The plan, and what would come of it.
    private func lines(
        of preview: ImportPreview, _ server: InvitationServer, _ policy: SendingPolicy
    ) throws -> [String] {
        PlanText.lines(preview.plan) + PreviewText.gaps(preview.preflight.gaps)
            + (try ShardText.lines(preview.plan, command.policy, first: command.brakes.brakes.first))
            + PreviewText.lines(preview, server: server.words, policy)
    }

    private static func verdict(_ preview: RunPreview, _ reason: String?) -> String {
        if let reason { return "nothing would be sent: \(reason)" }
        return "\(PreviewText.mails(preview)) would go out, nothing was sent."
    }
}
