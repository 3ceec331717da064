import InvitationImporter
import SystemPackage

/// `import --again expired RUN`: reinvites people whose invitation by that run has expired or was revoked, and nobody
/// else.
struct ImportReinvite {
    private let command: ImportCommand
    private let environment: CommandEnvironment
    private let policy: SendingPolicy
    private let reason: ReinvitePlan.Reason

    init(_ command: ImportCommand, _ environment: CommandEnvironment) {
        self.command = command
        self.environment = environment
        policy = command.policy
        reason = command.reinvite ?? .expired
    }

    /// Does it and returns the exit code.
    func run() throws -> Int32 {
        let chosen = try command.choice.people()
        let server = try command.connection.server(environment)
        let directories = command.input.files.map { RunDirectory(FilePath($0)) }
        let followUp = try FollowUp(
            directories, origin: server.origin, toChange: !command.dryRun, locks: environment.locks)
        defer { followUp.close() }
        guard !followUp.statuses.organizations.isEmpty else {
            say("Nobody was invited by \(Phrase.run(followUp)), so nobody can be invited anew.")
            return 0
        }
        let tokens = try command.connection.tokens(environment)
        let connection = try TransportSession(
            server, slots: policy.concurrency, context: command.connection.context(command.style))
        defer { connection.close() }
        let session = try followUp.session(
            over: connection.transport, server.api, tokens, connection.fitted(policy), context: connection.context)
        let found = try connection.work { try followUp.preflight(session) }
        StatusText.troubles(found, followUp.statuses).forEach(Terminal.say)
        if let code = found.exitCode { return code }
        let gaps = PreviewText.gaps(followUp.gaps)
        gaps.forEach(say)
        if command.preflightOptions.mode == .require, !gaps.isEmpty || !followUp.statuses.unread.isEmpty {
            Terminal.say("Nothing was sent: not everything could be looked at, see above (--preflight require).")
            return 75
        }
        let plan = try followUp.reinvitePlan(reason, of: chosen)
        let missing = try followUp.missing(chosen)
        let whom = "among those whom \(Phrase.run(followUp)) invited"
        let warnings = ChoiceText.warnings(missing, whom)
        let isWhole = followUp.statuses.unread.isEmpty
        let lines = ReinviteText.lines(plan, server: server.words, command.brakes.first, isWhole: isWhole)
        if command.dryRun {
            if command.output.json { try Terminal.printData(ReinviteText.json(plan).serialized) }
            try command.output.tell(lines + warnings + ["This was a dry run: nothing was sent."])
            return isWhole ? 0 : 75
        }
        lines.forEach(say)
        warnings.forEach(Terminal.say)
        if chosen.choosesNobody(missing) {
            Terminal.say("Nothing was sent: \(ChoiceText.nobody) \(whom).")
            return 1
        }
        guard plan.count > 0 else { return try finish(followUp, connection, .complete) }
        if let code = try ask(plan, server) { return code }
        let ending = try connection.work { try followUp.reinvite(plan, session, first: command.brakes.first) }
        return try finish(followUp, connection, ending)
    }

    private func say(_ text: String) {
        if !command.output.quiet { Terminal.say(text) }
    }

    /// Asks whether to go on, unless the person has said so.
    ///
    /// - Returns: The exit code for no; `nil` for yes.
    private func ask(_ plan: ReinvitePlan, _ server: InvitationServer) throws -> Int32? {
        let question = question(plan, server)
        guard !command.confirmation.yes else {
            say(question.text)
            return nil
        }
        guard let refusal = try question.ask() else { return nil }
        Terminal.say("Nothing was sent.\(refusal.words)")
        return refusal.code
    }

    private func question(_ plan: ReinvitePlan, _ server: InvitationServer) -> Question {
        let now = min(command.brakes.first ?? plan.count, plan.count)
        let mails = (plan.unfinished > 0 ? "at most " : "") + Phrase.count(now, "mail")
        let question = PreviewText.question(
            mails, for: plan.toSend.keys.sorted(), at: server.place, privileged: plan.privileged)
        return Question(question, mails: now)
    }

    private func finish(
        _ followUp: FollowUp, _ connection: TransportSession, _ ending: StopReason
    ) throws -> Int32 {
        connection.close()
        let directories = followUp.runs.map(\.directory)
        let (summary, json): (RunSummary, JSONValue)
        do {
            (summary, json) = try followUp.report(ending)
        } catch let error as RunError where error.kind == .cannotWrite {
            SummaryText.withoutReports(ending, error, directories[0]).forEach(Terminal.say)
            return error.exitCode
        }
        if command.output.json { try Terminal.printData(json.serialized) }
        let people = Phrase.count(followUp.invitedNow, "person was", "people were")
        let first =
            "\(SummaryText.verdict(summary)) \(people) invited anew. The \(directories.count == 1 ? "run" : "runs") in all:"
        command.output.tellEnd(SummaryText.lines(summary, directories, first: first))
        let code = summary.exitCode
        if command.output.quiet { SummaryText.troubles(summary, directories).forEach(Terminal.say) }
        return code == 0 && !followUp.statuses.unread.isEmpty ? 75 : code
    }
}
