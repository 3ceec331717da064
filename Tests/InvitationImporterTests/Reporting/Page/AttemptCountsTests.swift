import Testing

@testable import InvitationImporter

/// Attempts over time keep their sums, however long the run is.
struct AttemptCountsTests {
    @Test(arguments: [1, 100, 119, 120, 121, 5000, 1_000_000])
    func nothingIsLost(seconds: Int) {
        var counts = AttemptCounts()
        let step = max(1, seconds / 2000)
        var (added, turnedAway) = (0, 0)
        for second in stride(from: 0, to: seconds, by: step) {
            let kind: AttemptKind = second % 7 == 0 ? .turnedAway : .answered
            counts.add(sent: 1_800_000_000_000 + second * 1000, kind)
            added += 1
            if kind == .turnedAway { turnedAway += 1 }
        }
        #expect(AttemptKind.allCases.reduce(0) { $0 + counts.count($1) } == added)
        #expect(counts.count(.turnedAway) == turnedAway)
        #expect(counts.parts.count <= AttemptCounts.most)
        #expect(counts.span >= seconds - step)
    }

    @Test func theLongestWaitIsFound() {
        var counts = AttemptCounts()
        for time in [5000, 5100, 4900, 65_100, 66_000] { counts.add(sent: time, .answered) }
        #expect(counts.longestWait.length == 60_000)
        #expect(counts.longestWait.begin == 5100)
    }

    @Test func timesOfAttemptsAreBounds() {
        var latency = LatencyCounts()
        for _ in 1...90 { latency.add(40) }
        for _ in 1...9 { latency.add(400) }
        latency.add(60_000)
        #expect(latency.bound(ofPercent: 50) == 50)
        #expect(latency.bound(ofPercent: 95) == 500)
        #expect(latency.bound(ofPercent: 100) == nil)
        #expect(latency.words == "Half of the attempts within 50 ms, 95 of 100 within 500 ms, 99 of 100 within 500 ms.")
    }
}
