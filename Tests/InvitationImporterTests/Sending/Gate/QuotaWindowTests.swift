import InvitationImporter
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

struct QuotaWindowTests {
    private func window(_ text: String, earlier: [Date] = []) throws -> QuotaWindow {
        QuotaWindow(try #require(Quota(text)), earlier: earlier)
    }

    /// How many were sent at first, how many are left half a minute later, and how long the last of these waits.
    @Test(arguments: [
        (0, 1, 0.0), (0, 10, 0), (0, 11, 60), (0, 21, 120), (4, 6, 0), (4, 7, 30), (4, 10, 30), (4, 11, 60),
        (10, 0, 0), (10, 1, 30), (10, 10, 30), (10, 11, 90), (10, 31, 210),
    ])
    func knowsHowLongTheLastWaits(sent: Int, left: Int, seconds: Double) throws {
        var window = try window("10/min")
        for _ in 0..<sent { window.record(at: at(0)) }
        let wait = window.time(for: left, at: at(30)) / .seconds(1)
        #expect(abs(wait - seconds) < 0.01, "\(wait)")
    }

    @Test func letsAsManyGoAtOnceAsTheQuotaAllows() throws {
        var window = try window("3/min")
        for second in [0.0, 0, 5] {
            #expect(window.earliest(at: at(second)) == at(second))
            window.record(at: at(second))
        }
        #expect(window.earliest(at: at(5)) == at(60))
        #expect(window.earliest(at: at(59.999)) == at(60))
        #expect(window.earliest(at: at(60)) == at(60))
        window.record(at: at(60))
        window.record(at: at(60))
        #expect(window.earliest(at: at(60)) == at(65))
    }

    @Test func countsThoseThatAreAboutToGo() throws {
        var window = try window("3/min", earlier: [at(0)])
        #expect(window.earliest(at: at(10), pending: 1) == at(10))
        #expect(window.earliest(at: at(10), pending: 2) == at(60))
        #expect(window.earliest(at: at(10), pending: 3) == at(70))
        #expect(window.earliest(at: at(10), pending: .max / 2) == at(70))
        #expect(window.earliest(at: at(60), pending: 2) == at(60))
    }

    @Test func goesOnWhereAnEarlierRunStopped() throws {
        let earlier = [at(-3600), at(-100), at(10), at(20), at(30)]
        var window = try window("3/min", earlier: earlier)
        #expect(window.earliest(at: at(40)) == at(70))
        window.record(at: at(70))
        #expect(window.earliest(at: at(70)) == at(80))
    }

    @Test func aSmallerQuotaThanTheEarlierRunHadWaitsForAllOfThem() throws {
        var window = try window("2/min", earlier: (0..<50).map { at(Double($0)) })
        #expect(window.earliest(at: at(50)) == at(108))
    }

    @Test func timesInTheFutureCountAsTheNextThatIsNot() throws {
        var window = try window("2/min", earlier: [at(1e7), at(2e7), at(5)])
        #expect(window.earliest(at: at(10)) == at(65))
        #expect(window.earliest(at: at(30)) == at(65))
        #expect(window.earliest(at: at(70)) == at(70))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
    func timesThatAreNoneDoNoHarm(_ seconds: Double) throws {
        let strange = Date(timeIntervalSinceReferenceDate: seconds)
        var window = try window("2/min", earlier: [strange, strange, at(0)])
        let first = window.earliest(at: at(10))
        #expect(first <= at(70))
        #expect(window.earliest(at: first) == first)
        window.record(at: strange)
        _ = window.earliest(at: strange, pending: 2)
    }
}

// MARK: - A clock that is set

extension QuotaWindowTests {
    @Test func aClockSetBackByAYearCostsAWindowAtMost() throws {
        var window = try window("2/min")
        window.record(at: at(0))
        window.record(at: at(10))
        let year = 365 * 86_400.0
        // The clock stood at 10 when it was last seen before; how long that is ago nobody knows.
        #expect(window.earliest(at: at(20 - year)) == at(70 - year))
        #expect(window.earliest(at: at(70 - year)) == at(70 - year))
        window.record(at: at(70 - year))
        #expect(window.earliest(at: at(70 - year)) == at(80 - year))
    }

    @Test func aClockThatIsPutRightAgainSetsNobodyFree() throws {
        var window = try window("2/min")
        window.record(at: at(0))
        window.record(at: at(1))
        #expect(window.earliest(at: at(-86_400)) > at(-86_400))
        #expect(window.earliest(at: at(3)) > at(3))
        #expect(window.earliest(at: at(61)) == at(61))
    }

    @Test func aRestartWhileTheClockIsWrongSetsNobodyFree() throws {
        var window = try window("2/min", earlier: [at(0), at(1)])
        #expect(window.earliest(at: at(-86_400)) == at(-86_341))
        #expect(window.earliest(at: at(5)) == at(60))
        window.record(at: at(60))
        // How long after the clock went back the second one was sent, nobody knows.
        #expect(window.earliest(at: at(60)) == at(65))
    }

    @Test func whatWasSentWhileTheClockWasBackCountsWhenItHasReturned() throws {
        let (right, back) = (Array(repeating: at(0), count: 10), Array(repeating: at(-7200), count: 10))
        var window = try window("20/h", earlier: right + back)
        #expect(window.earliest(at: at(2)) >= at(3600))
    }

    @Test func aClockThatWasAheadForAWhileIsBelieved() throws {
        var window = try window("2/min")
        window.record(at: at(0))
        window.record(at: at(1))
        #expect(window.earliest(at: at(7200)) == at(7200))
        window.record(at: at(7200))
        // Of the two that count, one went just before the clock was put right.
        #expect(window.earliest(at: at(5)) == at(5))
        window.record(at: at(5))
        #expect(window.earliest(at: at(5)) == at(65))
    }

    @Test func aClockThatKeepsGoingBackKeepsTheQuota() throws {
        var window = try window("2/min")
        for second in 0..<1000 { window.record(at: at(-Double(second))) }
        #expect(window.earliest(at: at(-1000)) == at(-940))
        let again = window.earliest(at: at(-940))
        // It has returned, so that what was sent meanwhile may have been sent just now.
        #expect(again <= at(-880))
        #expect(window.earliest(at: again) == again)
    }
}
