import ArgumentParser
import InvitationImporter

/// Says whether an import could work, and what a person has to do about it if not. Reads only.
struct DoctorCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say whether the server, the token and the rights are as an import needs them.",
        discussion: HelpText.discussion(
            """
            Looks at the way to the server, the clock, the token, the organization, and at each list that an import \
            reads. Changes nothing. The exit code is the one that an import would end with, and 0 if nothing is wrong.
            """,
            examples: [
                ("k0rdent-invite doctor", "with the variables that are set"),
                ("k0rdent-invite doctor --org acme --verbose", "with each request"),
                ("k0rdent-invite doctor --json", "for scripts"),
            ]))

    @OptionGroup var organization: OrganizationOption
    @OptionGroup(title: "Connection") var connection: ConnectionOptions
    @OptionGroup var progress: ProgressOption
    @OptionGroup var output: OutputOptions

    var color: ColorChoice { output.color }
    var progressChoice: ProgressStyle? { progress.progress }

    /// A person waits for the answer, so a server in trouble is not waited for as long as an import would.
    private static let patience = Duration.seconds(20)

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let server = try connection.server(environment)
        let tokens = try connection.tokens(environment)
        let asked = organization.name(environment)
        let examination = try examine(server, tokens, asked)
        let diagnosis = Diagnosis(
            examination, server: server.words, isEncrypted: !server.api.isPlainHTTP, caFile: connection.caFile,
            tokenPlace: connection.tokenPlace(environment), canRenew: tokens.isRenewable, organization: asked)
        if output.json {
            try Terminal.printData(diagnosis.json.serialized)
        } else if !output.quiet {
            for line in diagnosis.facts { try Terminal.tell(line) }
        }
        diagnosis.problems.forEach { Terminal.say($0.line) }
        if !output.quiet, !output.json, diagnosis.problems.isEmpty {
            try Terminal.tell("An import would find everything that it needs.")
        }
        return diagnosis.exitCode
    }

    /// Reads what the server has; for the only organization that it knows, if none is named.
    private func examine(_ server: InvitationServer, _ tokens: TokenSource, _ organization: String) throws
        -> ServerExamination
    {
        var policy = SendingPolicy()
        policy.retry.giveUpAfter = Self.patience
        let transport = try TransportSession(
            server, slots: 4, context: connection.context(progress.style(besides: output, connection)))
        defer { transport.close() }
        let session = ServerSession(
            over: transport.transport, server.api, tokens, transport.fitted(policy), context: transport.context)
        var examination = ServerExamination()
        for _ in 1...2 {
            let only = examination.snapshot.organizations.flatMap { $0.count == 1 ? $0[0].id : nil }
            let names = organization.isEmpty ? [only].compactMap(\.self) : [organization]
            let ending = try transport.work {
                examination = try session.examine(names)
                return examination.stop ?? .complete
            }
            if ending != .complete { examination.stop = ending }
            if !names.isEmpty || examination.stop != nil { break }
        }
        return examination
    }
}
