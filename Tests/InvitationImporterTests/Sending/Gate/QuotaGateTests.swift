import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

/// Several quotas at once.
struct QuotaGateTests {
    private static func wall(_ second: Int) -> Date { Date(timeIntervalSinceReferenceDate: Double(second)) }
    private static func at(_ second: Int) -> Instant { Instant(sinceOrigin: .seconds(second)) }

    private static func gate(_ quotas: [String], stops: Bool = false, sent: [Int] = []) throws -> QuotaGate {
        var policy = SendingPolicy()
        policy.quotas = try quotas.map { try #require(Quota($0)) }
        policy.stopsAtQuota = stops
        return QuotaGate(policy, earlier: sent.map(wall))
    }

    /// Quotas, when invitations were sent, and the second from which one more may be; the milliseconds are ours.
    static let cases: [(quotas: [String], sent: [Int], opens: Int, waits: String?)] = [
        ([], [0, 0, 0], 0, nil),
        (["2/min"], [0], 0, nil),
        (["2/min"], [0, 0], 60, "2/min"),
        (["2/min", "3/h"], [0, 0], 60, "2/min"),
        (["2/min", "3/h"], [0, 0, 0], 3600, "3/h"),
        (["3/h", "2/min"], [0, 0, 0], 3600, "3/h"),
    ]

    @Test(arguments: cases.indices) func theLongestWaitCounts(_ index: Int) throws {
        let it = Self.cases[index]
        var gate = try Self.gate(it.quotas, sent: it.sent)
        let (opens, stop) = gate.opens(at: Self.at(0), wall: Self.wall(0), pending: 0)
        gate.checkInvariants()
        #expect(opens == (it.opens == 0 ? Self.at(0) : Self.at(it.opens) + .milliseconds(1)))
        #expect(gate.wait.map { "\($0.quota)" } == it.waits)
        #expect(stop == nil)
    }

    @Test func aFullWindowWaitsOrStops() throws {
        try demand(.quotaFull) {
            var gate = try Self.gate(["1/min"], stops: true, sent: [0])
            let (_, stop) = gate.opens(at: Self.at(5), wall: Self.wall(5), pending: 0)
            #expect(stop?.detail?.hasPrefix("the quota of 1/min is used up until") == true)
        }
        try demand(butNot: [.quotaFull]) {
            var gate = try Self.gate(["2/min"], stops: true, sent: [0])
            #expect(gate.opens(at: Self.at(5), wall: Self.wall(5), pending: 0).1 == nil)
        }
    }

    @Test func theWaitIsForgottenOnceItIsOver() throws {
        var gate = try Self.gate(["1/min"])
        gate.started(at: Self.wall(0))
        #expect(gate.opens(at: Self.at(1), wall: Self.wall(1), pending: 0).0 > Self.at(1))
        #expect(gate.wait != nil)
        #expect(gate.opens(at: Self.at(61), wall: Self.wall(61), pending: 0).0 == Self.at(61))
        #expect(gate.wait == nil)
    }
}
