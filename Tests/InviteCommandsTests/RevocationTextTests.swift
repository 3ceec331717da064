import SystemPackage
import Testing

@testable import InvitationImporter
@testable import InviteCommands

/// A revocation, word by word.
struct RevocationTextTests {
    private static func plan(_ steps: [(String, RevocationPlan.Step)]) -> RevocationPlan {
        var plan = RevocationPlan(includesSettled: false)
        for (organization, step) in steps {
            let invitation = SentInvitation(
                key: InvitationKey(text: "\(organization) a@x.example"), isByOwnAnswer: true, sentAt: "")
            plan.add(invitation, step)
        }
        return plan
    }

    private static let revoke = RevocationPlan.Step.revoke(id: "i", isRepeated: false)

    @Test(
        arguments: [
            (
                [],
                """
                0 invitations to revoke
                  server        api.example
                There is nothing left to revoke.
                """
            ),
            (
                [("acme", revoke), ("other", revoke), ("acme", revoke)],
                """
                3 invitations to revoke
                  server        api.example
                  organization  acme 2, other 1
                """
            ),
            (
                [("acme", revoke), ("acme", .leave(.accepted, nil)), ("acme", .leave(.unknown, nil))],
                """
                1 invitation to revoke
                  server        api.example
                  organization  acme 1
                  accepted      1 kept, somebody is in
                  unknown       1 of unknown outcome: import the file again to find out, then revoke again
                """
            ),
        ] as [([(String, RevocationPlan.Step)], String)])
    func plan(steps: [(String, RevocationPlan.Step)], words: String) {
        #expect(RevocationText.lines(Self.plan(steps), server: "api.example").joined(separator: "\n") == words)
    }

    @Test("what earlier starts revoked is not told as this one's")
    func before() {
        var summary = RevocationSummary(.complete, requests: 3, elapsed: .seconds(1))
        for _ in 0..<3 { summary.add(.revoked) }
        let runs = [RunDirectory("team.run")]
        #expect(RevocationText.lines(summary, runs, before: 2).contains("  revoked       3, 2 of them before"))
        #expect(RevocationText.lines(summary, runs).contains("  revoked       3"))
    }

    @Test("the question")
    func question() {
        let plan = Self.plan([("ac\u{7}me", Self.revoke)])
        #expect(
            RevocationText.question(plan, at: "api.example")
                == "1 invitation of ac\\u{7}me at api.example will be revoked.")
    }

    private static func summary(_ ending: StopReason, _ outcomes: [RevocationOutcome]) -> RevocationSummary {
        var summary = RevocationSummary(ending, requests: 3, elapsed: .seconds(2))
        for outcome in outcomes { summary.add(outcome) }
        return summary
    }

    @Test(arguments: [
        (
            summary(.complete, [.revoked, .revoked, .accepted]),
            """
            Done in 2.0 s: 3 requests.
              revoked       2
              accepted      1
            Revoked: team.run/revoked.csv
            """
        ),
        (
            summary(.interrupted(2), [.revoked, .notSent, .unknown]),
            """
            Stopped: interrupted.
              revoked       1
              unknown       1
              not-sent      1
            Revoked: team.run/revoked.csv
            To go on: the same command again.
            For the unknown ones, see the reasons in that file: the same command again, or the import first.
            """
        ),
    ])
    func end(summary: RevocationSummary, words: String) {
        #expect(RevocationText.lines(summary, [RunDirectory("team.run")]).joined(separator: "\n") == words)
    }
}
