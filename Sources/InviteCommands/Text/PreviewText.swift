import InvitationImporter
import SystemPackage

/// What an import would do, in words.
enum PreviewText {
    /// The lines about what a run would do now.
    static func lines(
        _ preview: ImportPreview, server: String, _ policy: SendingPolicy
    ) -> [String] {
        let run = preview.run
        var lines = [Phrase.row("server", server)]
        if run.before > 0 {
            lines.append(
                Phrase.row(
                    "before", "\(Phrase.count(run.before, "person has", "people have")) an outcome from an earlier run")
            )
        }
        let facts = [
            (run.revoked, "revoked", "of these were revoked; import --again revoked invites them again"),
            (run.changed, "changed", "of these were changed since; nothing is sent for them"),
            (run.invitedAlready, "invited", "have an invitation already; nothing is sent for them"),
            (run.membersAlready, "members", "are members already; nothing is sent for them"),
            (run.toSettle, "unknown", "may be invited: looked up first, where the list may be read"),
        ]
        for (count, name, words) in facts where count > 0 {
            lines.append(Phrase.row(name, "\(count.grouped) \(words)"))
        }
        lines += ChoiceText.lines(chosen: run.left, aside: run.aside)
        let now = run.mailsNow
        if now < run.mails {
            lines.append(Phrase.row("later", "\((run.mails - now).grouped) are left for another run (--first)"))
        }
        lines += time(now, policy)
        if run.mails == 0, preview.plan.invitations > 0 { lines.append("There is nothing left to send.") }
        return lines
    }

    /// How long this many invitations will take, if that can be said.
    static func time(_ invitations: Int, _ policy: SendingPolicy) -> [String] {
        guard invitations > 0 else { return [] }
        var lines: [String] = []
        if case .atMost = policy.pace {
            lines.append(Phrase.row("time", "about \(policy.estimatedTime(for: invitations).words) at this rate"))
        } else if !policy.quotas.isEmpty {
            lines.append(Phrase.row("time", "about \(policy.estimatedTime(for: invitations).words)"))
        }
        for quota in policy.quotas where quota.count < invitations {
            let windows = (invitations + quota.count - 1) / quota.count
            let waits = "one run that waits \(Phrase.count(windows - 1, "time"))"
            let words = policy.stopsAtQuota ? "\(windows) runs" : "\(waits), or \(windows) runs with --stop-at-quota,"
            lines.append(Phrase.row("quota", "\(quota): \(words) over \((quota.window * (windows - 1)).words)"))
        }
        return lines
    }

    /// What could not be read, one gap on each line.
    static func gaps(_ gaps: [String]) -> [String] {
        gaps.map { Phrase.row("not looked at", Printable.escape($0, limit: 400)) }
    }

    /// Why nothing can be sent after the preflight, in words; `nil` if something can.
    static func reason(forSendingNothing preflight: PreflightResult) -> String? {
        guard preflight.hindrance != nil else { return nil }
        return preflight.failure ?? "not everything could be looked at, see above (--preflight require)."
    }

    /// How many mails may go out now, in words.
    static func mails(_ run: RunPreview) -> String {
        (run.toSettle > 0 ? "at most " : "") + Phrase.count(run.mailsNow, "mail")
    }

    /// The question before anything is sent: how many mails, for which organization, and who gets power by them.
    static func question(_ run: RunPreview, at place: String) -> String {
        question(
            mails(run), for: run.organizations.sorted(), at: place, privileged: run.privileged)
    }

    /// The same question about any mails.
    static func question(
        _ mails: String, for organizations: [String], at place: String, privileged: [String: Int]
    ) -> String {
        let whose =
            organizations.count == 1
            ? Printable.escape(organizations[0], limit: 80) : "\(organizations.count) organizations"
        let power = privileged.isEmpty ? "" : ", among them \(Phrase.list(privileged))"
        return "\(Phrase.sentence(mails)) will go out to people for \(whose) at \(place)\(power)."
    }

    /// Warnings about runs beside this one that may have invited the same people, if the server's list cannot tell.
    static func warnings(_ neighbours: [NeighbourRun], _ run: RunPreview) -> [String] {
        guard run.mails > 0 else { return [] }
        return neighbours.map { neighbour in
            "warning: \(neighbour.people.grouped) of these people may have been invited by the import in "
                + "\(Printable.escape(neighbour.path.string, limit: 200)), and the server's list, which would tell, was not "
                + "read: they would get a second mail. To go on with that import, name its folder with --run-dir."
        }
    }
}
