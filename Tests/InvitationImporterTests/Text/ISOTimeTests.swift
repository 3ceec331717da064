import Foundation
import Testing

@testable import InvitationImporter

struct ISOTimeTests {
    private static let moment = 784_111_777.0

    @Test(
        arguments: [
            ("1994-11-06T08:49:37Z", moment), ("1994-11-06T08:49:37.5Z", moment + 0.5),
            ("1994-11-06T10:49:37+02:00", moment), ("1994-11-06T08:49:37.25-00:00", moment + 0.25),
            ("1994-11-06 08:49:37Z", nil), ("1994-11-06T08:49:37", nil), ("1994-11-06", nil), ("", nil), ("now", nil),
        ] as [(String, Double?)])
    func aTimeIsRead(_ text: String, _ seconds: Double?) {
        #expect(ISOTime.parse(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(
        arguments: [
            ("1994-11-06T08:49:37Z", moment), ("1994-11-06t08:49:37z", moment), ("1994-11-06 08:49:37", moment),
            ("1994-11-06 08:49:37.5", moment + 0.5), ("1994-11-06T10:49:37.5+02:00", moment + 0.5),
            ("1994-11-06", nil), ("19941106T084937Z", nil), ("1994-11-06T08:49:37 GMT", nil), ("", nil),
        ] as [(String, Double?)])
    func aTimeInOtherDressIsRead(_ text: String, _ seconds: Double?) {
        #expect(ISOTime.parseLoosely(text)?.timeIntervalSince1970 == seconds)
    }

    @Test func aTimeIsWrittenInUTC() {
        let date = Date(timeIntervalSince1970: Self.moment + 0.25)
        #expect(date.timestamp == "1994-11-06T08:49:37.250Z")
        #expect(ISOTime.parse(date.timestamp) == date)
        #expect(ISOTime.day(of: date) == "1994-11-06")
        #expect(ISOTime.day(of: date.addingTimeInterval(16 * 3600)) == "1994-11-07")
    }
}
