import ArgumentParser
import InvitationImporter

/// Whom `import --again` invites anew.
enum AgainArgument: String, ExpressibleByArgument, CaseIterable {
    /// Those whose invitation has expired.
    case expired
}

/// `import --again expired RUN`: invites those anew whose invitation by that run has expired, and only them.
struct ImportReinvite {
    private let command: ImportCommand
    private let environment: CommandEnvironment
    private let policy: SendingPolicy

    init(_ command: ImportCommand, _ environment: CommandEnvironment) {
        self.command = command
        self.environment = environment
        policy = command.policy
    }

    /// Does it and answers with the exit code.
    func run() throws -> Int32 {
        let server = try command.connection.server(environment)
        let followUp = try FollowUp(
            command.directory, origin: server.origin, toChange: !command.dryRun, locks: environment.locks)
        defer { followUp.close() }
        guard !followUp.statuses.organizations.isEmpty else {
            say("Nobody was invited by this run, so nobody can be invited anew.")
            return 0
        }
        let tokens = try command.connection.tokens(environment)
        let way = try TransportSession(server.options, slots: policy.concurrency)
        defer { way.close() }
        let session = try followUp.session(
            over: way.transport, server.api, tokens, way.fitted(policy), context: way.context)
        let looked = try way.work(command.style) { try followUp.look(session) }
        StatusText.troubles(looked, followUp.statuses).forEach(Terminal.say)
        if let code = looked.exitCode { return code }
        let gaps = PreflightOptions.lines(followUp.gaps)
        gaps.forEach(say)
        if command.look.preflight == .require, !gaps.isEmpty || !followUp.statuses.unread.isEmpty {
            Terminal.say("Nothing was sent: not everything could be looked at, see above (--preflight require).")
            return 75
        }
        let plan = try followUp.reinvitePlan()
        AgainText.lines(plan, server: server.words, command.brakes.first, isWhole: followUp.statuses.unread.isEmpty)
            .forEach(say)
        if command.dryRun {
            if command.json { try Terminal.printData(AgainText.json(plan).serialized) }
            Terminal.say("This was a dry run: nothing was sent.")
            return followUp.statuses.unread.isEmpty ? 0 : 75
        }
        guard plan.count == 0 || command.yes || isConfirmed(plan, server) else {
            Terminal.say("Nothing was sent.")
            return 1
        }
        guard plan.count > 0 else { return try finish(followUp, way, .complete) }
        let ending = try way.work(command.style) {
            try followUp.reinvite(
                plan, session, first: command.brakes.first)
        }
        return try finish(followUp, way, ending)
    }

    private func say(_ text: String) {
        if !command.quiet { Terminal.say(text) }
    }

    private func isConfirmed(_ plan: ReinvitePlan, _ server: Server) -> Bool {
        let now = min(command.brakes.first ?? plan.count, plan.count)
        let mails = (plan.unfinished > 0 ? "at most " : "") + PlanText.count(now, "mail")
        let question = PlanText.question(
            mails, for: plan.toSend.keys.sorted(), at: server.place, privileged: plan.privileged)
        return Terminal.confirms(question, mails: now)
    }

    private func finish(_ followUp: FollowUp, _ way: TransportSession, _ ending: StopReason) throws -> Int32 {
        way.close()
        let (summary, json): (RunSummary, JSONValue)
        do {
            (summary, json) = try followUp.report(ending)
        } catch let error as RunError where error.kind == .cannotWrite {
            SummaryText.withoutReports(ending, error, followUp.directory).forEach(Terminal.say)
            return error.exitCode
        }
        if command.json { try Terminal.printData(json.serialized) }
        say("\(PlanText.count(followUp.invitedNow, "person was", "people were")) invited anew. The run in all:")
        SummaryText.lines(summary, followUp.directory).forEach(say)
        let code = summary.exitCode
        if command.quiet, code != 0 { Terminal.say(SummaryText.verdict(summary)) }
        return code == 0 && !followUp.statuses.unread.isEmpty ? 75 : code
    }
}

/// What inviting anew is about, in words.
enum AgainText {
    /// What would be done, for scripts.
    static func json(_ plan: ReinvitePlan) -> JSONValue {
        func counts(_ counts: [String: Int]) -> JSONValue {
            .object(counts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) })
        }
        return .object([
            "mails": .integer(plan.count), "unfinished": .integer(plan.unfinished),
            "unplanned": .integer(plan.unplanned), "alreadyInvited": .integer(plan.elsewhere),
            "organizations": counts(plan.toSend), "roles": counts(plan.roles),
        ])
    }

    /// What would be done.
    ///
    /// - Parameter isWhole: Whether all lists could be read.
    static func lines(_ plan: ReinvitePlan, server: String, _ first: Int?, isWhole: Bool) -> [String] {
        let expired = plan.count - plan.unfinished
        let have = expired == 1 ? "invitation has" : "invitations have"
        let known = isWhole ? "" : ", as far as the lists could be read"
        var lines = ["\(expired) \(have) expired\(known)", PlanText.row("server", server)]
        if plan.count > 0 { lines.append(PlanText.row("organization", PlanText.list(plan.toSend))) }
        if !plan.roles.isEmpty { lines.append(PlanText.row("roles", PlanText.list(plan.roles))) }
        if plan.unfinished > 0 {
            lines.append(PlanText.row("unfinished", "\(plan.unfinished) were begun anew before and not finished"))
        }
        if plan.unplanned > 0 {
            lines.append(
                PlanText.row("unplanned", "\(plan.unplanned) expired, but no row of the plan says what to send them"))
        }
        if plan.elsewhere > 0 {
            lines.append(PlanText.row("invited", "\(plan.elsewhere) have another invitation; nothing is sent for them"))
        }
        let now = min(first ?? plan.count, plan.count)
        if now < plan.count {
            lines.append(PlanText.row("later", "\(plan.count - now) are left for another run (--first)"))
        }
        if plan.count == 0, isWhole { lines.append("There is nobody to invite anew.") }
        return lines
    }
}
