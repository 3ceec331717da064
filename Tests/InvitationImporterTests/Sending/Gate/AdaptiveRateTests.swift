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
            rate.accepted(at: at(now), startedAt: at(now - latency), answers)
            check()
        }

        /// Everybody is told to pause; `nil` for no more than is known.
        mutating func turnedAway(_ now: Int, after latency: Int = 20, until end: Int?) {
            answers.add(isAccepted: false, at: at(now))
            rate.turnedAway(at: at(now), startedAt: at(now - latency), pauseEnds: end.map(at), answers)
            check()
        }

        /// Answers at the rate there is, up to 200 a second, of which every so many-th is a refusal.
        mutating func drive(from start: Int, to end: Int, refusingEvery every: Int = .max) {
            var (now, number) = (Double(start), 0)
            while now < Double(end) {
                number += 1
                if number % every == 0 {
                    turnedAway(Int(now), until: Int(now) + 50)
                } else {
                    accepted(Int(now))
                }
                now += 1000 / min(rate.perSecond, 200)
            }
        }

        private func check() {
            rate.checkInvariants()
            answers.checkInvariants()
        }
    }

    /// What a rate is told, with the time in milliseconds.
    enum Event: Sendable {
        case accepted(Int, after: Int = 20)
        case turnedAway(Int, until: Int?)
        case advised(Double)
    }

    /// One accepted each tenth of a second up to a time.
    private static func steps(_ end: Int, after latency: Int = 20) -> [Event] {
        stride(from: 0, through: end, by: 100).map { .accepted($0, after: latency) }
    }

    static let cases: [(name: String, events: [Event], perSecond: Double)] = [
        ("it begins at 10/s", [], 10),
        ("the first answer only begins a step", [.accepted(0)], 10),
        ("a step is not over", [.accepted(0), .accepted(299)], 10),
        ("a step rises by three tenths", steps(300), 13),
        ("so does the next", steps(600), 16.9),
        ("a step lasts as long as an answer", steps(900, after: 1000), 10),
        ("until the answer is there", steps(900, after: 1000) + [.accepted(1000, after: 1000)], 13),
        ("the first refusal costs less than a third", [.turnedAway(0, until: 1000)], 6.7),
        ("answers from before the pause say nothing", [.turnedAway(0, until: 1000), .accepted(900)], 6.7),
        ("what was under way is not counted again", [.turnedAway(0, until: 100), .turnedAway(50, until: nil)], 6.7),
        ("nor what went out at once after the pause", [.turnedAway(0, until: 100), .turnedAway(200, until: 250)], 6.7),
        ("one more refusal soon says nothing yet", [.turnedAway(0, until: 100), .turnedAway(500, until: 600)], 6.7),
        ("advice slows down", [.advised(5)], 5),
        ("advice never speeds up", [.advised(20)], 10),
        ("advice to stop is not taken", [.advised(0)], 0.05),
    ]

    @Test(arguments: cases) func whatIsSaidSetsTheRate(name: String, events: [Event], perSecond: Double) {
        var found = Told(rate: AdaptiveRate())
        for event in events {
            switch event {
            case .accepted(let now, let latency): found.accepted(now, after: latency)
            case .turnedAway(let now, let end): found.turnedAway(now, until: end)
            case .advised(let perSecond): found.rate.advised(perSecond)
            }
        }
        #expect(abs(found.rate.perSecond - perSecond) < 1e-9, "\(name): \(found.rate.perSecond)")
    }

    @Test func aFoundRateFallsByLessThanAThirdAndComesBackWithinSeconds() {
        var found = Told(rate: AdaptiveRate())
        found.drive(from: 0, to: 2000)
        let before = found.rate.perSecond
        found.turnedAway(2000, until: 2050)
        #expect(found.rate.perSecond < before)
        #expect(found.rate.perSecond > before * 2 / 3)
        found.drive(from: 2050, to: 7000)
        #expect(found.rate.perSecond >= before * 0.85)
        found.drive(from: 7000, to: 12_000)
        #expect(found.rate.perSecond > before, "and probes on")
    }

    @Test func itNeverRisesAboveWhatWasTold() {
        var told = Told(rate: AdaptiveRate(told: 12))
        for step in 0...20 { told.accepted(step * 200) }
        #expect(told.rate.perSecond == 12)
    }

    /// A rate below the least that is ever gone down to stays what it was told.
    @Test func itNeverRisesByARefusal() {
        var told = Told(rate: AdaptiveRate(told: 0.001))
        for step in 0..<20 { told.turnedAway(step * 100, until: step * 100 + 50) }
        #expect(told.rate.perSecond == 0.001)
    }

    @Test func itNeverFallsToNothing() {
        var found = Told(rate: AdaptiveRate())
        for step in 0...2000 { found.turnedAway(step * 1000, until: step * 1000 + 50) }
        #expect(found.rate.perSecond == 0.05)
    }

    /// Against servers with a token bucket, in virtual time: what got through in the second of two minutes.
    @Test(arguments: [5.0, 20, 100, 400]) func itFindsWhatAServerAccepts(limit: Double) {
        var found = Told(rate: AdaptiveRate())
        var (now, bucket, accepted, refused) = (0.0, 1.0, 0, 0)
        while now < 120 {
            let wait = 1 / found.rate.perSecond
            now += wait
            bucket = min(limit / 10 + 1, bucket + wait * limit)
            if bucket >= 1 {
                bucket -= 1
                if now > 60 { accepted += 1 }
                found.accepted(Int(now * 1000), after: 0)
            } else {
                if now > 60 { refused += 1 }
                found.turnedAway(Int(now * 1000), after: 0, until: Int(now * 1000) + 100)
                now += 0.1
                bucket = min(limit / 10 + 1, bucket + 0.1 * limit)
            }
        }
        #expect(Double(accepted) / 60 > limit * 0.85)
        #expect(refused < accepted / 20)
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
        found.drive(from: 0, to: 2000)
        // A server that bears what it gets, but for one in forty.
        found.drive(from: 2000, to: 70_000, refusingEvery: 40)
        for step in 1..<40 {
            let now = 70_000 + step * 200
            found.turnedAway(now, until: now + 50)
            #expect(found.rate.perSecond >= found.answers.acceptedPerSecond(at: at(now)) * 0.9 - 1e-9)
        }
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
            case 0: told.turnedAway(now, until: now + Int.random(in: 1...2000, using: &random))
            case 1 where seed % 4 == 0: told.rate.advised(Double.random(in: -1...20, using: &random))
            default: told.accepted(now, after: Int.random(in: 0...3000, using: &random))
            }
        }
        if seed % 2 == 1 { #expect(told.rate.perSecond <= most) }
    }
}

private func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }
