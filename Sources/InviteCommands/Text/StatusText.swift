import InvitationImporter
import SystemPackage

/// What became of a run's invitations, in words.
enum StatusText {
    /// The lines with the numbers, and with the people that the report keeps.
    ///
    /// - Parameters:
    ///   - run: The folder of the import.
    ///   - organizations: How many organizations somebody was invited to. If there are several, each person's is shown.
    static func lines(_ report: StatusReport, run: FilePath, organizations: Int) -> [String] {
        let run = Printable.escape(run.string, limit: 1000)
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
            lines.append("\(status.rawValue): \(Printable.escape(invitation.key.email, limit: 320))\(place)")
        }
        if report.isText, report.people.count < report.total {
            lines.append("and \((report.total - report.people.count).grouped) more; --csv has everybody.")
        }
        return lines
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
