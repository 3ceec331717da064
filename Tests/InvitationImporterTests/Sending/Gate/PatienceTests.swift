import CurlMulti
import Testing

@testable import InvitationImporter

/// How long nothing has succeeded.
struct PatienceTests {
    private static func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    private static func words(_ patience: Patience, at second: Int) -> String? {
        patience.checkInvariants()
        return patience.reasonToStop(after: .seconds(900), at: at(second))?.detail
    }

    @Test func itEndsAfterItsTimeWithTheLastFailure() {
        var patience = Patience()
        #expect(Self.words(patience, at: 10_000) == nil, "nothing has begun")
        patience.begin(at: Self.at(0), again: false)
        patience.failed("HTTP 503")
        #expect(Self.words(patience, at: 899) == nil)
        #expect(Self.words(patience, at: 900) == "no success for 900 s, last: HTTP 503")
    }

    @Test func anySuccessBeginsItAnew() {
        var patience = Patience()
        patience.begin(at: Self.at(0), again: false)
        patience.progressed(at: Self.at(500))
        #expect(Self.words(patience, at: 1399) == nil)
        #expect(Self.words(patience, at: 1400) == "no success for 900 s")
    }

    @Test func onlyWorkThatBeginsAgainForgetsTheTime() {
        var patience = Patience()
        patience.begin(at: Self.at(0), again: false)
        patience.begin(at: Self.at(800), again: false)
        #expect(Self.words(patience, at: 900) != nil)
        patience.begin(at: Self.at(800), again: true)
        #expect(Self.words(patience, at: 900) == nil)
    }

    @Test func theServerIsUnreachableOnlyIfNothingEverCameThere() {
        var patience = Patience()
        #expect(patience.unreachable == nil, "nothing was tried")
        patience.failed("no route")
        #expect(patience.unreachable == .unreachable("no route"))
        patience.failed("bad certificate", unreachable: .wholeRun("name --ca-file"))
        #expect(patience.unreachable == .wholeRun("name --ca-file"))
        patience.reached()
        #expect(patience.unreachable == nil)
        #expect(patience.lastFailure == "bad certificate")
    }
}
