import Testing

@testable import InvitationImporter

/// What is known after some attempts, and what follows from it: the one rule about attempts in doubt.
struct DoubtTests {
    /// A line of the table: attempts with how each ended (`nil` for not at all), and what follows.
    struct Line: Sendable, CustomTestStringConvertible {
        let ends: [AttemptResult?]
        let policy: RetryPolicy.ServerErrors
        /// With a list, without one, and without one where a person wants unknown rows sent again.
        let steps: (list: Doubt.Step, none: Doubt.Step, resending: Doubt.Step)

        init(
            _ ends: [AttemptResult?], _ list: Doubt.Step, _ none: Doubt.Step, _ resending: Doubt.Step? = nil,
            policy: RetryPolicy.ServerErrors = .settled
        ) {
            (self.ends, self.policy) = (ends, policy)
            steps = (list, none, resending ?? .send)
        }

        var testDescription: String { "\(ends.map { $0?.rawValue ?? "open" }) \(policy)" }
    }

    static let lines: [Line] = [
        Line([], .send, .send),
        Line([.notSent], .send, .send), Line([.refused], .send, .send), Line([.turnedAway], .send, .send),
        Line([.credentials], .send, .send), Line([.wholeRun], .send, .send),
        // Killed, or silence: only the list can tell.
        Line([nil], .settle, .giveUp), Line([.unknown], .settle, .giveUp),
        Line([nil], .settle, .giveUp, policy: .always), Line([.unknown], .settle, .giveUp, policy: .always),
        // A server error: looked up, else sent again once, over all paths and starts.
        Line([.perhapsProcessed], .settle, .send),
        Line([.perhapsProcessed, .perhapsProcessed], .settle, .giveUp),
        Line([.perhapsProcessed, .turnedAway], .settle, .send),
        Line([.perhapsProcessed, .notSent, .notSent, .perhapsProcessed], .settle, .giveUp),
        Line([.perhapsProcessed, nil], .settle, .giveUp), Line([.perhapsProcessed, .unknown], .settle, .giveUp),
        Line([.perhapsProcessed, .notFound, .perhapsProcessed], .settle, .send),
        Line([.perhapsProcessed], .settle, .giveUp, policy: .never),
        Line([.perhapsProcessed], .send, .send, policy: .always),
        Line(Array(repeating: .perhapsProcessed, count: 4), .send, .send, policy: .always),
        Line(Array(repeating: .perhapsProcessed, count: 5), .settle, .giveUp, policy: .always),
        // Not understood, or "exists already": nothing is sent before the list has spoken.
        Line([.notUnderstood], .settle, .giveUp), Line([.conflict], .settle, .giveUp),
        Line([.perhapsProcessed, .conflict], .settle, .giveUp),
        Line([.conflict, .notFound], .send, .send),
        Line([.perhapsProcessed, .invited], .send, .send),
    ]

    @Test func absencesAreCountedForGood() {
        var doubt = Doubt(absences: 1)
        doubt.begin()
        doubt.end(.unknown)
        doubt.end(.notFound)
        #expect(doubt.absences == 2)
        #expect(!doubt.mayExist)
    }

    @Test(arguments: lines)
    func whatFollowsFromTheAttempts(_ line: Line) {
        var doubt = Doubt()
        for end in line.ends {
            // What the list tells is no attempt.
            if end != .notFound { doubt.begin() }
            if let end { doubt.end(end) }
        }
        var policy = RetryPolicy()
        policy.serverErrors = line.policy
        #expect(doubt.step(canReadList: true, policy) == line.steps.list)
        #expect(doubt.step(canReadList: false, policy) == line.steps.none)
        #expect(doubt.step(canReadList: false, policy, resendsUnknown: true) == line.steps.resending)
    }

    @Test(arguments: [
        ([], false, false), ([AttemptResult.conflict], false, true), ([.notUnderstood], true, true),
        ([.perhapsProcessed], true, false), ([.perhapsProcessed, .conflict], true, false), ([.unknown], true, false),
        ([.conflict, .unknown], true, false),
    ])
    func whatMayBeOursAndWhatEndsWhenAbsent(_ ends: [AttemptResult], _ isOurs: Bool, _ endsWhenAbsent: Bool) {
        var doubt = Doubt()
        for end in ends {
            doubt.begin()
            doubt.end(end)
        }
        #expect(doubt.mayBeOurs == isOurs)
        #expect(doubt.endsWhenAbsent == endsWhenAbsent)
    }

    @Test func anAttemptBegunInSpiteOfAnOpenOneSettlesNothing() {
        var doubt = Doubt.begun
        doubt.begin()
        doubt.end(.refused)
        #expect(doubt.cause == .silence)
        #expect(doubt.resends == 0)
    }
}
