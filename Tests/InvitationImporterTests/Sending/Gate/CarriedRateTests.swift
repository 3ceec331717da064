import CurlMulti
import Testing

@testable import InvitationImporter

struct CarriedRateTests {
    private static func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }

    /// Pauses in milliseconds, each with how many were accepted before it since the last.
    static let cases: [(name: String, pauses: [(at: Int, accepted: Int)], underWay: Double, perSecond: Double?)] = [
        ("one pause says nothing", [(1000, 100)], 0, nil),
        ("what was saved up before the first does not count", [(1000, 100), (2000, 10)], 0, 10),
        ("too few say nothing", [(1000, 100), (2000, 4)], 0, nil),
        ("but they count together", [(1000, 100), (2000, 4), (3000, 4)], 0, 4),
        ("the nearest that says enough counts", [(0, 0), (1000, 50), (2000, 10)], 0, 10),
        ("many under way blur it", [(0, 0), (1000, 50), (2000, 10)], 2, 30),
        ("at the same moment there is no rate", [(0, 0), (0, 50)], 0, nil),
    ]

    @Test(arguments: cases) func whatIsAcceptedFromPauseToPauseIsCarried(
        name: String, pauses: [(at: Int, accepted: Int)], underWay: Double, perSecond: Double?
    ) {
        var carried = CarriedRate()
        for pause in pauses {
            for _ in 0..<pause.accepted { carried.accept() }
            carried.paused(at: Self.at(pause.at), underWay: underWay)
            carried.checkInvariants()
        }
        #expect(carried.perSecond == perSecond, "\(name)")
    }

    @Test func pausesAreNotKeptForEver() {
        var carried = CarriedRate()
        for second in 0..<100 {
            carried.accept()
            carried.paused(at: Self.at(second * 1000), underWay: 0)
            carried.checkInvariants()
        }
        #expect(carried.perSecond == 1)
    }
}
