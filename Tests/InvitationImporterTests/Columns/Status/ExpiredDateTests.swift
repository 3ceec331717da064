import Foundation
import Testing

@testable import InvitationImporter

struct ExpiredDateTests {
    /// Noon of 2 March 2026 in UTC.
    private static let now = Date(timeIntervalSince1970: 1_772_452_800)

    @Test(arguments: [
        ("2026-03-01", true), ("2026-03-01T23:59:59Z", true), ("2026-03-01 23:59", true), ("1999-12-31", true),
        ("2026-03-02", false), ("2026-03-02T00:00:00Z", false), ("2026-03-03", false), ("2099-01-01", false),
        // What is not read for certain is not over.
        ("", false), ("2026-03", false), ("2026-3-1", false), ("2026-13-01", false), ("2026-00-01", false),
        ("2026-01-32", false), ("2026-01-00", false), ("2026-03-012", false), ("2026-03-01x", false),
        ("01.03.2026", false), ("２０２６-03-01", false), ("yesterday", false),
    ]) func aDayIsOverIfItIsBeforeTodays(text: String, isOver: Bool) {
        #expect(ExpiredDate.is(text, at: Self.now) == isOver)
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
