import CurlMulti
import InvitationImporter
import TestSupport
import Testing

struct PacerTests {
    /// A driver that asks, waits as told, and starts late by what the clock and the disk cost.
    private func starts(
        _ pacer: Pacer, count: Int, batch: Int = 1, late: (Int) -> Duration
    ) -> [Duration] {
        var pacer = pacer
        var now = Instant.origin
        var starts: [Duration] = []
        while starts.count < count {
            var pending = 0
            while pending < batch, let earliest = pacer.earliestStart(pending: pending, at: now), earliest <= now {
                pending += 1
            }
            if pending == 0 {
                guard let earliest = pacer.earliestStart(at: now) else { break }
                now = earliest
                continue
            }
            now = now + late(starts.count)
            for _ in 0..<pending {
                pacer.started(at: now)
                starts.append(now.sinceOrigin)
            }
        }
        return starts
    }

    private func most(_ starts: [Duration], in window: Duration) -> Int {
        var first = 0
        var most = 0
        for (last, start) in starts.enumerated() {
            while start - starts[first] >= window { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }

    @Test(arguments: ["1/s", "5/s", "100/s", "1000/s", "2.5/s", "30/min", "0.1/s"], [0, 1, 7, 950])
    func capHoldsInEveryWindowWhateverTheClockDoes(_ text: String, _ lateness: Int) throws {
        let rate = try #require(Rate(text))
        var generator = SplitMix64(seed: UInt64(lateness))
        let starts = starts(Pacer(cap: rate), count: 3 * rate.count + 20, batch: 16) { _ in
            .milliseconds(lateness == 0 ? 0 : Int.random(in: 0...lateness, using: &generator))
        }
        #expect(most(starts, in: rate.window) <= rate.count)
        #expect(starts.count >= 3 * rate.count + 20)
    }

    @Test(arguments: [("5/s", 100), ("100/s", 3000), ("1000/s", 30000)])
    func lateWakeUpsDoNotAddUp(_ text: String, _ count: Int) throws {
        let rate = try #require(Rate(text))
        // Every wake-up is a millisecond late, as with a poll that counts in milliseconds.
        let starts = starts(Pacer(cap: rate), count: count, batch: 16) { _ in .milliseconds(1) }
        let ideal = rate.spacing * count
        let last = try #require(starts.last)
        #expect(last <= ideal * 1.02)
    }

    /// However late one comes, after the start, a pause or an idle time.
    @Test(arguments: [0, 5, 19, 21, 130, 60_000], [1, 100, 1000])
    func nothingMakesABurst(_ late: Int, _ perSecond: Int) {
        var pacer = Pacer(cap: Rate(perSecond, per: .seconds(1)))
        pacer.started(at: .origin)
        let now = Instant.origin + .seconds(1) / perSecond + .milliseconds(late)
        var together = 0
        while together < perSecond, let start = pacer.earliestStart(pending: together, at: now), start <= now {
            together += 1
        }
        #expect(together >= 1)
        #expect(together <= (late > 20 ? 1 : max(3, perSecond / 100)))
    }

    @Test func whatIsCaughtUpGoesAtTwiceTheRate() {
        var pacer = Pacer(cap: Rate(1000, per: .seconds(1)))
        pacer.started(at: .origin)
        var (now, starts) = (Instant.origin + .milliseconds(21), 0)
        while now < .origin + .milliseconds(30) {
            while let start = pacer.earliestStart(at: now), start <= now {
                pacer.started(at: now)
                starts += 1
            }
            now = now + .milliseconds(1)
        }
        #expect(starts <= 9 + 2 * 9)
        #expect(starts >= 2 * 9)
    }

    @Test func withoutCapFollowsTheSchedule() {
        let starts = starts(Pacer(cap: nil, perSecond: 10), count: 5) { _ in .zero }
        #expect(starts == [0, 100, 200, 300, 400].map { .milliseconds($0) })
    }

    @Test func unlimitedNeverWaits() {
        let starts = starts(Pacer(cap: nil), count: 100) { _ in .zero }
        #expect(starts.allSatisfy { $0 == .zero })
    }

    @Test func aPauseIsNotCaughtUp() {
        var pacer = Pacer(cap: Rate(10, per: .seconds(1)))
        pacer.started(at: .origin)
        let end = Instant.origin + .seconds(60)
        pacer.forgive(until: end)
        #expect(pacer.earliestStart(at: end) == end)
        pacer.started(at: end)
        #expect(pacer.earliestStart(at: end) == end + .milliseconds(100))
    }

    @Test func askingForMoreThanAWindowSaysThatItDepends() {
        var pacer = Pacer(cap: Rate(2, per: .seconds(1)))
        #expect(pacer.earliestStart(pending: 1, at: .origin) == .origin + .milliseconds(500))
        #expect(pacer.earliestStart(pending: 2, at: .origin) == nil)
    }
}
