import ArgumentParser
import CurlMulti
import InvitationImporter

/// One `import` on its way: plan, question, sending, reports, each said to the person.
struct ImportSession {
    private let command: ImportCommand
    private let run: ImportRun
    private let server: Server
    private let tokens: TokenSource
    private let policy: SendingPolicy

    init(_ command: ImportCommand, _ run: ImportRun, _ server: Server, _ tokens: TokenSource) {
        self.command = command
        self.run = run
        self.server = server
        self.tokens = tokens
        policy = command.policy
    }

    /// Does the import and answers with the exit code.
    func execute(_ sources: [ByteSource], _ options: ImportOptions) throws -> Int32 {
        if let dropped = run.journal.droppedTail {
            say("The last line of the journal was cut off by a crash (\(dropped) bytes); it was dropped.")
        }
        let way = try TransportSession(server.options, slots: policy.concurrency)
        defer { way.close() }
        let connection = try run.session(
            over: way.transport, server.api, tokens, way.fitted(policy), context: way.context)
        return try execute(sources, options, connection, way)
    }

    private func execute(
        _ sources: [ByteSource], _ options: ImportOptions, _ connection: ServerSession<CurlTransport>,
        _ way: TransportSession
    ) throws -> Int32 {
        var findings = FindingsText(sources.map(\.name), limit: 20)
        var (directory, ending): (ServerSnapshot?, StopReason?)
        let plan = try run.prepare(
            sources, options,
            lookUp: { organizations, people in
                (directory, ending) = try command.look.look(connection, way, organizations, people, command.style)
                return directory
            }, each: { findings.add($0) })
        if let words = PlanText.wrongOrganization(plan, options, directory) {
            Terminal.say("error: \(words)")
            return 78
        }
        if !command.quiet { findings.lines.forEach(Terminal.say) }
        (PlanText.lines(plan) + PreflightOptions.lines(directory?.gaps ?? [])).forEach(say)
        if let words = command.brakes.forbidsSending(plan) {
            Terminal.say("Nothing was sent: \(words)")
            return 1
        }
        run.note(connection)
        if let ending { return try finish(ending, way, leftForLater: false) }
        if command.look.preflight == .require, directory.map({ !$0.gaps.isEmpty }) ?? false {
            Terminal.say("Nothing was sent: not everything could be looked at, see above (--preflight require).")
            return 75
        }
        let outlook = try run.outlook(first: command.brakes.first)
        PlanText.lines(plan, outlook, server: server.words, policy).forEach(say)
        PlanText.warnings(run.neighbours, outlook).forEach(Terminal.say)
        guard outlook.left > 0 else { return try finish(.complete, way, leftForLater: false) }
        guard isConfirmed(outlook) else {
            Terminal.say("Nothing was sent.")
            return 1
        }
        return try finish(try send(connection, way), way, leftForLater: outlook.mailsNow < outlook.mails)
    }

    private func isConfirmed(_ outlook: RunPreview) -> Bool {
        let mails = outlook.mailsNow
        guard mails > 0 else { return true }
        if let warning = tokens.warning(forRunOf: policy.estimatedTime(for: mails)) {
            Terminal.say("warning: \(warning)")
        }
        guard !command.yes else { return true }
        return Terminal.confirms(PlanText.question(outlook, host: server.place), mails: mails)
    }

    private func say(_ text: String) {
        if !command.quiet { Terminal.say(text) }
    }

    private func send(_ connection: ServerSession<CurlTransport>, _ way: TransportSession) throws -> StopReason {
        try way.work(command.style) {
            try run.send(
                connection, first: command.brakes.first)
        }
    }

    private func finish(_ ending: StopReason, _ way: TransportSession, leftForLater: Bool) throws -> Int32 {
        // Reports need descriptors, and nothing is sent any more.
        way.close()
        let (summary, json): (RunSummary, JSONValue)
        do {
            (summary, json) = try run.report(ending, leftForLater: leftForLater)
        } catch let error as RunError where error.kind == .cannotWrite {
            SummaryText.withoutReports(ending, error, run.directory).forEach(Terminal.say)
            return error.exitCode
        }
        if command.json { try Terminal.printData(json.serialized) }
        SummaryText.lines(summary, run.directory).forEach(say)
        if command.quiet, summary.exitCode != 0 { Terminal.say(SummaryText.verdict(summary)) }
        return summary.exitCode
    }
}
