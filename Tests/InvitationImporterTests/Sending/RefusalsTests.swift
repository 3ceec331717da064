import CurlMulti
import Testing

@testable import InvitationImporter

struct RefusalsTests {
    /// Tells the refusals of one organization what comes: a refusal (a name; in capitals, of a row that the list had to
    /// decide), a success (`yes`), another row to send (`next`), the end of all rows (`end`).
    ///
    /// - Returns: What came of each: `again`, `held`, `closed`, each with how many rows were released.
    private static func tell(_ lines: [String]) -> [String] {
        var refusals = Refusals()
        var tags: [String: Int] = [:]
        return lines.map { line in
            defer { refusals.checkInvariants() }
            let name = line.lowercased()
            if name == "yes" { return "\(refusals.answered("acme", isSuccess: true).count) released" }
            if name == "next" { return refusals.isClosed("acme") ? "closed" : "open" }
            if name == "end" { return "\(refusals.end().count) released" }
            let tag = tags[name] ?? tags.count
            tags[name] = tag
            let invitation = Invitation(
                organization: "acme", email: name, key: InvitationKey(text: "acme \(name)@x\(tag).example"),
                roles: ["viewer"], groups: [], message: nil)
            var reply = AttemptReply(settledAs: .refused, reason: "No seats left")
            (reply.status, reply.wordsForAll) = (402, "No seats left")
            let conclusion = Conclusion(
                Attempt(tag: tag, invitation: invitation, operation: .invite(body: []), number: 1), reply, .refused,
                reason: reply.reason)
            switch refusals.take(conclusion, mayBeAsked: name == line) {
            case .askAgain: return "again"
            case .hold(let released):
                let word = refusals.stopReason == nil ? "held" : "closed"
                return released.isEmpty ? word : "\(word), \(released.count) released"
            }
        }
    }

    static let cases: [(name: String, lines: String, last: String)] = [
        ("the fourth is asked once more", "a b c d", "again"),
        ("and if it is refused again, nobody can be invited", "a b c d d next", "closed"),
        ("what was under way meanwhile counts", "a b c d e", "held"),
        ("the one that was asked decides then", "a b c d e d next", "closed"),
        ("five others decide too", "a b c d e f", "closed"),
        ("if it is invited, the others were meant", "a b c d yes", "3 released"),
        ("then twenty are a streak", "a b c d yes e f g h i j k l m n o p q r s t u v", "held"),
        ("of which the last is asked", "a b c d yes e f g h i j k l m n o p q r s t u v w", "again"),
        ("a row that the list had to decide is not asked", "a b c D", "held"),
        ("and then five are a streak", "a b c D E", "closed"),
        ("the end leaves less than a streak to its rows", "a b c end", "3 released"),
        ("also where one was asked twice", "a b c d d end", "4 released"),
    ]

    @Test(arguments: cases) func oneRowIsAskedTwiceBeforeAllAreRefused(name: String, lines: String, last: String) {
        #expect(Self.tell(lines.split(separator: " ").map(String.init)).last == last, "\(name)")
    }
}
