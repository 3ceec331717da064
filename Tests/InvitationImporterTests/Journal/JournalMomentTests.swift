import SystemPackage
import Testing

@testable import InvitationImporter

/// The course of a run, read from its journal.
struct JournalMomentTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func ended(
        _ name: String, _ result: AttemptResult, _ number: Int = 1, sent: String, took: String
    ) -> JournalLine.Ended {
        JournalLine.Ended(
            key: "acme \(name)@x.example", attempt: number, result: result,
            reason: #"said ,"sentAt":"2001-01-01T00:00:00.000Z","at":"x","class":"refused""#,
            sentAt: sent.isEmpty ? "" : "2026-01-02T03:04:\(sent)Z", at: "2026-01-02T03:04:\(took)Z")
    }

    /// The moments of a journal with these lines: how many starts and stops, and the attempts.
    private func moments(
        _ lines: [JournalLine]
    ) throws -> (starts: Int, stops: Int, attempts: [JournalMoment.Attempt]) {
        let journal = try JournalFile(folder.path.appending("journal.jsonl"))
        defer { journal.close() }
        try journal.begin(
            JournalHeader(
                tool: "0", organization: "acme", origin: "https://a.example", createdAt: "2026-01-02T03:04:00.000Z"))
        try journal.append(lines)
        var found: (starts: Int, stops: Int, attempts: [JournalMoment.Attempt]) = (0, 0, [])
        try journal.moments { moment in
            switch moment {
            case .start: found.starts += 1
            case .stop: found.stops += 1
            case .attempt(let attempt): found.attempts.append(attempt)
            }
        }
        return found
    }

    @Test func eachAttemptOnceWithItsTimes() throws {
        let found = try moments([
            .answer(ended("a", .turnedAway, sent: "05.000", took: "05.040")),
            .outcome(ended("a", .invited, 2, sent: "07.000", took: "07.100"), .invited),
            .answer(ended("b", .notSent, sent: "", took: "08.000")),
            .revocation(ended("a", .revoked, sent: "20.000", took: "20.100"), .revoked),
            .end(.init(code: "complete", requests: 3, milliseconds: 9000, at: "a")),
            .end(.init(code: "complete", requests: 3, milliseconds: 9000, at: "a", command: "revoke")),
        ])
        #expect(found.starts == 1)
        #expect(found.stops == 1)
        #expect(found.attempts.map(\.number) == [1, 2])
        #expect(found.attempts.map(\.result) == [.turnedAway, .invited])
        #expect(found.attempts.map { $0.ended - $0.sent } == [40, 100])
        #expect(found.attempts.last.map { $0.sent - found.attempts[0].sent } == 2000)
    }

    @Test func aDoubtThatIsSettledLaterIsNoSecondAttempt() throws {
        let found = try moments([
            .answer(ended("a", .unknown, sent: "05.000", took: "35.000")),
            .answer(ended("b", .conflict, sent: "05.000", took: "05.100")),
            .outcome(ended("b", .alreadyInvited, sent: "05.000", took: "05.300"), .alreadyInvited),
            .answer(ended("a", .notFound, sent: "05.000", took: "50.000")),
            .outcome(ended("a", .invited, 2, sent: "51.000", took: "51.100"), .invited),
        ])
        #expect(found.attempts.map(\.result) == [.unknown, .conflict, .invited])
    }

    @Test func anAttemptOfAKilledStartIsNotOneOfTheNext() throws {
        let header = JournalHeader(
            tool: "0", organization: "acme", origin: "https://a.example", createdAt: "2026-01-02T03:04:30.000Z")
        let found = try moments([
            .header(header), .outcome(ended("a", .invited, sent: "05.000", took: "40.000"), .invited),
            .outcome(ended("b", .invited, sent: "41.000", took: "41.100"), .invited),
        ])
        #expect(found.starts == 2)
        #expect(found.attempts.count == 1)
    }
}
