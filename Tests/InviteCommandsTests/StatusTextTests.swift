import SystemPackage
import Testing

@testable import InvitationImporter
@testable import InviteCommands

/// What became of invitations, word by word.
struct StatusTextTests {
    private static func invitation(_ email: String, in organization: String = "acme") -> SentInvitation {
        SentInvitation(
            key: InvitationKey(text: "\(organization) \(email)"), id: "i-1", isByOwnAnswer: true,
            sentAt: "2026-01-02T03:04:05Z")
    }

    private static func text(
        _ people: [(String, InvitationStatus)], form: StatusReport.Form = .text, organizations: Int = 1
    ) -> String {
        var report = StatusReport(form)
        for (email, status) in people { report.add(invitation(email), status) }
        return StatusText.lines(report, run: "team.run", organizations: organizations).joined(separator: "\n")
    }

    @Test(
        arguments: [
            ([], "team.run: nobody was invited by this run."),
            (
                [("ann@x.example", .pending)],
                """
                team.run: 1 invitation
                  pending       1
                pending: ann@x.example
                """
            ),
            (
                [("ann@x.example", .expired), ("b\u{7}b@x.example", .accepted), ("c@x.example", .unknown)],
                """
                team.run: 3 invitations
                  accepted      1
                  expired       1
                  unknown       1, perhaps invited; importing the file again finds out
                expired: ann@x.example
                accepted: b\\u{7}b@x.example
                unknown: c@x.example
                """
            ),
            (
                [("ann@xn--bcher-kva.example", .pending), ("b@xn--99999.example", .pending)],
                """
                team.run: 2 invitations
                  pending       2
                pending: ann@xn--bcher-kva.example (bücher.example)
                pending: b@xn--99999.example
                """
            ),
        ] as [([(String, InvitationStatus)], String)])
    func says(people: [(String, InvitationStatus)], words: String) {
        #expect(Self.text(people) == words)
    }

    @Test("who is asked for is listed, with the time that is left; nobody of whom nothing was seen")
    func only() throws {
        var pending = Self.invitation("ann@x.example")
        pending.expiresAt = "2026-01-04T07:04:05Z"
        for (only, names) in [(InvitationStatus?.none, ["ann", "bob"]), (.pending, ["ann"]), (.notSeen, ["cas"])] {
            var report = StatusReport(.text, only: only)
            report.add(pending, .pending)
            report.add(Self.invitation("bob@x.example"), .accepted)
            report.add(Self.invitation("cas@x.example"), .notSeen)
            let now = try #require(ISOTime.parse("2026-01-02T03:04:05Z"))
            let lines = StatusText.lines(report, run: "team.run", organizations: 1, now: now)
            #expect(lines.contains("  not-seen      1"))
            let people = lines.dropFirst(4)
            #expect(people.map { String($0.drop { $0 != " " }.dropFirst().prefix(3)) } == names, "\(lines)")
            if only == .pending { #expect(people == ["pending: ann@x.example, expires in 2 days"]) }
        }
    }

    @Test(
        "who is pending comes first, the first to expire first; all before the numbers if they fit on the screen",
        arguments: [nil, 4, 7, 8, 9, 100])
    func order(height: Int?) throws {
        var report = StatusReport(.text)
        let people: [(String, String?, InvitationStatus)] = [
            ("acc", "2026-01-02T03:05:05Z", .accepted), ("day", "2026-01-03T03:04:05Z", .pending),
            ("non", nil, .pending), ("min", "2026-01-02T03:05:05Z", .pending),
        ]
        for (name, expiry, status) in people {
            var invitation = Self.invitation("\(name)@x.example")
            invitation.expiresAt = expiry
            report.add(invitation, status)
        }
        let now = try #require(ISOTime.parse("2026-01-02T03:04:05Z"))
        let lines = StatusText.lines(report, run: "team.run", organizations: 1, height: height, now: now)
        let all = [
            "pending: min@x.example, expires in 1 minute", "pending: day@x.example, expires in 24 hours",
            "pending: non@x.example", "accepted: acc@x.example",
        ]
        let numbers = ["team.run: 4 invitations", "  pending       3", "  accepted      1"]
        let rest = { (count: Int) in ["and \(4 - count) more; --csv has everybody."] }
        switch height {
        case nil: #expect(lines == numbers + all)
        case 9: #expect(lines == numbers + all.prefix(3) + rest(3))
        case 100: #expect(lines == all + numbers)
        case let height?: #expect(lines == numbers + all.prefix(max(1, height - 6)) + rest(max(1, height - 6)))
        }
    }

    @Test("of several organizations, each person's is said; as data, nobody is named")
    func organizations() {
        #expect(
            Self.text([("ann@x.example", .gone)], organizations: 2) == """
                team.run: 1 invitation
                  gone          1
                gone: ann@x.example (acme)
                """)
        #expect(
            Self.text([("ann@x.example", .gone)], form: .csv) == """
                team.run: 1 invitation
                  gone          1
                """)
    }

    @Test("what this program revoked, and more people than anybody reads")
    func many() {
        var report = StatusReport(.text)
        for number in 1...102 {
            var invitation = Self.invitation("p\(number)@x.example")
            if number < 3 { invitation.revokedAt = "2026-01-03T00:00:00Z" }
            report.add(invitation, .gone)
        }
        let lines = StatusText.lines(report, run: "team.run", organizations: 1)
        #expect(lines[1] == "  gone          102, 2 revoked by this program")
        #expect(lines.count == 103)
        #expect(lines.last == "and 2 more; --csv has everybody.")
    }

    @Test("what could not be read")
    func troubles() {
        var statuses = InvitationStatuses()
        statuses.unread = ["other": "403", "ac\u{7}me": "no"]
        #expect(
            StatusText.troubles(.complete, statuses) == [
                "warning: The invitations of ac\\u{7}me could not be read: no",
                "warning: The invitations of other could not be read: 403",
            ])
        #expect(StatusText.troubles(.gaveUp("no answer"), statuses) == ["Stopped: no answer."])
    }
}
