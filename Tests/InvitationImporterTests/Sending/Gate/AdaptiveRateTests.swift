import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

struct AdaptiveRateTests {
    /// What a rate is told, with the time in milliseconds.
    enum Event: Sendable {
        case accepted(Int, after: Int = 20)
        case turnedAway(Int, until: Int)
        case advised(Double)
    }

    private static func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }

    private static func tell(_ rate: inout AdaptiveRate, _ event: Event) {
        switch event {
        case .accepted(let now, let latency): rate.accepted(at: at(now), after: .milliseconds(latency))
        case .turnedAway(let now, let end): rate.turnedAway(at: at(now), pauseEnds: at(end))
        case .advised(let perSecond): rate.advised(perSecond)
        }
        rate.checkInvariants()
    }

    static let cases: [(name: String, events: [Event], perSecond: Double)] = [
        ("it begins at 10/s", [], 10),
        ("the first answer only begins a step", [.accepted(0)], 10),
        ("a step is not over", [.accepted(0), .accepted(149)], 10),
        ("a step rises by half", [.accepted(0), .accepted(150)], 15),
        ("so does the next", [.accepted(0), .accepted(150), .accepted(300)], 22.5),
        ("a step lasts as long as an answer", [.accepted(0), .accepted(999, after: 1000)], 10),
        ("until the answer is there", [.accepted(0), .accepted(1000, after: 1000)], 15),
        ("the first refusal costs four tenths", [.turnedAway(0, until: 1000)], 6),
        ("answers from before the pause say nothing", [.turnedAway(0, until: 1000), .accepted(900)], 6),
        ("after it the climb is slow", [.turnedAway(0, until: 1000), .accepted(1170)], 6.18),
        ("a second refusal soon costs as much", [.turnedAway(0, until: 100), .turnedAway(500, until: 600)], 3.6),
        (
            "a refusal on the climb shows the ceiling", [.turnedAway(0, until: 100), .turnedAway(2000, until: 2100)],
            6 * 0.93
        ),
        (
            "under which it then stays",
            [.turnedAway(0, until: 100), .turnedAway(2000, until: 2100), .turnedAway(4000, until: 4100)],
            6 * 0.93 * 0.93
        ),
        (
            "and to which it comes back",
            [.turnedAway(0, until: 100), .turnedAway(2000, until: 2100), .accepted(2300)],
            6 * 0.93 + 6 * (0.97 - 0.93) / 20
        ),
        (
            "the ceiling is what was accepted if that is less",
            [.turnedAway(0, until: 0), .accepted(1500), .accepted(2500), .turnedAway(2500, until: 2600)], 2 * 0.93
        ),
        ("advice slows down", [.advised(5)], 5),
        ("advice never speeds up", [.advised(20)], 10),
        ("what was advised is a ceiling", [.advised(5), .accepted(0), .accepted(200)], 5 * 1.0001),
        ("advice to stop is not taken", [.advised(0)], 0.05),
    ]

    @Test(arguments: cases) func whatIsSaidSetsTheRate(name: String, events: [Event], perSecond: Double) {
        var rate = AdaptiveRate()
        for event in events { Self.tell(&rate, event) }
        #expect(abs(rate.perSecond - perSecond) < 1e-9, "\(name): \(rate.perSecond)")
    }

    @Test func itNeverRisesAboveTheMost() {
        var rate = AdaptiveRate(start: 10, most: 12)
        for step in 0...20 { Self.tell(&rate, .accepted(step * 200)) }
        #expect(rate.perSecond == 12)
    }

    /// A rate below the least that is ever gone down to stays what it was told.
    @Test func itNeverRisesByARefusal() {
        var rate = AdaptiveRate(start: 0.001, most: 0.001)
        Self.tell(&rate, .turnedAway(0, until: 100))
        #expect(rate.perSecond == 0.001)
    }

    @Test func itNeverFallsToNothing() {
        var rate = AdaptiveRate()
        for step in 0...200 { Self.tell(&rate, .turnedAway(step * 100, until: step * 100 + 50)) }
        #expect(rate.perSecond == 0.05)
    }

    /// Against servers with a token bucket, in virtual time: what got through in the second of two minutes.
    @Test(arguments: [5.0, 20, 100, 400]) func itFindsWhatAServerAccepts(limit: Double) {
        var rate = AdaptiveRate()
        var (now, bucket, accepted, refused) = (0.0, 1.0, 0, 0)
        while now < 120 {
            let wait = 1 / rate.perSecond
            now += wait
            bucket = min(limit / 10 + 1, bucket + wait * limit)
            if bucket >= 1 {
                bucket -= 1
                if now > 60 { accepted += 1 }
                rate.accepted(at: Self.at(Int(now * 1000)), after: .milliseconds(20))
            } else {
                if now > 60 { refused += 1 }
                rate.turnedAway(at: Self.at(Int(now * 1000)), pauseEnds: Self.at(Int(now * 1000) + 100))
                now += 0.1
                bucket = min(limit / 10 + 1, bucket + 0.1 * limit)
            }
        }
        rate.checkInvariants()
        #expect(Double(accepted) / 60 > limit * 0.85)
        #expect(refused < accepted / 20)
    }

    @Test(arguments: 0..<20) func nothingMakesItGoWrong(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let most: Double = [0.001, 3, 10_000].randomElement(using: &random) ?? 3
        var rate = AdaptiveRate(start: most, most: most)
        var now = 0
        for _ in 0..<500 {
            now += Int.random(in: 0...500, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: Self.tell(&rate, .turnedAway(now, until: now + Int.random(in: 0...2000, using: &random)))
            case 1: Self.tell(&rate, .advised(Double.random(in: -1...20, using: &random)))
            default: Self.tell(&rate, .accepted(now, after: Int.random(in: 0...3000, using: &random)))
            }
        }
        #expect(rate.perSecond <= most)
    }
}
