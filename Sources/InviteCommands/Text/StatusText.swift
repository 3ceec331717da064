import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What became of a run's invitations, in words.
enum StatusText {
    /// The lines with the numbers, and with the people that the report keeps.
    ///
    /// - Parameters:
    ///   - run: The folder of the import, or those of several, in words.
    ///   - organizations: How many organizations somebody was invited to. If there are several, each person's is shown.
    ///   - now: The current time, for what expires.
    static func lines(
        _ report: StatusReport, run: String, organizations: Int, now: Date = Date()
    ) -> [String] {
        guard report.total > 0 else { return ["\(run): nobody was invited by this run."] }
        var lines = ["\(run): \(Phrase.count(report.total, "invitation"))"]
        for status in InvitationStatus.allCases where report.count(status) > 0 {
            let more =
                switch status {
                case .gone where report.revoked > 0: ", \(report.revoked.grouped) revoked by this program"
                case .unknown: ", perhaps invited; importing the file again finds out"
                default: ""
                }
            lines.append(Phrase.row(status.rawValue, report.count(status).grouped + more))
        }
        let several = organizations > 1
        for (invitation, status) in report.people {
            let place = several ? " (\(Printable.escape(invitation.key.organization, limit: 80)))" : ""
            let person = "\(status.rawValue): \(Printable.escape(invitation.key.email, limit: 320))"
            lines.append(person + place + expiry(invitation, status, now))
        }
        if report.isText, report.people.count < report.listed {
            let more = (report.listed - report.people.count).grouped
            lines.append("and \(more) more; --csv has everybody.")
        }
        return lines
    }

    /// `, expires in 2 d 4 h`, for an invitation that nobody has answered.
    private static func expiry(_ invitation: SentInvitation, _ status: InvitationStatus, _ now: Date) -> String {
        guard status == .pending, let expiry = invitation.expiry, expiry > now else { return "" }
        return ", expires in \(Duration.seconds(expiry.timeIntervalSince(now)).words)"
    }

    /// What could not be read, and why.
    static func troubles(_ ending: StopReason, _ statuses: InvitationStatuses) -> [String] {
        if let reason = ending.reason { return ["Stopped: \(Printable.escape(reason, limit: 600))."] }
        return statuses.unread.sorted { $0.key < $1.key }.map { organization, reason in
            "warning: The invitations of \(Printable.escape(organization, limit: 80)) could not be read: "
                + "\(Printable.escape(reason, limit: 400))"
        }
    }
}
