import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

struct BreakerTests {
    private static func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }

    /// Troubles a second apart, from the first at 0 s.
    private func breaker(after troubles: Int, _ dice: LoadedDice) -> Breaker {
        var breaker = Breaker()
        var dice = dice
        for number in 0..<troubles {
            breaker.trouble(at: Self.at(number * 1000), policy: RetryPolicy(), using: &dice)
            breaker.checkInvariants()
        }
        return breaker
    }

    static let cases: [(troubles: Int, failedProbes: Int, shortest: Int?, longest: Int?)] = [
        (0, 0, nil, nil), (1, 0, nil, nil), (7, 0, nil, nil),
        // The eighth opens it. The probe waits for 500 ms at most, and for an eighth of a second at least.
        (8, 0, 125, 500), (9, 1, 125, 1000), (10, 2, 125, 2000), (13, 5, 125, 16_000),
        // Never longer than the longest wait of the policy.
        (14, 6, 125, 30_000), (30, 22, 125, 30_000), (200, 192, 125, 30_000),
    ]

    @Test(arguments: cases) func aStreakOpensItAndProbesGetRarer(
        troubles: Int, failedProbes: Int, shortest: Int?, longest: Int?
    ) {
        for (dice, wait) in [(LoadedDice.least, shortest), (.most, longest)] {
            let breaker = breaker(after: troubles, dice)
            #expect(breaker.isOpen == (wait != nil))
            #expect(breaker.failedProbes == failedProbes)
            #expect(breaker.probeAt == wait.map { Self.at((troubles - 1) * 1000 + $0) })
        }
    }

    @Test func theEighthTroubleIsTheFirstToOpenIt() {
        demand(butNot: [.breakerOpened]) { _ = breaker(after: 7, .least) }
        demand(.breakerOpened) { _ = breaker(after: 8, .least) }
    }

    @Test(arguments: [1, 7, 8, 20]) func anyAnswerClosesIt(troubles: Int) {
        var breaker = breaker(after: troubles, .most)
        breaker.answered()
        breaker.checkInvariants()
        #expect(!breaker.isOpen)
        #expect(breaker.troubles == 0)
        #expect(breaker.failedProbes == 0)
    }

    @Test func itsThresholdCanBeAnother() {
        var breaker = Breaker(threshold: 1)
        var dice = LoadedDice.least
        breaker.trouble(at: .origin, policy: RetryPolicy(), using: &dice)
        breaker.checkInvariants()
        #expect(breaker.isOpen)
    }

    @Test func whatTheListExplainsIsNoTroubleAnyMore() {
        var breaker = breaker(after: 9, .least)
        #expect(breaker.isOpen && !breaker.hasExplanation)
        breaker.answered()
        #expect(!breaker.isOpen && !breaker.hasExplanation)
        breaker.explained()
        breaker.checkInvariants()
        #expect(!breaker.isOpen && breaker.hasExplanation)
    }
}
