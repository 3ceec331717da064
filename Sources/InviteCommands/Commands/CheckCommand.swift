import ArgumentParser
import InvitationImporter
import SystemPackage

/// The dry run: reads and checks, and writes no run directory. Opens a connection only with `--online`.
struct CheckCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read and check files, without any connection.")

    @OptionGroup var input: InputOptions
    @OptionGroup(title: "Connection") var connection: ConnectionOptions
    @OptionGroup(title: "Looking first") var preflight: PreflightOptions

    @Flag(help: "Compare with the server as well: roles, groups, members and invitations.")
    var online = false

    @OptionGroup var split: ShardOption
    @OptionGroup var strictness: StrictOption
    @OptionGroup(title: "What the time is estimated for") var pace: PaceOption
    @OptionGroup(title: "What the time is estimated for") var quotas: QuotaOption
    @OptionGroup var requests: RequestsOption
    @OptionGroup var progress: ProgressOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try requests.check(besides: output)
        if !online, let option = preflight.given.first { throw ValidationError("\(option) is for --online.") }
        if online, preflight.mode == .off { throw ValidationError("--online looks; leave out --preflight off.") }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let sources = try TemporaryInput.sources(input.files)
        let names = sources.inputs.map(\.name)
        var options = try input.options(environment)
        options.needsOrganization = online
        options.shard = try split.named(environment)
        let policy = try policy(of: options.shard)
        let server = online ? try connection.server(environment) : nil
        var repeated = RepeatedFindings()
        var printed = PreviewOutput(names, server?.api, json: output.json, requests: requests.showRequests)
        let preview = try ImportPreview(
            of: sources.inputs, options, everyRow: output.json || requests.showRequests,
            preflight: { try ask(server, $0, policy, environment) },
            each: { row, goesOut in
                if !output.quiet {
                    for finding in row.findings where repeated.saysAlone(finding, in: names[row.place.input]) {
                        Terminal.say(finding.line(in: names[row.place.input]))
                    }
                }
                try printed.add(row, goesOut: goesOut)
            })
        repeated.rest.forEach(Terminal.say)
        if !output.quiet { try say(preview, server, policy) }
        try printed.finish(preview, gaps: online ? preview.preflight.gaps : nil, policy)
        if let hindrance = preview.preflight.hindrance { return hindrance.exitCode }
        let errors = strictness.strict ? preview.plan.errorsInAll + preview.plan.unmappedInAll : 0
        return errors > 0 || preview.plan.count(.error) > 0 || preview.plan.forbidsSending ? 1 : 0
    }

    /// The policy for the whole import.
    private var policy: SendingPolicy {
        var policy = SendingPolicy()
        (policy.pace, policy.quotas) = (pace.rate.pace, quotas.quota)
        return policy
    }

    private func policy(of shard: Shard) throws -> SendingPolicy {
        try ShardOption.saying { () throws(Shard.Problem) in try policy.part(of: shard) }
    }

    private func ask(
        _ server: Server?, _ question: PreflightQuestion, _ policy: SendingPolicy, _ environment: CommandEnvironment
    ) throws -> PreflightResult {
        guard let server else { return PreflightResult() }
        let style = progress.style(besides: output)
        return try PreflightAlone(
            preflight: Preflight(options: preflight, style: style), connection: connection, server: server,
            policy: policy, environment: environment
        ).result(question)
    }

    private func say(_ preview: ImportPreview, _ server: Server?, _ policy: SendingPolicy) throws {
        let parts = try ShardText.lines(preview.plan, self.policy)
        (PlanText.lines(preview.plan) + parts).forEach(Terminal.say)
        PreviewText.gaps(preview.preflight.gaps).forEach(Terminal.say)
        guard let server else {
            PreviewText.time(preview.run.mails, policy).forEach(Terminal.say)
            return sayWithoutOrganization(preview.plan)
        }
        PreviewText.lines(preview, server: server.words, policy).forEach(Terminal.say)
        sayWithoutOrganization(preview.plan)
        let reason = PreviewText.reason(forSendingNothing: preview.preflight)
        Terminal.say(
            reason.map { "Nothing would be sent: \($0)" } ?? "\(PreviewText.mails(preview.run)) would go out.")
    }

    private func sayWithoutOrganization(_ plan: PlanSummary) {
        guard plan.invitations > plan.organizations.values.reduce(0, +) else { return }
        Terminal.say("No organization was named; import needs one: --org, K0RDENT_ORG or a column.")
    }
}
