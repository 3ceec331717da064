import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

struct RetryBudgetTests {
    private static func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }

    /// A budget from which so many retries were taken at 0 s.
    private func budget(spent: Int, size: Double = 32) -> RetryBudget {
        var budget = RetryBudget(size: size)
        _ = budget.earliest(at: .origin)
        for _ in 0..<spent { budget.spend() }
        budget.checkInvariants()
        return budget
    }

    static let cases: [(name: String, spent: Int, rows: Int, now: Int, opens: Int)] = [
        ("it begins full", 0, 0, 0, 0),
        ("the last one of the first is there at once", 31, 0, 0, 0),
        ("then a second each", 32, 0, 0, 1001),
        ("half a second later the other half", 32, 0, 500, 1001),
        ("a second later it is there", 32, 0, 1000, 1000),
        ("a row that ended well is one", 32, 1, 0, 0),
    ]

    @Test(arguments: cases) func aRetryWaitsUntilItCanBeAfforded(
        name: String, spent: Int, rows: Int, now: Int, opens: Int
    ) {
        var budget = budget(spent: spent)
        for _ in 0..<rows { budget.earn() }
        budget.checkInvariants()
        let difference = budget.earliest(at: Self.at(now)) - Self.at(opens)
        #expect(abs(difference / .seconds(1)) < 1e-9, "\(name): \(difference)")
        budget.checkInvariants()
    }

    @Test func noMoreIsSavedThanItsSize() {
        var budget = budget(spent: 0, size: 2)
        for _ in 0..<100 { budget.earn() }
        #expect(budget.earliest(at: Self.at(60_000)) == Self.at(60_000))
        budget.spend()
        budget.spend()
        budget.checkInvariants()
        #expect(budget.earliest(at: Self.at(60_000)) > Self.at(60_000))
    }

    @Test func aClockThatStandsStillEarnsNothing() {
        var budget = budget(spent: 32)
        for _ in 0..<10 { #expect(budget.earliest(at: .origin) > .origin) }
    }

    /// In any order of asking: 32, one each second, one for each row.
    @Test(arguments: 0..<20) func thePromiseHoldsInAnyOrder(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var budget = RetryBudget()
        var (now, rows, retries) = (0, 0, 0)
        for _ in 0..<2000 {
            now += Int.random(in: 0...200, using: &random)
            if Int.random(in: 0..<4, using: &random) == 0 {
                budget.earn()
                rows += 1
            } else if budget.earliest(at: Self.at(now)) <= Self.at(now) {
                budget.spend()
                retries += 1
            }
            budget.checkInvariants()
        }
        #expect(Double(retries) <= 32 + Double(now) / 1000 + Double(rows) + 1e-6)
        #expect(retries > now / 1000)
    }
}
