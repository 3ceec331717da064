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

    /// The lines about what would be done.
    ///
    /// - Parameter isWhole: Whether all lists could be read.
    static func lines(_ plan: ReinvitePlan, server: String, _ first: Int?, isWhole: Bool) -> [String] {
        let expired = plan.count - plan.unfinished
        let have = expired == 1 ? "invitation has" : "invitations have"
        let known = isWhole ? "" : ", as far as the lists could be read"
        let what =
            plan.reason == .revoked
            ? "\(have == "invitation has" ? "invitation was" : "invitations were") revoked" : "\(have) expired"
        var lines = ["\(expired) \(what)\(known)", Phrase.row("server", server)]
        if plan.count > 0 { lines.append(Phrase.row("organization", Phrase.list(plan.toSend))) }
        if !plan.roles.isEmpty { lines.append(Phrase.row("roles", Phrase.list(plan.roles))) }
        if plan.unfinished > 0 {
            lines.append(Phrase.row("unfinished", "\(plan.unfinished) were begun anew before and not finished"))
        }
        if plan.unplanned > 0 {
            lines.append(
                Phrase.row("unplanned", "\(plan.unplanned) expired, but no row of the plan says what to send them"))
        }
        if plan.elsewhere > 0 {
            lines.append(Phrase.row("invited", "\(plan.elsewhere) have another invitation; nothing is sent for them"))
        }
        lines += ChoiceText.lines(chosen: plan.count, aside: plan.aside)
        let now = min(first ?? plan.count, plan.count)
        if now < plan.count {
            lines.append(Phrase.row("later", "\(plan.count - now) are left for another run (--first)"))
        }
        if plan.count == 0, isWhole { lines.append("There is nobody to invite anew.") }
        return lines
    }
}
