import Testing

@testable import InvitationImporter

struct TimeUnitTests {
    @Test(
        arguments: [
            ("s", .second), ("sec", .second), ("second", .second), ("m", .minute), ("min", .minute),
            ("minute", .minute),
            ("h", .hour), ("hour", .hour), ("d", .day), ("day", .day), ("", nil), ("S", nil), ("seconds", nil),
            ("w", nil),
        ] as [(String, TimeUnit?)])
    func aUnitIsReadAsPeopleWriteIt(_ text: String, _ unit: TimeUnit?) {
        #expect(TimeUnit(text) == unit)
    }

    @Test func whatIsShownIsReadAgain() {
        #expect(TimeUnit.allCases.map { TimeUnit($0.symbol) } == TimeUnit.allCases)
        #expect(TimeUnit.allCases.map(\.duration) == [.seconds(1), .seconds(60), .seconds(3600), .seconds(86_400)])
    }

    @Test func aRateHasNoDays() {
        #expect(Rate("5/d") == nil)
        #expect(Quota("5/d") != nil)
    }
}
