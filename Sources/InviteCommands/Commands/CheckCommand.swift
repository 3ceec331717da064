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

    @Option(
        help: ArgumentHelp(
            "Write the plan as a page for a browser too, for whoever has to approve it.", valueName: "file"))
    var html: String?

    @OptionGroup var strictness: StrictOption
    @OptionGroup(title: "What the time is estimated for") var pace: PaceOption
    @OptionGroup(title: "What the time is estimated for") var quotas: QuotaOption
    @OptionGroup var requests: RequestsOption
    @OptionGroup var progress: ProgressOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try requests.check(besides: output)
        if !online, let option = preflight.given.first { throw ValidationError("\(option) is for --online.") }
        // A page takes the place of an older one; a mistyped name must not take the place of the people.
        if let html, ![".html", ".htm"].contains(where: html.lowercased().hasSuffix) {
            throw ValidationError("--html writes a page; give it a name that ends in .html.")
        }
        if online, preflight.mode == .off { throw ValidationError("--online looks; leave out --preflight off.") }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let sources = try TemporaryInput.sources(input.files)
        let names = sources.inputs.map(\.name)
        var options = try input.options(environment)
        options.needsOrganization = online
        let server = online ? try connection.server(environment) : nil
        var repeated = RepeatedFindings()
        var page = PlanPage(names)
        var printed = PreviewOutput(names, server?.api, json: output.json, requests: requests.showRequests)
        let preview = try ImportPreview(
            of: sources.inputs, options, everyRow: output.json || requests.showRequests || html != nil,
            preflight: { try ask(server, $0, environment) },
            each: { row, goesOut in
                if !output.quiet {
                    for finding in row.findings where repeated.saysAlone(finding, in: names[row.place.input]) {
                        Terminal.say(finding.line(in: names[row.place.input]))
                    }
                }
                if html != nil { page.add(row, goesOut: goesOut) }
                try printed.add(row, goesOut: goesOut)
            })
        repeated.rest.forEach(Terminal.say)
        if !output.quiet { say(preview, server) }
        if let html { try write(page, preview, to: html, server) }
        try printed.finish(preview, gaps: online ? preview.preflight.gaps : nil, policy)
        if let hindrance = preview.preflight.hindrance { return hindrance.exitCode }
        let isBad = preview.plan.count(.error) > 0 || (strictness.strict && !preview.plan.unmapped.isEmpty)
        return isBad ? 1 : 0
    }

    private func write(
        _ page: PlanPage, _ preview: ImportPreview, to html: String, _ server: Server?
    ) throws {
        // The columns of a terminal are no columns on a page.
        let time = PreviewText.time(preview.run.mailsNow, policy).map {
            $0.split(separator: " ").joined(separator: " ")
        }
        try page.write(preview, to: FilePath(html), server: server?.words, time)
        if !output.quiet { Terminal.say("Page: \(Printable.escape(html, limit: 1000))") }
    }

    private var policy: SendingPolicy {
        var policy = SendingPolicy()
        (policy.pace, policy.quotas) = (pace.rate.pace, quotas.quota)
        return policy
    }

    private func ask(
        _ server: Server?, _ question: PreflightQuestion, _ environment: CommandEnvironment
    ) throws -> PreflightResult {
        guard let server else { return PreflightResult() }
        let style = progress.style(besides: output)
        return try PreflightAlone(
            preflight: Preflight(options: preflight, style: style), connection: connection, server: server,
            policy: policy, environment: environment
        ).result(question)
    }

    private func say(_ preview: ImportPreview, _ server: Server?) {
        PlanText.lines(preview.plan).forEach(Terminal.say)
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
