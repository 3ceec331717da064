import InvitationImporter
import SystemPackage

/// A revocation in words.
enum RevocationText {
    /// The lines about what would be done.
    static func lines(_ plan: RevocationPlan, server: String) -> [String] {
        var lines = ["\(Phrase.count(plan.count, "invitation")) to revoke", Phrase.row("server", server)]
        if !plan.toRevoke.isEmpty { lines.append(Phrase.row("organization", Phrase.list(plan.toRevoke))) }
        let reasons: [(RevocationOutcome, String)] = [
            (.revoked, "revoked before"), (.accepted, "kept, somebody is in"), (.expired, "expired, nothing to undo"),
            (.gone, "not there any more"), (.skipped, "left alone"), (.notSent, "in a list that could not be read"),
            (.failed, "without an id in the journal"),
            (.unknown, "of unknown outcome: import the file again to find out, then revoke again"),
        ]
        for (outcome, words) in reasons {
            guard let count = plan.left[outcome] else { continue }
            lines.append(Phrase.row(outcome.rawValue, "\(count.grouped) \(words)"))
        }
        if plan.aside > 0 { lines.append("\(plan.aside.grouped) of those left alone were not chosen.") }
        if plan.settled > 0 {
            lines.append(
                "\(plan.settled.grouped) of those left alone are known to be ours by the list alone: --include-settled revokes them."
            )
        }
        if plan.count == 0, plan.unclear == 0 { lines.append("There is nothing left to revoke.") }
        return lines
    }

    /// The question before anything is revoked.
    static func question(_ plan: RevocationPlan, at place: String) -> String {
        let organizations = Phrase.cut(plan.toRevoke.keys.sorted().map { Printable.escape($0, limit: 80) })
        let invitations = Phrase.count(plan.count, "invitation")
        return "\(invitations) of \(organizations) at \(place) will be revoked."
    }

    /// The lines about the end: counts, and where the report is.
    ///
    /// - Parameter before: How many were revoked by earlier starts.
    static func lines(_ summary: RevocationSummary, _ directories: [RunDirectory], before: Int = 0) -> [String] {
        var lines = [verdict(summary)]
        for outcome in RevocationOutcome.allCases where summary.count(outcome) > 0 {
            let earlier = outcome == .revoked && before > 0 ? ", \(before.grouped) of them before" : ""
            lines.append(Phrase.row(outcome.rawValue, summary.count(outcome).grouped + earlier))
        }
        lines.append("Revoked: \(Phrase.paths(directories.map { $0.file("revoked.csv") }))")
        if summary.count(.notSent) + summary.count(.failed) > 0 { lines.append("To go on: the same command again.") }
        if summary.count(.unknown) > 0 {
            lines.append(
                "For the unknown ones, see the reasons in that file: the same command again, or the import first.")
        }
        return lines
    }

    /// The first line: how it ended.
    static func verdict(_ summary: RevocationSummary) -> String {
        guard summary.ending == .complete else {
            return "Stopped: \(Printable.escape(summary.ending.reason ?? summary.ending.code, limit: 600))."
        }
        return "Done in \(summary.elapsed.words): \(Phrase.count(summary.requests, "request"))."
    }
}
