import ArgumentParser
import InvitationImporter
import SystemPackage

/// The dry run: reads and checks, and writes no run directory. Opens a connection only with `--online`.
struct CheckCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read and check files, without any connection.",
        discussion: HelpText.discussion(
            "Says what is wrong with which row, and what an import would send. Writes nothing but the page of --html.",
            examples: [
                ("k0rdent-invite check team.csv", "the files alone"),
                ("k0rdent-invite check --online team.csv", "compared with the server"),
                ("k0rdent-invite check team.csv --html plan.html", "a page for approval"),
                ("k0rdent-invite check team.csv --json", "for scripts"),
            ]))

    @OptionGroup var input: InputOptions
    @OptionGroup(title: "Connection") var connection: ConnectionOptions
    @OptionGroup(title: "Looking first") var preflightOptions: PreflightOptions

    @Flag(help: "Compare with the server as well: roles, groups, members and invitations.")
    var online = false

    @Option(
        help: ArgumentHelp(
            "Write the plan as a page for a browser too, for whoever has to approve it.", valueName: "file"))
    var html: String?

    @OptionGroup var split: ShardOption
    @OptionGroup var strictness: StrictOption
    @OptionGroup(title: "What the time is estimated for") var pace: PaceOption
    @OptionGroup(title: "What the time is estimated for") var quotas: QuotaOption
    @OptionGroup var requests: RequestsOption
    @OptionGroup var progress: ProgressOption
    @OptionGroup var output: OutputOptions

    var color: ColorChoice { output.color }
    var progressChoice: ProgressStyle? { progress.progress }

    func validate() throws {
        try requests.check(besides: output)
        if !online, let option = preflightOptions.given.first { throw ValidationError("\(option) is for --online.") }
        // A page takes the place of an older one; a mistyped name must not take the place of the people.
        if let html, ![".html", ".htm"].contains(where: html.lowercased().hasSuffix) {
            throw ValidationError("--html writes a page; give it a name that ends in .html.")
        }
        if online, preflightOptions.mode == .off { throw ValidationError("--online looks; leave out --preflight off.") }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let sources = try TemporaryInput.sources(input.files)
        let names = sources.inputs.map(\.name)
        var options = try input.options(environment)
        options.needsOrganization = online
        options.shard = try split.named(environment)
        let policy = try policy(of: options.shard)
        let server = online ? try connection.server(environment) : nil
        let alone = try server.map { try preflight(of: $0, policy, environment) }
        // A file with more findings than anybody reads at once is told as it is read.
        var findings = FindingsText(limit: .max, room: 10_000, errorsOnly: output.quiet)
        var page = PlanPage(names)
        var printed = PreviewOutput(names, server?.api, json: output.json, requests: requests.showRequests)
        let preview = try ImportPreview(
            of: sources.inputs, options, everyRow: output.json || requests.showRequests || html != nil,
            preflight: { try alone?.result($0) ?? PreflightResult() },
            each: { row, goesOut in
                try findings.add(row, in: names[row.place.input]) { try tell([$0]) }
                if html != nil { page.add(row, goesOut: goesOut) }
                try printed.add(row, goesOut: goesOut)
            })
        try tell(findings.lines)
        try tellPlan(preview, server, policy)
        if let html { try write(page, preview, to: html, server) }
        try printed.finish(preview, gaps: online ? preview.preflight.gaps : nil, policy)
        if let hindrance = preview.preflight.hindrance { return hindrance.exitCode }
        let errors = strictness.strict ? preview.plan.errorsInAll + preview.plan.unmappedInAll : 0
        return errors > 0 || preview.plan.count(.error) > 0 || preview.plan.forbidsSending ? 1 : 0
    }

    private func write(_ page: PlanPage, _ preview: ImportPreview, to html: String, _ server: InvitationServer?) throws
    {
        // The columns of a terminal are no columns on a page.
        let time = PreviewText.time(preview.run.mailsNow, policy).map {
            $0.split(separator: " ").joined(separator: " ")
        }
        try page.write(preview, to: FilePath(html), server: server?.words, time)
        try tell(output.quiet ? [] : ["Page: \(Printable.escape(html, limit: 1000))"])
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

    private func preflight(
        of server: InvitationServer, _ policy: SendingPolicy, _ environment: CommandEnvironment
    ) throws -> PreflightAlone {
        try PreflightAlone(
            preflight: preflightOptions.policy, server: server,
            context: connection.context(progress.style(besides: output, connection)), policy: policy,
            tokens: { try connection.tokens(environment) })
    }

    /// Tells what is wrong. That is part of the result, unless nothing else is to be said.
    private func tell(_ lines: [String]) throws {
        if output.quiet { return lines.forEach(Terminal.say) }
        try output.tell(lines, besidesData: requests.showRequests)
    }

    private func tellPlan(_ preview: ImportPreview, _ server: InvitationServer?, _ policy: SendingPolicy) throws {
        var brakes = ImportBrakes()
        brakes.isStrict = strictness.strict
        let why =
            brakes.reason(against: preview.plan).map(BrakeText.words)
            ?? PreviewText.reason(forSendingNothing: preview.preflight)
        let reason = why.map { "Nothing would be sent: \($0)" }
        if output.quiet { return try tell([reason].compactMap(\.self)) }
        var lines = PlanText.lines(preview.plan)
        lines += try ShardText.lines(preview.plan, self.policy)
        lines += PreviewText.gaps(preview.preflight.gaps)
        lines +=
            server.map { PreviewText.lines(preview, server: $0.words, policy) }
            ?? PreviewText.time(preview.run.mails, policy)
        if preview.plan.invitations > preview.plan.organizations.values.reduce(0, +) {
            lines.append("No organization was named; import needs one: --org, K0RDENT_ORG or a column.")
        }
        let end = server.map { _ in "\(Phrase.sentence(PreviewText.mails(preview.run))) would go out." }
        lines += [reason ?? end].compactMap(\.self)
        try tell(lines)
    }
}
