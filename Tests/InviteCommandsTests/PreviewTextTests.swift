import InvitationImporter
import Testing

@testable import InviteCommands

/// What an import would do, word by word.
struct PreviewTextTests {
    private static let four =
        "email,roles,organization\na@x.example,viewer,acme\nb@x.example,admin,acme\nc@x.example,viewer,acme\n"
        + "d@x.example,owner,other\n"

    private static func lines(_ policy: SendingPolicy, first: Int? = nil) throws -> [String] {
        let preview = try Preview.of(four, JournalState(), first: first)
        return PreviewText.lines(preview, server: "https://api.example", policy)
    }

    private static func policy(_ change: (inout SendingPolicy) -> Void) -> SendingPolicy {
        var policy = SendingPolicy()
        change(&policy)
        return policy
    }

    @Test("what a run would do about new people")
    func newPeople() throws {
        #expect(try Self.lines(SendingPolicy()) == ["  server        https://api.example"])
        #expect(
            try Self.lines(SendingPolicy(), first: 3) == [
                "  server        https://api.example", "  later         1 are left for another run (--first)",
            ])
    }

    @Test("who is chosen, and what chooses nobody")
    func chosen() throws {
        let chosen = try ChosenPeople(
            reading: ByteSource(
                Array("a@x.example\nB@x.example\nnobody\ne\u{7}@x.example\nf@x.example".utf8), name: "o.txt"),
            domains: ["x.example", "z.example"])
        let preview = try Preview.of(Self.four) { $0.chosen = chosen }
        #expect(
            PreviewText.lines(preview, server: "s", SendingPolicy()) == [
                "  server        s", "  chosen        2 of 4 who are open; 2 stay aside",
            ])
        #expect(
            ChoiceText.warnings(preview.missing, "in the files") == [
                "warning: o.txt:3: there is no address in \"nobody\", so the line chooses nobody.",
                "warning: o.txt:4: there is no address in \"e\\u{7}@x.example\", so the line chooses nobody.",
                "warning: o.txt:5: f@x.example is not in the files; is it mistyped?",
                "warning: --only-domain z.example: nobody in the files has this domain; is it mistyped?",
            ])
        #expect(ChoiceText.json(preview.missing).array?.count == 4)
        let addresses = (1...30).map { "b\($0)@x.example\n" }.joined()
        let many = try ChosenPeople(reading: ByteSource(Array(addresses.utf8), name: "o.txt"))
        let missing = try Preview.of(Self.four) { $0.chosen = many }.missing
        let lines = ChoiceText.warnings(missing, "in the files")
        #expect(lines.count == 21 && lines.last == "warning: … and 10 more of this kind.")
    }

    @Test("nobody is left")
    func nobody() throws {
        let preview = try Preview.of("email,roles\na,viewer\n")
        #expect(PreviewText.lines(preview, server: "s", SendingPolicy()) == ["  server        s"])
    }

    @Test("how long it takes", arguments: [(4, "2 s"), (40, "20 s"), (200, "1 min 40 s"), (7200, "1 h")])
    func time(invitations: Int, words: String) throws {
        let rate = try #require(Rate("2/s"))
        let lines = PreviewText.time(invitations, Self.policy { $0.pace = .atMost(rate) })
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("  time          about ") == true)
        #expect(lines.first?.hasSuffix(" at this rate") == true)
    }

    @Test("how many windows a quota takes")
    func quota() throws {
        let quota = try #require(Quota("2/h"))
        #expect(
            PreviewText.time(5, Self.policy { $0.quotas = [quota] }).last
                == "  quota         2/h: one run that waits 2 times, or 3 runs with --stop-at-quota, over 2 h")
        let stopping = Self.policy { ($0.quotas, $0.stopsAtQuota) = ([quota], true) }
        #expect(PreviewText.time(5, stopping).last == "  quota         2/h: 3 runs over 2 h")
        #expect(PreviewText.time(2, stopping).count == 1)
        #expect(PreviewText.time(0, stopping) == [])
    }

    @Test(
        "the question says how many, for whom, where, and who gets power",
        arguments: [
            (nil, "4 mails will go out to people for 2 organizations at api.example, among them admin 1, owner 1."),
            (1, "1 mail will go out to people for acme at api.example."),
            (2, "2 mails will go out to people for acme at api.example, among them admin 1."),
        ])
    func question(first: Int?, words: String) throws {
        let preview = try Preview.of(Self.four, JournalState(), first: first)
        #expect(PreviewText.question(preview.run, at: "api.example") == words)
    }

    @Test("a question with names that would act on a terminal")
    func escapes() {
        #expect(
            PreviewText.question("1 mail", for: ["a\u{1B}c"], at: "h", privileged: ["ad\u{7}min": 2])
                == "1 mail will go out to people for a\\u{1B}c at h, among them ad\\u{7}min 2.")
    }

    @Test("a question that does not know the number begins with a capital")
    func atMost() {
        #expect(
            PreviewText.question("at most 2 mails", for: ["acme"], at: "h", privileged: [:])
                == "At most 2 mails will go out to people for acme at h.")
    }

    @Test(
        "what --again does is not told as done",
        arguments: [
            (.revoked, 1, true, "1 revoked invitation to send again"),
            (.expired, 1200, true, "1,200 expired invitations to send again"),
            (.expired, 2, false, "2 expired invitations to send again, as far as the lists could be read"),
        ] as [(ReinvitePlan.Reason, Int, Bool, String)])
    func again(reason: ReinvitePlan.Reason, count: Int, isWhole: Bool, title: String) {
        #expect(ReinviteText.title(reason, count, isWhole: isWhole) == title)
    }

    @Test("what could not be looked at")
    func gaps() {
        #expect(
            PreviewText.gaps(["the members of acme: 403", "ro\u{7}les"]) == [
                "  not looked at the members of acme: 403", "  not looked at ro\\u{7}les",
            ])
    }

    @Test(
        "why nothing is sent",
        arguments: [
            (nil, nil),
            (.incomplete, "not everything could be looked at, see above (--preflight require)."),
            (.stopped(.gaveUp("no success")), "no success"),
            (.stopped(.interrupted(2)), "interrupted"),
        ] as [(PreflightResult.Hindrance?, String?)])
    func reason(hindrance: PreflightResult.Hindrance?, words: String?) {
        #expect(PreviewText.reason(forSendingNothing: PreflightResult(hindrance: hindrance)) == words)
    }
}
