import CurlMulti
import Testing

@testable import InvitationImporter

struct RefusalCauseTests {
    private static func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    /// A cause that has seen so many answers.
    private func cause(above: (accepted: Int, refused: Int), bearable: (accepted: Int, refused: Int)) -> RefusalCause {
        var cause = RefusalCause()
        func note(_ count: Int, _ isAccepted: Bool, _ isBearable: Bool) {
            for _ in 0..<count { cause.note(isAccepted: isAccepted, isBearable: isBearable) }
        }
        note(above.accepted, true, false)
        note(above.refused, false, false)
        cause.fell()
        note(bearable.accepted, true, true)
        note(bearable.refused, false, true)
        cause.checkInvariants()
        return cause
    }

    static let cases: [(name: String, above: (Int, Int), bearable: (Int, Int), isAnother: Bool)] = [
        ("nothing is known", (0, 0), (0, 0), false),
        ("refusals only above what is bearable", (70, 30), (20, 0), false),
        ("as many at a bearable pace", (14, 6), (7, 3), true),
        ("half as many there", (12, 8), (8, 2), true),
        ("fewer than half as many there", (60, 30), (20, 2), false),
        ("one refusal is chance", (14, 6), (7, 1), false),
        ("too few answers say nothing", (14, 6), (5, 2), false),
        ("every fifth there says it, whatever was above", (1, 9), (8, 2), true),
        ("who turns more than every other away wants something", (5, 5), (4, 6), false),
    ]

    @Test(arguments: cases) func refusalsAtABearablePaceHaveAnotherCause(
        name: String, above: (Int, Int), bearable: (Int, Int), isAnother: Bool
    ) {
        var cause = cause(above: above, bearable: bearable)
        cause.judge(at: .origin)
        #expect(cause.isAnother == isAnother, "\(name)")
    }

    /// What becomes of the belief after so many more answers at any pace, at a time in seconds.
    @Test(arguments: [
        (17, 7, 1, true), (17, 7, 20, true), (17, 7, 21, false), (11, 13, 1, false), (5, 10, 1, true),
    ]) func thatIsLookedAtAgain(_ accepted: Int, _ refused: Int, _ seconds: Int, _ isStillAnother: Bool) {
        var cause = cause(above: (14, 6), bearable: (7, 3))
        cause.judge(at: .origin)
        for _ in 0..<accepted { cause.note(isAccepted: true, isBearable: false) }
        for _ in 0..<refused { cause.note(isAccepted: false, isBearable: false) }
        cause.judge(at: Self.at(seconds))
        cause.checkInvariants()
        #expect(cause.isAnother == isStillAnother)
    }

    @Test func aFallHasToShowFirstWhatItDoes() {
        var cause = RefusalCause()
        cause.fell()
        #expect(!cause.isOpen)
        #expect(cause.isDoubtful)
        cause.note(isAccepted: false, isBearable: false)
        #expect(cause.isOpen)
        for _ in 0..<5 { cause.note(isAccepted: true, isBearable: false) }
        #expect(!cause.isOpen)
        #expect(cause.isDoubtful)
        for _ in 0..<14 { cause.note(isAccepted: true, isBearable: false) }
        #expect(!cause.isDoubtful)
    }
}
