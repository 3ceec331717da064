import InvitationImporter

/// Reinviting in words.
enum ReinviteText {
    /// The plan for scripts.
    static func json(_ plan: ReinvitePlan) -> JSONValue {
        func counts(_ counts: [String: Int]) -> JSONValue {
            .object(counts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) })
        }
        return .object([
            "mails": .integer(plan.count), "unfinished": .integer(plan.unfinished),
            "unplanned": .integer(plan.unplanned), "alreadyInvited": .integer(plan.elsewhere),
            "aside": .integer(plan.aside), "organizations": counts(plan.toSend), "roles": counts(plan.roles),
        ])
    }

    /// The first line: how many of which invitations.
    static func title(_ reason: ReinvitePlan.Reason, _ count: Int, isWhole: Bool) -> String {
        let known = isWhole ? "" : ", as far as the lists could be read"
        return "\(Phrase.count(count, "\(reason.rawValue) invitation")) to send again\(known)"
    }

    /// The lines about what would be done.
    ///
    /// - Parameter isWhole: Whether all lists could be read.
    static func lines(_ plan: ReinvitePlan, server: String, _ first: Int?, isWhole: Bool) -> [String] {
        let expired = plan.count - plan.unfinished
        var lines = [title(plan.reason, expired, isWhole: isWhole), Phrase.row("server", server)]
        if plan.count > 0 { lines.append(Phrase.row("organization", Phrase.list(plan.toSend))) }
        if !plan.roles.isEmpty { lines.append(Phrase.row("roles", Phrase.list(plan.roles))) }
        if plan.unfinished > 0 {
            lines.append(Phrase.row("unfinished", "\(plan.unfinished.grouped) were begun anew before and not finished"))
        }
        if plan.unplanned > 0 {
            lines.append(
                Phrase.row(
                    "unplanned", "\(plan.unplanned.grouped) expired, but no row of the plan says what to send them"))
        }
        if plan.elsewhere > 0 {
            lines.append(
                Phrase.row("invited", "\(plan.elsewhere.grouped) have another invitation; nothing is sent for them"))
        }
        lines += ChoiceText.lines(chosen: plan.count, aside: plan.aside)
        let now = min(first ?? plan.count, plan.count)
        if now < plan.count {
            lines.append(Phrase.row("later", "\((plan.count - now).grouped) are left for another run (--first)"))
        }
        if plan.count == 0, isWhole { lines.append("There is nobody to invite anew.") }
        return lines
    }
}
