import CurlMulti
import Testing

@testable import InvitationImporter

struct RefusalStreakTests {
    /// A refusal: `name@domain status words`. Words with `domain` name that of the person.
    private static func conclusion(_ text: String, isRevocation: Bool) -> Conclusion {
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        let invitation = Invitation(
            organization: "acme", email: words[0], key: InvitationKey(text: "acme \(words[0])"), roles: ["viewer"],
            groups: [], message: nil)
        let attempt = Attempt(
            tag: 1, invitation: invitation, operation: isRevocation ? .revoke(id: "i") : .invite(body: []), number: 1)
        var reply = AttemptReply(settledAs: .refused, reason: words[2])
        (reply.status, reply.wordsForAll) = (Int(words[1]), words[2])
        reply.namesDomain = words[2].contains("domain")
        return Conclusion(attempt, reply, .refused, reason: words[2])
    }

    /// Tells refusals to a streak; a line `yes` is a success, a line `other` an answer of another kind.
    ///
    /// - Returns: What came of each: `hold` or `stop`, with how many rows it released.
    private static func tell(
        _ lines: [String], _ streak: inout RefusalStreak, isRevocation: Bool = false
    ) -> [String] {
        lines.map { line in
            defer { streak.checkInvariants() }
            if line == "yes" || line == "other" { return "\(streak.end(bySuccess: line == "yes").count) released" }
            let (decision, released) = streak.take(conclusion(line, isRevocation: isRevocation))
            return released.isEmpty ? "\(decision)" : "\(decision), \(released.count) released"
        }
    }

    private static func same(_ count: Int, domains: Int = 5, _ words: String = "403 not allowed") -> [String] {
        (0..<count).map { "p\($0)@d\($0 % domains).example \(words)" }
    }

    static let cases: [(name: String, lines: [String], last: String, held: Int, undecided: String?)] = [
        ("one", same(1), "hold", 1, nil),
        ("four alike", same(4), "hold", 4, nil),
        ("five alike before any success", same(5), "stop", 5, "not allowed"),
        ("five of one domain that is not named", same(5, domains: 1), "stop", 5, "not allowed"),
        ("five of one domain", same(5, domains: 1, "403 this domain"), "hold", 5, "this domain"),
        ("forty-nine of one domain", same(49, domains: 1, "403 this domain"), "hold", 49, "this domain"),
        ("fifty of one domain", same(50, domains: 1, "403 this domain"), "stop", 50, "this domain"),
        (
            "of one domain, and then another", same(8, domains: 1, "403 this domain") + ["q@e.example 403 this domain"],
            "stop", 9, "this domain"
        ),
        ("nineteen after a success", ["yes"] + same(19), "hold", 19, nil),
        ("twenty after a success", ["yes"] + same(20), "stop", 20, nil),
        ("other words end a streak", same(4) + same(1, "403 no such role"), "hold, 4 released", 1, nil),
        ("another status ends a streak", same(4) + same(1, "404 not allowed"), "hold, 4 released", 1, nil),
        ("a success ends a streak", same(4) + ["yes"], "4 released", 0, nil),
        ("another answer ends a streak", same(4) + ["other"], "4 released", 0, nil),
        ("after another answer five stop", same(4) + ["other"] + same(5), "stop", 5, "not allowed"),
        ("an end of nothing", ["other"], "0 released", 0, nil),
    ]

    @Test(arguments: cases) func theSameForEverybodyIsNobodysFault(
        name: String, lines: [String], last: String, held: Int, undecided: String?
    ) {
        var streak = RefusalStreak()
        #expect(Self.tell(lines, &streak).last == last, "\(name)")
        #expect(streak.held.count == held, "\(name)")
        #expect(streak.undecided == undecided, "\(name)")
    }

    @Test func aDomainIsNoReasonNotToRevoke() {
        var streak = RefusalStreak()
        let lines = Self.same(5, domains: 1, "403 this domain")
        #expect(Self.tell(lines, &streak, isRevocation: true).last == "stop")
    }

    @Test(arguments: [
        (AttemptResult.refused, 403, true), (.refused, 404, true), (.refused, 422, true), (.conflict, 409, true),
        (.gone, 404, true), (.refused, 200, false), (.refused, 500, false), (.alreadyInvited, 403, false),
        (.invited, 201, false),
    ]) func onlyWhatMayMeetEverybodyBelongsToAStreak(result: AttemptResult, status: Int, concerns: Bool) {
        var reply = AttemptReply(settledAs: result, reason: nil)
        reply.status = status
        #expect(RefusalStreak.concerns(reply) == concerns)
    }
}
