import Foundation
import Testing

@testable import InvitationImporter

struct CellTimeTests {
    /// Noon of 2 March 2026 in UTC.
    private static let now = Date(timeIntervalSince1970: 1_772_452_800)

    @Test(arguments: [
        ("2026-03-01", true), ("2026-03-01T23:59:59Z", true), ("2026-03-01 23:59", true), ("1999-12-31", true),
        ("2026-03-02", false), ("2026-03-02T00:00:00Z", false), ("2026-03-03", false), ("2099-01-01", false),
        ("2026-3-1", true), ("01.03.2026", true), ("2.3.2026", false), ("31/12/2025", true), ("12/31/2025", true),
        ("20260301", true), ("20260301235959Z", true), ("20260301235959.0Z", true), ("20260303", false),
        ("1 Mar 2026", true), ("01-Mar-26", true), ("March 1, 2026", true), ("1. März 2026", true), ("2026年3月1日", true),
        ("Sun, 01 Mar 2026 10:00:00 GMT", true), ("3/1/2020 12:00:00 AM", true), ("1772323200", true),
        ("1772323200000", true), ("1772496000", false), ("134200000000000000", false), ("130000000000000000", true),
        ("/Date(1580428800000)/", true), ("43861", true), ("9223372036854775807", false), ("9999-12-31", false),
        ("31/01/20", true),
        // Read one way it is over, the other way not.
        ("03/02/2026", false), ("02/03/2026", false), ("01/03/2026", true),
        // What is not read for certain is not over.
        ("", false), ("2026-03", false), ("2026-13-01", false), ("2026-00-01", false), ("2026-01-32", false),
        ("2026-01-00", false), ("2026-03-012", false), ("2026-03-01x", false), ("30.02.2026", false),
        ("２０２６-03-01", false), ("yesterday", false), ("2026", false), ("12", false), ("1.2.3", false), ("-5", false),
        ("infinity", false), ("1772323200x", false), ("2026-03-01 and later", false),
    ]) func aDayIsOverIfItIsBeforeTodays(text: String, isOver: Bool) {
        #expect((CellTime(text)?.isPast(Self.now.dayNumber) ?? false) == isOver)
    }

    @Test(arguments: [
        "0", "-1", "0.0", "1970-01-01", "1970-01-01T01:00:00+01:00", "0001-01-01T00:00:00Z", "1601-01-01", "01.01.1900",
        "12/31/1969 4:00:00 PM", "16010101000000.0Z",
    ])
    func aZeroIsNoTime(_ text: String) {
        #expect(CellTime(text) == .never)
    }

    @Test func aBanIsOverWhenItsDayIs() throws {
        let text = """
            email,email_confirmed_at,aud,banned_until
            a@x.example,2025-01-01,authenticated,2026-03-01T00:00:00Z
            b@x.example,2025-01-01,authenticated,2026-03-04T00:00:00Z
            """
        func plan(daysLater days: Double) throws -> [String] {
            try Planned(text) {
                $0.reading.preset = "supabase"
                $0.now = Self.now.addingTimeInterval(days * 86_400)
            }.rows
        }
        #expect(try plan(daysLater: 0) == ["a@x.example", "banned: banned_until is 2026-03-04T00:00:00Z"])
        #expect(try plan(daysLater: 3) == ["a@x.example", "b@x.example"])
    }
}
