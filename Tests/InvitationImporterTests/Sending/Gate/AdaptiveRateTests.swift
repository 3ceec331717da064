import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

struct AdaptiveRateTests {
    /// A rate with the answers that it is told of; times in milliseconds.
    private struct Told {
        var rate: AdaptiveRate
        var answers = RecentAnswers()

        mutating func accepted(_ now: Int, after latency: Int = 20) {
            answers.add(isAccepted: true, at: at(now))
            rate.accepted(at: at(now), after: .milliseconds(latency), answers)
            check()
        }

        /// Everybody is told to pause; `nil` for no more than is known.
        mutating func turnedAway(_ now: Int, until end: Int?) {
            answers.add(isAccepted: false, at: at(now))
            rate.turnedAway(at: at(now), pauseEnds: end.map(at), answers)
            check()
        }

        /// Answers at the rate there is, of which every so many-th is a refusal.
        mutating func drive(from start: Int, to end: Int, refusingEvery every: Int = .max) {
            var (now, number) = (Double(start), 0)
            while now < Double(end) {
                number += 1
                if number % every == 0 {
                    turnedAway(Int(now), until: Int(now) + 50)
                } else {
                    accepted(Int(now))
                }
                now += 1000 / rate.perSecond
            }
        }

        private func check() {
            rate.checkInvariants()
            answers.checkInvariants()
        }
    }

    @Test func aFoundRateBeginsAtTenAndRisesByHalf() {
        var found = Told(rate: AdaptiveRate())
        #expect(found.rate.perSecond == 10)
        found.accepted(0)
        found.accepted(299)
        #expect(found.rate.perSecond == 10, "three requests are a step")
        found.accepted(300)
        #expect(found.rate.perSecond == 15)
    }

    @Test func aFoundRateFallsByLessThanAThirdAndComesBackWithinSeconds() {
        var found = Told(rate: AdaptiveRate())
        found.drive(from: 0, to: 2000)
        let before = found.rate.perSecond
        found.turnedAway(2000, until: 2050)
        #expect(found.rate.perSecond < before)
        #expect(found.rate.perSecond > before * 2 / 3)
        found.drive(from: 2050, to: 7000)
        #expect(found.rate.perSecond >= before * 0.88)
        found.drive(from: 7000, to: 20_000)
        #expect(found.rate.perSecond > before * 1.1, "and probes on")
    }

    @Test func refusalsThatWereUnderWayTogetherCountOnce() {
        var found = Told(rate: AdaptiveRate())
        found.drive(from: 0, to: 2000)
        found.turnedAway(2000, until: 2050)
        let once = found.rate.perSecond
        for _ in 0..<10 { found.turnedAway(2010, until: nil) }
        #expect(found.rate.perSecond == once)
    }

    @Test func itNeverFallsBelowWhatWasAcceptedInTheLastMinuteLessATenth() {
        var found = Told(rate: AdaptiveRate())
        found.drive(from: 0, to: 30_000, refusingEvery: 40)
        let accepted = found.answers.acceptedPerSecond(at: at(30_000))
        for step in 0..<20 { found.turnedAway(30_000 + step * 10, until: 30_000 + step * 10 + 5) }
        #expect(found.rate.perSecond >= min(accepted * 0.89, found.rate.perSecond + 1))
    }

    @Test func refusalsAsFrequentAtALowPaceHaveAnotherCause() {
        var found = Told(rate: AdaptiveRate())
        found.drive(from: 0, to: 20_000, refusingEvery: 3)
        #expect(found.rate.hasOtherCause)
        #expect(found.rate.perSecond >= 10)
    }

    @Test func oneRefusalDoesNotChangeAToldRate() {
        var told = Told(rate: AdaptiveRate(told: 100))
        told.turnedAway(0, until: 50)
        #expect(told.rate.perSecond == 100)
    }

    @Test func aToldRateStaysWhereNoMoreThanATwentiethIsTurnedAway() {
        var told = Told(rate: AdaptiveRate(told: 100))
        told.drive(from: 0, to: 5000, refusingEvery: 21)
        #expect(told.rate.perSecond == 100)
    }

    @Test func aToldRateFallsWhenMoreThanATwentiethIsTurnedAwayAndIsBackWithinTenSeconds() {
        var told = Told(rate: AdaptiveRate(told: 100))
        told.drive(from: 0, to: 3000, refusingEvery: 10)
        #expect(told.rate.perSecond < 100)
        told.drive(from: 3000, to: 13_000)
        #expect(told.rate.perSecond == 100)
    }

    @Test(arguments: [(5.0, 5.0), (20, 10), (0.001, 0.05)])
    func adviceSlowsDownAndNeverToNothing(_ advice: Double, _ perSecond: Double) {
        var found = Told(rate: AdaptiveRate())
        found.rate.advised(advice)
        #expect(found.rate.perSecond == perSecond)
    }

    @Test func whatIsNotUsedMakesItNoFaster() {
        var found = Told(rate: AdaptiveRate())
        // Two a second, for ten minutes.
        for step in 0..<1200 { found.accepted(step * 500) }
        #expect(found.rate.perSecond <= 24)
    }

    @Test(arguments: 0..<20) func nothingMakesItGoWrong(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let most: Double = [0.001, 3, 100].randomElement(using: &random) ?? 3
        var told = Told(rate: seed % 2 == 0 ? AdaptiveRate() : AdaptiveRate(told: most))
        var now = 0
        for _ in 0..<500 {
            now += Int.random(in: 0...500, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: told.turnedAway(now, until: now + Int.random(in: 0...2000, using: &random))
            case 1 where seed % 4 == 0: told.rate.advised(Double.random(in: -1...20, using: &random))
            default: told.accepted(now, after: Int.random(in: 0...3000, using: &random))
            }
        }
        if seed % 2 == 1 { #expect(told.rate.perSecond <= most) }
    }
}

private func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }
