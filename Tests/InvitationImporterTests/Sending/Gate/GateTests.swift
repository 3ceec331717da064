import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

/// What a reply means for everybody.
struct GateTests {
    private static func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }

    private static func gate() -> Gate {
        var policy = SendingPolicy()
        policy.pace = .unlimited
        policy.concurrency = 4
        return Gate(policy, earlier: [])
    }

    /// What came, how often, and what follows: why to stop, whether all wait for a pause, whether single requests try.
    struct Learnt: Sendable {
        var name: String
        var exchange: HTTPExchange
        var times = 1
        var isPreflight = false
        var stops: String?
        var pauses = false
        var probes = false
        var reached = true
    }

    static let cases: [Learnt] = [
        Learnt(name: "a success", exchange: .answer(201)),
        Learnt(name: "turned away", exchange: .answer(429), pauses: true),
        Learnt(name: "trouble with a wait", exchange: .answer(503, "", [("Retry-After", "3")]), pauses: true),
        Learnt(name: "a little trouble", exchange: .answer(500), times: 7),
        Learnt(name: "trouble in a row", exchange: .answer(500), times: 8, probes: true),
        Learnt(name: "trouble with a list before the import", exchange: .answer(500), times: 8, isPreflight: true),
        Learnt(name: "a redirection", exchange: .answer(302), stops: "whole-run"),
        Learnt(name: "no connection", exchange: .silence(.notSent, .connect), times: 8, probes: true, reached: false),
    ]

    @Test(arguments: cases) func aReplyConcernsEverybody(_ it: Learnt) {
        var (gate, dice) = (Self.gate(), LoadedDice.least)
        var stop: StopReason?
        for number in 0..<it.times {
            gate.handOut()
            gate.started(at: Self.at(number))
            gate.ended()
            let reply = ServerReply(it.exchange, now: Date(timeIntervalSince1970: 1_800_000_000))
            stop = gate.learn(
                reply.kind, reply, startedAt: Self.at(number), isPreflight: it.isPreflight, using: &dice,
                at: Self.at(number + 1))
            gate.checkInvariants()
        }
        #expect(stop?.code == it.stops, "\(it.name)")
        #expect((gate.pausedUntil != nil) == it.pauses, "\(it.name)")
        #expect(gate.isProbing == it.probes, "\(it.name)")
        #expect(gate.hasReachedServer == it.reached, "\(it.name)")
    }

    @Test func noMoreAreUnderWayThanMayBe() {
        var gate = Self.gate()
        for number in 0..<4 {
            #expect(gate.closedUntil(at: Self.at(number)) == nil)
            gate.handOut()
            gate.started(at: Self.at(number))
        }
        #expect(gate.closedUntil(at: Self.at(9)) == Self.at(1009))
        gate.ended()
        #expect(gate.underWay == 3)
        #expect(gate.closedUntil(at: Self.at(9)) == nil)
    }
}
