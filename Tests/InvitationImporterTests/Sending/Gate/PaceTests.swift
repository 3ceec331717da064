import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

/// How soon all are accepted, and how many are turned away, by servers of many kinds: the gate alone, in virtual time.
struct PaceTests {
    static let rates: [(perSecond: Double, people: Int)] = [
        (5, 300), (20, 1000), (100, 3000), (300, 1500), (1000, 5000),
    ]

    private func told(_ perSecond: Double) -> SimulatedPace {
        var pace = SimulatedPace()
        pace.policy.concurrency = 512
        pace.policy.pace = .atMost(Rate(Int(perSecond), per: .seconds(1)))
        return pace
    }

    private func found(_ latency: Int, _ retryAfter: String? = nil) -> SimulatedPace {
        var pace = SimulatedPace()
        pace.policy.concurrency = 64
        (pace.latency, pace.retryAfter) = (.milliseconds(latency), retryAfter)
        return pace
    }

    @Test(arguments: rates, [1.0, 0.05])
    func aToldPaceIsKeptWithoutBeingTurnedAway(_ rate: (perSecond: Double, people: Int), _ burst: Double) {
        for latency in [5, 100] {
            var pace = told(rate.perSecond)
            pace.latency = .milliseconds(latency)
            let server = SimulatedPace.bucket(rate.perSecond, burst: burst == 1 ? 1 : rate.perSecond * burst)
            let result = pace.run(rate.people, server)
            let ideal = Duration.seconds(Double(rate.people) / rate.perSecond)
            #expect(result.time <= ideal * 1.02 + pace.latency)
            #expect(result.share <= 0.001)
        }
    }

    @Test(arguments: rates, 1...2 as ClosedRange<UInt64>)
    func aToldPaceIsNearlyKeptThoughSomeAreTurnedAway(_ rate: (perSecond: Double, people: Int), _ seed: UInt64) {
        let result = told(rate.perSecond).run(rate.people, SimulatedPace.random(0.02, seed: seed))
        #expect(result.time <= .seconds(Double(rate.people) / rate.perSecond) * 1.2)
    }

    /// A server that bears half of what a person believes: more than a twentieth is turned away, so that it is found
    /// out.
    @Test func aToldPaceThatIsTooMuchIsNotKept() {
        let result = told(100).run(3000, SimulatedPace.bucket(50, burst: 5))
        #expect(result.time <= .seconds(60) * 1.3)
        #expect(result.share <= 0.2)
    }

    @Test(
        arguments: [
            (5.0, 20, 600, nil), (5, 500, 1000, nil), (5, 20, 1000, "1"), (10, 20, 1000, nil), (20, 20, 1000, nil),
            (50, 100, 3000, nil), (100, 20, 3000, nil), (100, 5, 3000, "1"),
            (1000, 20, 20_000, nil),
        ] as [(Double, Int, Int, String?)], [0.1, 0.05])
    func thePaceOfAServerIsFound(
        _ server: (perSecond: Double, latency: Int, people: Int, retryAfter: String?), _ burst: Double
    ) {
        let result = found(server.latency, server.retryAfter)
            .run(server.people, SimulatedPace.bucket(server.perSecond, burst: server.perSecond * burst))
        let times = result.time / .seconds(Double(server.people) / server.perSecond)
        #expect(times <= 1.15, "\(times) times the ideal")
        #expect(result.share <= 0.02, "\(result.share) turned away")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>, [true, false])
    func refusalsAtRandomDoNotHoldAnImportUp(_ seed: UInt64, _ onlyFirst: Bool) {
        var pace = SimulatedPace()
        #expect(pace.run(200, SimulatedPace.random(0.3, onlyFirst: onlyFirst, seed: seed)).time <= .seconds(60))
        pace.policy.pace = .atMost(Rate(100, per: .seconds(1)))
        #expect(pace.run(200, SimulatedPace.random(0.3, onlyFirst: onlyFirst, seed: seed)).time <= .seconds(30))
    }

    /// A server that for a minute has no yes for anybody is not met by many, and afterwards is done with soon.
    @Test(arguments: [SendingPolicy.Pace.auto, .atMost(Rate(100, per: .seconds(1)))])
    func aServerThatTurnsEverybodyAwayIsSparedAndFoundBack(_ wanted: SendingPolicy.Pace) {
        var pace = SimulatedPace()
        pace.policy.pace = wanted
        let (begin, end) = (Instant(sinceOrigin: .seconds(5)), Instant(sinceOrigin: .seconds(65)))
        let result = pace.run(3000) { now, _ in now < begin || now >= end }
        #expect(result.refused <= 300)
        #expect(result.time <= .seconds(240))
    }

    @Test func whatIsUnlimitedObeysPauses() {
        var pace = SimulatedPace()
        pace.policy.pace = .unlimited
        let result = pace.run(200, SimulatedPace.random(0.02, seed: 1))
        #expect(result.time <= .seconds(10))
        for (earlier, later) in zip(result.starts, result.starts.dropFirst()) { #expect(earlier <= later) }
    }
}
