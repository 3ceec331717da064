import CurlMulti
import InvitationImporter
import Testing

/// Servers with a true token bucket, in virtual time: how soon an import is done, and how often it is turned away.
struct KnownPaceTests {
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

    @Test(arguments: [("5/s", 5.0, 300), ("100/s", 100, 3000), ("1000/s", 1000, 15000)])
    func keepsToAKnownPaceWithoutBeingTurnedAway(_ text: String, _ rate: Double, _ people: Int) throws {
        let simulated = try SimulatedImport(people)
        simulated.policy.concurrency = 64
        simulated.policy.pace = .atMost(try #require(Rate(text)))
        let (server, turnedAway) = bucket(
            rate, burst: max(1, rate / 10), latency: .milliseconds(20))
        let (_, summary, wire) = try simulated.run(server)
        #expect(summary.count(.invited) == people)
        let ideal = Duration.seconds(Double(people) / rate)
        #expect(wire.now.sinceOrigin <= ideal * 1.02, "\(wire.now.sinceOrigin / ideal) of the ideal")
        #expect(Double(turnedAway()) <= 0.001 * Double(people), "\(turnedAway()) turned away")
    }

    /// Requests a second that the server admits, milliseconds that an answer takes, people, and what the server says about
    /// how long to wait.
    @Test(
        arguments: [
            (5.0, 20, 600, nil), (5, 500, 1000, nil), (5, 20, 1000, "1"), (100, 20, 3000, nil), (100, 5, 3000, "1"),
            (1000, 20, 20000, nil),
        ] as [(Double, Int, Int, String?)])
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
