import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

/// Servers with a true token bucket, in virtual time: how soon a whole import is done, and how often it is turned away.
/// What the gate alone makes of them is in PaceTests, for more kinds of servers and in less time.
struct KnownPaceTests {
    static let known: [(text: String, rate: Double, people: Int, burst: Double)] =
        [("5/s", 5, 300, 1), ("100/s", 100, 1000, 5)]
        + (TestDose.isFull ? [("100/s", 100, 3000, 10), ("1000/s", 1000, 15000, 100), ("100/s", 100, 3000, 5)] : [])

    /// Answers like a bucket of `burst` that is refilled at `rate` a second.
    private func bucket(
        _ rate: Double, burst: Double, latency: Duration, retryAfter: String? = nil
    ) -> (server: SimulatedWire.Server, turnedAway: () -> Int) {
        var tokens = burst
        var last = Instant.origin
        var refusals = 0
        let server: SimulatedWire.Server = { _, now in
            tokens = min(burst, tokens + (now - last) / .seconds(1) * rate)
            last = now
            guard tokens >= 1 else {
                refusals += 1
                return (latency, .answer(429, "", retryAfter.map { [("Retry-After", $0)] } ?? []))
            }
            tokens -= 1
            return (latency, .answer(201))
        }
        return (server, { refusals })
    }

