import InvitationImporter
import SystemPackage

/// One `revoke` from lists to reports: lists, plan, question, sending, reports. It tells the person about each.
struct Revoking {
    private let command: RevokeCommand
    private let followUp: FollowUp
    private let server: InvitationServer
    private let tokens: TokenSource
    private let connection: TransportSession

    init(
        _ command: RevokeCommand, _ followUp: FollowUp, _ server: InvitationServer, _ tokens: TokenSource,
        _ connection: TransportSession
    ) {
        self.command = command
        self.followUp = followUp
        self.server = server
        self.tokens = tokens
        self.connection = connection
    }

    private var policy: SendingPolicy {
        var policy = command.follow.policy
        policy.concurrency = command.effort.concurrency
        policy.retry.maxAttempts = command.effort.maxAttempts
        return policy
    }

    /// Does it and returns the exit code.
    ///
    /// - Parameter chosen: The people whose invitations may be revoked.
    func execute(_ chosen: ChosenPeople) throws -> Int32 {
        for (directory, dropped) in followUp.droppedTails {
            let journal = Printable.escape(directory.file("journal.jsonl").string, limit: 200)
            command.follow.say("The last line of \(journal) was cut off by a crash (\(dropped) bytes); it was dropped.")
        }
        let session = try followUp.session(
            over: connection.transport, server.api, tokens, connection.fitted(policy), context: connection.context)
        let found = try connection.work { try followUp.preflight(session) }
        StatusText.troubles(found, followUp.statuses).forEach(Terminal.say)
        if let code = found.exitCode { return code }
        let plan = try followUp.revocationPlan(includesSettled: command.includeSettled, of: chosen)
        RevocationText.lines(plan, server: server.words).forEach(command.follow.say)
        let missing = try followUp.missing(chosen)
        let whom = "among those whom \(Phrase.run(followUp)) invited"
        ChoiceText.warnings(missing, whom).forEach(Terminal.say)
        if chosen.choosesNobody(missing) {
            Terminal.say("Nothing was revoked: \(ChoiceText.nobody) \(whom).")
            return 1
        }
        guard plan.count > 0 || plan.settles else { return try finish(plan, .complete) }
        if plan.count > 0, !command.confirmation.yes,
            let refusal = try Question(RevocationText.question(plan, at: server.place)).ask()
        {
            Terminal.say("Nothing was revoked.\(refusal.words)")
            return refusal.code
        }
        let ending = try connection.work { try followUp.revoke(plan, session) }
        return try finish(plan, ending)
    }

    private func finish(_ plan: RevocationPlan, _ ending: StopReason) throws -> Int32 {
        connection.close()
        let summary: RevocationSummary
        do {
            summary = try followUp.report(plan, ending)
        } catch let error as RunError where error.kind == .cannotWrite {
            SummaryText.withoutReports(ending, error, followUp.runs[0].directory).forEach(Terminal.say)
            return error.exitCode
        }
        if command.follow.output.json { try Terminal.printData(summary.json.serialized) }
        let lines = RevocationText.lines(
            summary, followUp.runs.map(\.directory), before: plan.left[.revoked] ?? 0)
        command.follow.output.tellEnd(lines)
        if command.follow.output.quiet, summary.exitCode != 0 { lines.forEach(Terminal.say) }
        return summary.exitCode
    }
}
