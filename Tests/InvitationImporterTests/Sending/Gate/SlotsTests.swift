import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

struct SlotsTests {
    /// What ended: one that was served, or one that failed while so many others were under way.
    enum End: Sendable {
        case served(Int = 1)
        case failed(others: Int)
    }

    static let cases: [(name: String, ends: [End], limit: Int)] = [
        ("all are used first", [], 64),
        ("what is served changes nothing", [.served(1000)], 64),
        ("a failure alone changes nothing", [.failed(others: 63)], 64),
        ("nor one while slots were free", [.failed(others: 20), .served()], 64),
        ("where another is served, so many are used", [.failed(others: 63), .served()], 63),
        ("the fewest of those that failed together", [.failed(others: 63), .failed(others: 62), .served()], 62),
        ("nobody served is trouble of another kind", [.failed(others: 63), .failed(others: 0), .served()], 64),
        ("after fifty one more is tried", [.failed(others: 63), .failed(others: 62), .served(51)], 63),
        ("but not sooner", [.failed(others: 63), .failed(others: 62), .served(50)], 62),
        ("which if it fails", [.failed(others: 63), .served(51), .failed(others: 63), .served()], 63),
        (
            "one that failed while a slot was free says nothing",
            [.failed(others: 62), .failed(others: 63), .served()], 63
        ),
    ]

    @Test(arguments: cases) func fewerAreFoundOut(name: String, ends: [End], limit: Int) {
        var slots = Slots(most: 64)
        for end in ends {
            switch end {
            case .served(let times): for _ in 0..<times { slots.served() }
            case .failed(let others): slots.failed(others: others)
            }
            slots.checkInvariants()
        }
        #expect(slots.limit == limit, "\(name)")
    }

    @Test func eachTryThatFailedIsWaitedForTwiceAsLong() {
        var slots = Slots(most: 5)
        slots.failed(others: 4)
        slots.served()
        var waits: [Int] = []
        for _ in 0..<6 {
            var wait = 0
            while slots.limit == 4 {
                slots.served()
                wait += 1
            }
            waits.append(wait)
            slots.failed(others: 4)
            slots.served()
        }
        #expect(waits == [50, 100, 200, 400, 800, 1000])
    }

    @Test(arguments: 0..<20) func nothingMakesItGoWrong(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var slots = Slots(most: 16)
        for _ in 0..<2000 {
            if Int.random(in: 0..<3, using: &random) == 0 {
                slots.failed(others: Int.random(in: 0..<16, using: &random))
            } else {
                slots.served()
            }
            slots.checkInvariants()
        }
    }
}