    @Test(arguments: known)
    func keepsToAKnownPaceWithoutBeingTurnedAway(_ text: String, _ rate: Double, _ people: Int, _ burst: Double) throws
    {
        let simulated = try SimulatedImport(people)
        simulated.policy.concurrency = 64
        simulated.policy.pace = .atMost(try #require(Rate(text)))
        let (server, turnedAway) = bucket(
            rate, burst: burst, latency: .milliseconds(20))
        let (_, summary, wire) = try simulated.run(server)
        #expect(summary.count(.invited) == people)
        let ideal = Duration.seconds(Double(people) / rate)
        #expect(wire.now.sinceOrigin <= ideal * 1.02, "\(wire.now.sinceOrigin / ideal) of the ideal")
        #expect(Double(turnedAway()) <= 0.001 * Double(people), "\(turnedAway()) turned away")
    }

    /// Times in milliseconds at which requests started, and no two of them sooner after each other than the pace
    /// allows.
    @Test(arguments: [Duration.zero, .milliseconds(130), .seconds(3600)])
    func nothingBeginsWithABurst(_ start: Duration) throws {
        let simulated = try SimulatedImport(100)
        simulated.policy.pace = .atMost(Rate(100, per: .seconds(1)))
        let (_, _, wire) = try simulated.run(startingAt: start) { _, now in
            let isPaused = now.sinceOrigin - start > .milliseconds(300) && now.sinceOrigin - start < .milliseconds(320)
            return (.milliseconds(20), isPaused ? .answer(429, "", [("Retry-After", "5")]) : .answer(201))
        }
        for (earlier, later) in zip(wire.requests, wire.requests.dropFirst()) {
            #expect(later - earlier >= .milliseconds(9))
        }
    }

    /// Which share is turned away at random, of all tries or of the first for each person; without a word about how
    /// long to wait.
    private func random(_ share: Double, onlyFirst: Bool, seed: UInt64) -> SimulatedWire.Server {
        var random = SplitMix64(seed: seed)
        var seen: Set<[UInt8]> = []
        return { request, _ in
            let isFirst = seen.insert(request.body).inserted
            let isHit = Double.random(in: 0..<1, using: &random) < share
            return (.milliseconds(20), .answer(isHit && (isFirst || !onlyFirst) ? 429 : 201))
        }
    }

    @Test(arguments: [true, false])
    func isSoonDoneWithAServerThatTurnsAwayAtRandom(_ onlyFirst: Bool) throws {
        let simulated = try SimulatedImport(200)
        let (_, summary, wire) = try simulated.run(random(0.3, onlyFirst: onlyFirst, seed: 1))
        #expect(summary.count(.invited) == 200)
        #expect(wire.now.sinceOrigin <= .seconds(60))
    }

    @Test func aToldPaceIsKeptThoughSomeAreTurnedAway() throws {
        let simulated = try SimulatedImport(3000)
        simulated.policy.pace = .atMost(Rate(100, per: .seconds(1)))
        let (_, summary, wire) = try simulated.run(random(0.02, onlyFirst: false, seed: 1))
        #expect(summary.count(.invited) == 3000)
        #expect(wire.now.sinceOrigin <= .seconds(30) * 1.2, "\(wire.now.sinceOrigin)")
    }

    static let paces: [SendingPolicy.Pace] =
        TestDose.isFull ? [.auto, .unlimited, .atMost(Rate(100, per: .seconds(1)))] : [.auto]

    @Test(arguments: paces)
    func aServerErrorForEveryThirdCostsHalfTheTimeAgainAtMost(_ pace: SendingPolicy.Pace) throws {
        func time(_ share: Double) throws -> Duration {
            let people = TestDose.isFull ? 5000 : 2000
            let simulated = try SimulatedImport(people)
            simulated.policy.pace = pace
            var random = SplitMix64(seed: 1)
            var seen: Set<[UInt8]> = []
            let (_, summary, wire) = try simulated.run { request, _ in
                let isFirst = seen.insert(request.body).inserted
                let isHit = Double.random(in: 0..<1, using: &random) < share
                return (.milliseconds(20), .answer(isFirst && isHit ? 500 : 201))
            }
            #expect(summary.count(.invited) == people)
            return wire.now.sinceOrigin
        }
        #expect(try time(0.3) / time(0) <= 1.5)
    }

    /// A server that admits four at once, and what it does with the fifth.
    @Test(
        arguments: [HTTPExchange.silence(.notSent, .connect), .answer(429), .answer(429, "", [("Retry-After", "1")])],
        [SendingPolicy.Pace.auto, .unlimited])
    func fewerSlotsAreFoundOut(_ rest: HTTPExchange, _ pace: SendingPolicy.Pace) throws {
        let simulated = try SimulatedImport(200)
        simulated.policy.concurrency = 64
        simulated.policy.pace = pace
        var ends: [Instant] = []
        let (_, summary, wire) = try simulated.run { _, now in
            ends.removeAll { $0 <= now }
            guard ends.count < 4 else { return (.milliseconds(1), rest) }
            ends.append(now + .milliseconds(100))
            return (.milliseconds(100), .answer(201))
        }
        #expect(summary.count(.invited) == 200)
        #expect(wire.now.sinceOrigin <= .seconds(20), "\(wire.now.sinceOrigin)")
    }

    @Test func theTimeLeftKnowsOfAQuota() throws {
        let simulated = try SimulatedImport(30)
        simulated.policy.pace = .atMost(Rate(10, per: .seconds(1)))
        simulated.policy.quotas = [try #require(Quota("10/min"))]
        var left: [Duration] = []
        let (_, _, wire) = try simulated.run(SendingTests.created)
        for progress in simulated.progress where progress.waits.quota != nil && progress.waited > .seconds(1) {
            left.append((progress.left ?? .zero) + progress.elapsed)
        }
        #expect(!left.isEmpty)
        let whole = wire.now.sinceOrigin
        #expect(whole < .seconds(130), "nobody waits for a quota when all are sent")
        #expect(left.allSatisfy { ($0 - whole) / .seconds(1) > -10 && ($0 - whole) / .seconds(1) < 65 }, "\(left)")
    }

    /// Requests a second that the server admits, milliseconds that an answer takes, people, and what the server says
    /// about how long to wait.
    static let servers: [(Double, Int, Int, String?)] =
        [(5, 20, 600, nil), (100, 20, 3000, nil)]
        + (TestDose.isFull
            ? [(5, 500, 1000, nil), (5, 20, 1000, "1"), (100, 5, 3000, "1"), (1000, 20, 20_000, nil)] : [])

    @Test(arguments: servers)
    func findsThePaceOfAServer(_ rate: Double, _ latency: Int, _ people: Int, _ retryAfter: String?) throws {
        let simulated = try SimulatedImport(people)
        simulated.policy.concurrency = 64
        let (server, turnedAway) = bucket(
            rate, burst: max(1, rate / 10), latency: .milliseconds(latency), retryAfter: retryAfter)
        let (_, summary, wire) = try simulated.run(server)
        #expect(summary.count(.invited) == people)
        let ideal = Duration.seconds(Double(people) / rate)
        #expect(wire.now.sinceOrigin <= ideal * 1.15, "\(wire.now.sinceOrigin / ideal) of the ideal")
        let share = Double(turnedAway()) / Double(wire.starts.count)
        #expect(share <= 0.02, "\(share) turned away")
    }
}
