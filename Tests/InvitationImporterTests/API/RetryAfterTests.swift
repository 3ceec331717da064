import InvitationImporter
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT, the date in RFC 9110.
    private let now = Date(timeIntervalSince1970: 784_111_777)

    @Test(arguments: [
        ("120", 120), ("0", 0), ("00", 0), ("1.5", 2), ("1.0", 1), ("0.001", 1), (" 7 ", 7), ("31622400", 31_622_400),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
        ("Sunday, 06-Nov-94 08:50:37 GMT", 60), ("Sun Nov  6 08:50:37 1994", 60),
        ("Mon, 07 Nov 1994 08:49:37 GMT", 86_400),
        ("Sun, 06 Nov 1994 08:49:36 GMT", 0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("sun, 06 nov 1994 08:49:38 GMT", 1),
        ("Fri, 06 Nov 1987 08:49:37 UTC", 0), ("Tue, 29 Feb 1972 00:00:00 GMT", 0),
        ("Sun, 06 Nov 1994 08:49:60 GMT", 23),
    ])
    func waits(_ text: String, _ seconds: Int) {
        #expect(RetryAfter(text, now: now) == .wait(.seconds(seconds)), "\(text)")
    }

    @Test(arguments: [
        "99999999999999999999", "9223372036854775808", "31622401", "99999999999999999999.5",
        "Sun, 06 Nov 2094 08:49:37 GMT",
    ])
    func isTooLong(_ text: String) {
        #expect(RetryAfter(text, now: now) == .tooLong, "\(text)")
    }

    @Test(arguments: [
        "", "garbage", "-5", "+5", "1,5", "1.", ".5", "1.2.3", "5 seconds", "0x10", "1e3", "NaN", "inf", "١٢",
        "Sun, 06 Nov 1994", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT", "Tue, 31 Feb 2026 00:00:00 GMT", "Sat, 29 Feb 2025 00:00:00 GMT",
        "Sat, 31 Apr 2026 00:00:00 GMT", "Sat, 00 Nov 1994 00:00:00 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT", "Monday, 29-Feb-99 08:50:37 GMT",
        "Sun Nov 31 08:50:37 1994", "Mon, 29 Feb 2100 00:00:00 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
        "1994-11-06T08:49:37Z",
    ])
    func isGarbage(_ text: String) {
        #expect(RetryAfter(text, now: now) == nil, "\(text)")
    }
}
