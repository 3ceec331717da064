import InvitationImporter

/// One `revoke` on its way: lists, plan, question, sending, reports, each said to the person.
struct Revoking {
    private let command: RevokeCommand
    private let followUp: FollowUp
    private let server: Server
    private let tokens: TokenSource
    private let way: TransportSession

    init(
        _ command: RevokeCommand, _ followUp: FollowUp, _ server: Server, _ tokens: TokenSource, _ way: TransportSession
    ) {
        self.command = command
        self.followUp = followUp
        self.server = server
        self.tokens = tokens
        self.way = way
    }

    private var policy: SendingPolicy {
        var policy = command.follow.policy
        policy.concurrency = command.concurrency
        policy.retry.maxAttempts = command.maxAttempts
        return policy
    }

    /// Does it and answers with the exit code.
    func execute() throws -> Int32 {
        if let dropped = followUp.journal.droppedTail {
            command.follow.say(
                "The last line of the journal was cut off by a crash (\(dropped) bytes); it was dropped.")
        }
        let session = try followUp.session(
            over: way.transport, server.api, tokens, way.fitted(policy), context: way.context)
        let looked = try way.work(command.follow.style) { try followUp.look(session) }
        StatusText.troubles(looked, followUp.statuses).forEach(Terminal.say)
        if let code = looked.exitCode { return code }
        let plan = try followUp.revocationPlan(includesSettled: command.includeSettled)
        RevocationText.lines(plan, server: server.words).forEach(command.follow.say)
        guard plan.count > 0 || plan.settles else { return try finish(plan, .complete) }
        guard plan.count == 0 || command.yes || Terminal.confirms(RevocationText.question(plan, server)) else {
            Terminal.say("Nothing was revoked.")
            return 1
        }
        let ending = try way.work(command.follow.style) { try followUp.revoke(plan, session) }
        return try finish(plan, ending)
    }

    private func finish(_ plan: RevocationPlan, _ ending: StopReason) throws -> Int32 {
        way.close()
        let summary: RevocationSummary
        do {
            summary = try followUp.report(plan, ending)
        } catch let error as RunError where error.kind == .cannotWrite {
            SummaryText.withoutReports(ending, error, followUp.directory).forEach(Terminal.say)
            return error.exitCode
        }
        if command.json { try Terminal.printData(summary.json.serialized) }
        RevocationText.lines(summary, followUp.directory).forEach(command.follow.say)
        if command.follow.quiet, summary.exitCode != 0 { Terminal.say(RevocationText.verdict(summary)) }
        return summary.exitCode
    }
}
