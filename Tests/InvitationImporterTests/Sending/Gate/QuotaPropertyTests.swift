import InvitationImporter
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Seconds after an arbitrary moment.
private func at(_ seconds: Double) -> Date {
    Date(timeIntervalSinceReferenceDate: 750_000_000 + seconds)
}

/// A sender that lets go whatever it may, in a time that really passes and by a clock that may be wrong.
private struct QuotaRun {
    enum Clock: CaseIterable {
        case right
        /// Set back from time to time.
        case setBack
        /// Set back, and before it has caught up put right again; while it is wrong, the same may happen once more.
        case wrongForAWhile
    }

    let quota: Quota
    let clock: Clock
    var generator: SplitMix64
    /// What has really passed, in 64ths of a second, which are added without rounding.
    var now = 0.0
    var window: QuotaWindow
    /// How wrong the clock is now and was before, and when at the latest it is put right.
    var errors = [0.0]
    var deadlines: [Double] = []
    /// When each invitation really went, and what the clock showed.
    var sent: [Double] = []
    var shown: [Date] = []

    init(_ quota: Quota, _ clock: Clock, seed: UInt64) {
        (self.quota, self.clock) = (quota, clock)
        generator = SplitMix64(seed: seed)
        window = QuotaWindow(quota)
    }

    var wall: Date { at(now + (errors.last ?? 0)) }
    var length: Double { quota.window / .seconds(1) }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    /// Up to `most` seconds in 64ths.
    mutating func some(_ most: Double) -> Double {
        Double(Int.random(in: 0...Int(most * 64), using: &generator)) / 64
    }

    mutating func run(steps: Int) {
        for _ in 0..<steps {
            setClock()
            // Starting again loses nothing: the order of the journal tells where the clock went back.
            if chance(3) { window = QuotaWindow(quota, earlier: shown) }
            let batch = sendBatch()
            guard batch == 0, chance(60) else {
                pass(some(length / 4))
                continue
            }
            // The very moment is the hardest.
            pass(max(0, window.earliest(at: wall).timeIntervalSince(wall)))
        }
    }

    private mutating func sendBatch() -> Int {
        let most = Int.random(in: 1...4, using: &generator)
        var pending = 0
        while pending < most, window.earliest(at: wall, pending: pending) <= wall { pending += 1 }
        for _ in 0..<pending {
            if chance(30) { pass(some(length / 2)) }
            window.record(at: wall)
            sent.append(now)
            shown.append(wall)
        }
        return pending
    }

    private mutating func pass(_ seconds: Double) {
        let end = now + seconds
        while let deadline = deadlines.last, deadline <= end {
            now = max(now, deadline)
            errors.removeLast()
            deadlines.removeLast()
        }
        now = end
    }

    private mutating func setClock() {
        guard clock != .right, chance(6) else { return }
        let back = 1 + some(length * 3)
        switch clock {
        case .right: break
        case .setBack: errors = [(errors.last ?? 0) - back]
        case .wrongForAWhile:
            guard errors.count < 3 else { return }
            _ = window.earliest(at: wall)
            errors.append((errors.last ?? 0) - back)
            deadlines.append(min(now + some(back - 1 / 64), deadlines.last ?? .infinity))
            _ = window.earliest(at: wall)
        }
    }

    /// The most in any window that begins with one of them, counted one by one.
    var mostInAnyWindow: Int {
        sent.map { first in sent.count { first <= $0 && $0 < first + length } }.max() ?? 0
    }
}

struct QuotaPropertyTests {
    @Test(arguments: QuotaRun.Clock.allCases, ["1/s", "2/s", "3/min", "7/min", "20/h", "5/d"])
    fileprivate func noWindowEverHoldsMore(_ clock: QuotaRun.Clock, _ text: String) throws {
        let quota = try #require(Quota(text))
        for seed in 0..<10 {
            var run = QuotaRun(quota, clock, seed: UInt64(seed))
            run.run(steps: 100)
            #expect(run.mostInAnyWindow <= quota.count, "seed \(seed)")
            #expect(run.sent.count > quota.count, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<20)
    func neverWaitsLongerThanItMust(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let quota = try #require(Quota("6/min"))
        var window = QuotaWindow(quota)
        var sent: [Date] = []
        var now = at(0)
        for _ in 0..<200 {
            let pending = Int.random(in: 0...7, using: &generator)
            // The first moment, of now and all those when one drops out, with room for the pending and one more.
            let moments = [now] + sent.map { $0.addingTimeInterval(60) }.filter { $0 > now }.sorted()
            let first = moments.first { moment in
                sent.count { $0.addingTimeInterval(60) > moment } + pending < quota.count
            }
            #expect(window.earliest(at: now, pending: pending) == first ?? now.addingTimeInterval(60))
            now.addTimeInterval(Double(Int.random(in: 0...640, using: &generator)) / 64)
            if window.earliest(at: now) <= now {
                window.record(at: now)
                sent.append(now)
            }
        }
    }

    @Test(arguments: 0..<20)
    func whoComesBackWhenToldIsSoonLetGo(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var window = QuotaWindow(try #require(Quota("2/min")))
        var now = at(0)
        for _ in 0..<500 {
            var asked = 0
            while asked < 20 {
                let earliest = window.earliest(at: now)
                if earliest <= now { break }
                now = earliest
                asked += 1
            }
            #expect(asked < 4)
            window.record(at: now)
            now.addTimeInterval(Double.random(in: 0...20, using: &generator))
            if Int.random(in: 0..<10, using: &generator) == 0 {
                now.addTimeInterval(-Double.random(in: 0...1e5, using: &generator))
            }
        }
    }
}
