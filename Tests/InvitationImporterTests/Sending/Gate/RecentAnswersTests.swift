import CurlMulti
import Testing

@testable import InvitationImporter

struct RecentAnswersTests {
    private static func at(_ seconds: Double) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    private func answers(_ accepted: Int, _ refused: Int, at second: Double) -> RecentAnswers {
        var answers = RecentAnswers()
        for _ in 0..<accepted { answers.add(isAccepted: true, at: Self.at(second)) }
        for _ in 0..<refused { answers.add(isAccepted: false, at: Self.at(second)) }
        answers.checkInvariants()
        return answers
    }

    @Test(arguments: [(0, 0, false), (19, 1, false), (18, 1, true), (0, 1, true), (95, 5, false), (94, 6, true)])
    func moreThanATwentiethIsMany(_ accepted: Int, _ refused: Int, _ isMany: Bool) {
        let answers = answers(accepted, refused, at: 0)
        #expect(answers.areRefusalsMany(at: Self.at(9.9)) == isMany)
        #expect(!answers.areRefusalsMany(at: Self.at(10)), "what is ten seconds ago is no more")
    }

    @Test(arguments: [(0, 3, false), (0, 4, true), (75, 4, true), (76, 4, false)])
    func amongFewAFewAreChance(_ accepted: Int, _ refused: Int, _ isMany: Bool) {
        #expect(answers(accepted, refused, at: 0).areRefusalsMany(at: Self.at(1), least: 4) == isMany)
    }

    @Test(arguments: [(0.0, 2.0), (59.9, 2), (60, 0)])
    func aMinuteIsRemembered(_ second: Double, _ perSecond: Double) {
        #expect(answers(120, 7, at: 0).acceptedPerSecond(at: Self.at(second)) == perSecond)
    }

    @Test func noMoreThanAMinuteIsKept() {
        var answers = RecentAnswers()
        for second in 0..<500 {
            answers.add(isAccepted: true, at: Self.at(Double(second)))
            answers.checkInvariants()
        }
        #expect(answers.acceptedPerSecond(at: Self.at(499)) == 1)
        #expect(answers.count(last: 2, at: Self.at(499)).accepted == 2)
    }
}
