import CurlMulti
import InvitationImporter

/// One `import` from plan to reports: plan, question, sending, reports. It tells the person about each.
struct ImportSession {
    private let command: ImportCommand
    private let run: ImportRun
    private let server: Server
    private let tokens: TokenSource
    private let policy: SendingPolicy

    init(
        _ command: ImportCommand, _ run: ImportRun, _ server: Server, _ tokens: TokenSource, _ policy: SendingPolicy
    ) {
        self.command = command
        self.run = run
        self.server = server
        self.tokens = tokens
        self.policy = policy
    }

    /// Does the import and returns the exit code.
    func execute(_ sources: [ByteSource], _ options: ImportOptions) throws -> Int32 {
        if let dropped = run.journal.droppedTail {
            say("The last line of the journal was cut off by a crash (\(dropped) bytes); it was dropped.")
        }
        let connection = try TransportSession(server, slots: policy.concurrency)
        defer { connection.close() }
        let session = try run.session(
            over: connection.transport, server.api, tokens, connection.fitted(policy), context: connection.context)
        let preview = try preview(sources, options, session, connection)
        if let words = command.brakes.forbidsSending(preview.plan) { return stopped(words, code: 1) }
        run.note(session)
        switch preview.preflight.hindrance {
        case .stopped(let reason): return try finish(reason, connection, leftForLater: false)
        case .incomplete, .failed:
            return stopped(PreviewText.reason(forSendingNothing: preview.preflight) ?? "", code: 75)
        case nil: break
        }
        PreviewText.lines(preview, server: server.words, policy).forEach(say)
        let warnings = ChoiceText.warnings(preview.missing, "in the files")
        (warnings + PreviewText.warnings(run.neighbours, preview.run)).forEach(Terminal.say)
        let leftForLater = preview.run.leavesForLater
        guard preview.run.left > 0 else { return try finish(.complete, connection, leftForLater: leftForLater) }
        if let refusal = try refusal(preview.run) {
            let left = run.leavesNothing ? " Everything that was written for it is removed." : ""
            Terminal.say("Nothing was sent.\(refusal.words)\(left)")
            return refusal.code
        }
        let ending = try send(session, connection, first: command.brakes.first(of: options.shard))
        return try finish(ending, connection, leftForLater: leftForLater)
    }

    /// Plans everything and shows what the files hold.
    private func preview(
        _ sources: [ByteSource], _ options: ImportOptions, _ session: ServerSession<CurlTransport>,
        _ connection: TransportSession
    ) throws -> ImportPreview {
        var findings = FindingsText(limit: 20)
        let preview = try run.prepare(
            sources, options, first: command.brakes.first(of: options.shard),
            preflight: { try command.preflight.result($0, over: connection, session) },
            each: { findings.add($0, in: $1) })
        try preview.requireOrganization()
        let parts = try ShardText.lines(preview.plan, command.policy, first: command.brakes.first)
        (findings.lines + PlanText.lines(preview.plan) + parts).forEach(say)
        PreviewText.gaps(preview.preflight.snapshot?.gaps ?? []).forEach(say)
        return preview
    }

    /// Why nothing is sent after the plan; `nil` if the person agrees, or nobody would be mailed.
    private func refusal(_ preview: RunPreview) throws -> Question.Refusal? {
        let mails = preview.mailsNow
        guard mails > 0 else { return nil }
        if let warning = tokens.warning(forRunOf: policy.estimatedTime(for: mails)) {
            Terminal.say("warning: \(warning)")
        }
        guard !command.confirmation.yes else { return nil }
        return try Question(PreviewText.question(preview, at: server.place), mails: mails).ask()
    }

    private func say(_ text: String) {
        if !command.output.quiet { Terminal.say(text) }
    }

    private func stopped(_ reason: String, code: Int32) -> Int32 {
        Terminal.say("Nothing was sent: \(reason)")
        return code
    }

    private func send(
        _ session: ServerSession<CurlTransport>, _ connection: TransportSession, first: Int?
    ) throws -> StopReason {
        try connection.work(command.style) { try run.send(session, first: first) }
    }

    private func finish(
        _ ending: StopReason, _ connection: TransportSession, leftForLater: Bool
    ) throws -> Int32 {
        // Nothing is sent any more, and the reports need the descriptors.
        connection.close()
        let (summary, json): (RunSummary, JSONValue)
        do {
            (summary, json) = try run.report(ending, leftForLater: leftForLater)
        } catch let error as RunError where error.kind == .cannotWrite {
            SummaryText.withoutReports(ending, error, run.directory).forEach(Terminal.say)
            return error.exitCode
        }
        if command.output.json { try Terminal.printData(json.serialized) }
        command.output.tellEnd(SummaryText.lines(summary, [run.directory]))
        if command.output.quiet { SummaryText.troubles(summary, [run.directory]).forEach(Terminal.say) }
        return summary.exitCode
    }
}
