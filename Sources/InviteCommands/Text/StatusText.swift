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
    /// Where all people fit on the screen, they come first, so that the numbers stand at its end. Else the numbers come
    /// first, and as many people as there is room for.
    ///
    /// - Parameters:
    ///   - run: The folder of the import, or those of several, in words.
    ///   - organizations: How many organizations somebody was invited to. If there are several, each person's is shown.
    ///   - height: The lines of the screen; `nil` if it has no end.
    ///   - now: The current time, for what expires.
    static func lines(
        _ report: StatusReport, run: String, organizations: Int, height: Int? = nil, now: Date = Date()
    ) -> [String] {
        guard report.total > 0 else { return ["\(run): nobody was invited by this run."] }
        let numbers = ["\(run): \(Phrase.count(report.total, "invitation"))"] + counts(report)
        var people = report.people.map { person($0, $1, several: organizations > 1, now) }
        // The prompt that follows and the line of the command have room, too.
        let room = height.map { max(1, $0 - numbers.count - 3) }
        if let room, report.listed <= room { return people + numbers }
        people = Array(people.prefix(room ?? people.count))
        if report.isText, people.count < report.listed {
            people.append("and \((report.listed - people.count).grouped) more; --csv has everybody.")
        }
        return numbers + people
    }

    private static func counts(_ report: StatusReport) -> [String] {
        InvitationStatus.allCases.filter { report.count($0) > 0 }.map { status in
            let more =
                switch status {
                case .gone where report.revoked > 0: ", \(report.revoked.grouped) revoked by this program"
                case .unknown: ", perhaps invited; importing the file again finds out"
                default: ""
                }
            return Phrase.row(status.rawValue, report.count(status).grouped + more)
        }
    }

    private static func person(
        _ invitation: SentInvitation, _ status: InvitationStatus, several: Bool, _ now: Date
    ) -> String {
        let place = several ? " (\(Printable.escape(invitation.key.organization, limit: 80)))" : ""
        let domain = invitation.key.domainInOwnAlphabet.map { " (\(Printable.escape($0, limit: 320)))" } ?? ""
        let person = "\(status.rawValue): \(Printable.escape(invitation.key.email, limit: 320))"
        return person + domain + place + expiry(invitation, status, now)
    }

    /// `, expires in 2 days`, for an invitation that nobody has answered.
    private static func expiry(_ invitation: SentInvitation, _ status: InvitationStatus, _ now: Date) -> String {
        guard status == .pending, let expiry = invitation.expiry, expiry > now else { return "" }
        let minutes = Int(expiry.timeIntervalSince(now) / 60)
        let left =
            switch minutes {
            case ..<60: Phrase.count(minutes, "minute")
            case ..<(48 * 60): Phrase.count(minutes / 60, "hour")
            default: Phrase.count(minutes / (24 * 60), "day")
            }
        return ", expires in \(left)"
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
