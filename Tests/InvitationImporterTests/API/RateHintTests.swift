import CurlMulti
import InvitationImporter
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Header lines and what they must say: requests left, limit, seconds until the reset.
struct RateHintCase: CustomTestStringConvertible {
    let headers: HTTPHeaders
    let hint: RateHint?
    let testDescription: String

    init(_ lines: String..., left: Int? = nil, limit: (Int, Int)? = nil, reset: Double? = nil) {
        headers = HTTPHeaders(
            lines.map { line in
                let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(parts[0]), parts.count < 2 ? "" : String(parts[1].drop { $0 == " " }))
            })
        testDescription = lines.joined(separator: " | ")
        let hint = RateHint(
            remaining: left, limit: limit.map { Rate($0.0, per: .seconds($0.1)) },
            reset: reset.map { .milliseconds(Int($0 * 1000)) })
        self.hint = hint == RateHint() ? nil : hint
    }
}

struct RateHintTests {
    /// Wed, 15 Nov 2023 00:00:00 GMT.
    static let now = Date(timeIntervalSince1970: 1_700_006_400)

    @Test(arguments: [
        RateHintCase(#"RateLimit: "default";r=50;t=30"#, left: 50, reset: 30),
        RateHintCase(
            #"RateLimit: "default";r=50;t=30"#, #"RateLimit-Policy: "default";q=100;w=60"#, left: 50, limit: (100, 60),
            reset: 30),
        RateHintCase(#"ratelimit: "default"; r=50; t=30; pk=:ZGVm+/A==:"#, left: 50, reset: 30),
        RateHintCase("RateLimit: default;r=50;t=30", left: 50, reset: 30),
        RateHintCase(#"RateLimit: "d";r=999;pk=:dHJpYWwxMjEzMjM=:"#, left: 999),
        RateHintCase(#"RateLimit: "d";r=5;t=10;acme-x="a;b,c";y;z=?1;d=@123;p=%"f%c3"  "#, left: 5, reset: 10),
        RateHintCase(#"RateLimit: "a\"b\\,;";r=5;t=10"#, left: 5, reset: 10),
        RateHintCase(
            #"RateLimit: "a\"b";r=5;t=10"#, #"RateLimit-Policy: "a";q=9;w=9, "a\"b";q=7;w=8"#, left: 5, limit: (7, 8),
            reset: 10),
        RateHintCase(#"RateLimit: "a";r=5;r=6;t=10"#, left: 6, reset: 10),
        RateHintCase(#"RateLimit: "a";r=5.9;t=1.5"#, left: 5, reset: 1.5),
        RateHintCase(#"RateLimit: "hour";r=100;t=3600, "day";r=150;t=36000"#, left: 150, reset: 36000),
        RateHintCase(#"RateLimit: "hour";r=100;t=3600"#, #"RateLimit: "day";r=0;t=60"#, left: 0, reset: 60),
        RateHintCase(#"RateLimit: "a";r=0;t=5, "b";r=0;t=7, "c";r=1;t=3600"#, left: 0, reset: 7),
        RateHintCase(
            #"RateLimit: "user";r=9;t=60;pk=:Yg==:"#,
            #"RateLimit-Policy: "user";q=10;w=60;pk=:YQ==:, "user";q=20;w=60;pk=:Yg==:"#, left: 9, limit: (20, 60),
            reset: 60),
        RateHintCase(
            #"RateLimit: "bytes";r=0;t=60, "n";r=9;t=60"#,
            #"RateLimit-Policy: "bytes";q=65535;qu="content-bytes";w=10, "n";q=10;qu="requests";w=90"#, left: 9,
            limit: (10, 90), reset: 60),
        RateHintCase(
            #"RateLimit: "busy";r=0;t=1"#, #"RateLimit-Policy: "busy";q=4;qu="concurrent-requests""#),
    ])
    func readsTheCurrentDraft(_ given: RateHintCase) {
        #expect(RateHint(headers: given.headers, now: Self.now) == given.hint)
    }

    @Test(arguments: [
        RateHintCase(#"RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400"#, limit: (1000, 86400)),
        RateHintCase("RateLimit-Policy: 100;w=60, 5000;w=3600", limit: (5000, 3600)),
        RateHintCase(#"RateLimit-Policy: "a";q=100"#),
        RateHintCase(#"RateLimit-Policy: "a";q=0;w=60"#),
        RateHintCase(#"RateLimit-Policy: "a";q=-1;w=60"#),
        RateHintCase(#"RateLimit-Policy: "a";q=1;w=0"#),
        RateHintCase(#"RateLimit-Policy: "a";q=1;w=31622401"#),
        RateHintCase(#"RateLimit-Policy: "a";q=1;w=31622400"#, limit: (1, 31_622_400)),
        RateHintCase(#"RateLimit-Policy: "a";q=99999999999999999999;w=60"#),
        RateHintCase("RateLimit: limit=100, remaining=50, reset=30", left: 50, reset: 30),
        RateHintCase(
            "RateLimit: limit=100, remaining=50, reset=30", "RateLimit-Policy: 100;w=60, 5000;w=3600", left: 50,
            limit: (100, 60), reset: 30),
        RateHintCase(
            "RateLimit: limit=10, remaining=5, reset=30", "RateLimit-Policy: 100;w=60", left: 5, limit: (100, 60),
            reset: 30),
        RateHintCase("RateLimit: reset=5,limit=10", reset: 5),
        RateHintCase("RateLimit: limit=100;x=1, remaining=0;y, reset=7", left: 0, reset: 7),
        RateHintCase("RateLimit: limit=100, remaining=-1, reset=30", reset: 30),
        RateHintCase("RateLimit: limit=100, remaining=50, reset=99999999999999999999", left: 50),
        RateHintCase("RateLimit: limit=100", "RateLimit: remaining=3", "RateLimit: reset=4", left: 3, reset: 4),
    ])
    func readsPoliciesAndTheDraftBefore(_ given: RateHintCase) {
        #expect(RateHint(headers: given.headers, now: Self.now) == given.hint)
    }

    @Test(arguments: [
        RateHintCase("RateLimit-Limit: 100", "RateLimit-Remaining: 50", "RateLimit-Reset: 30", left: 50, reset: 30),
        RateHintCase(
            "RateLimit-Limit: 100, 100;w=60, 5000;w=3600", "RateLimit-Remaining: 50", "RateLimit-Reset: 30", left: 50,
            limit: (100, 60), reset: 30),
        RateHintCase(
            #"X-RateLimit-Limit: 10, 10;window=1;name="x, y""#, "X-RateLimit-Remaining: 9", "X-RateLimit-Reset: 1",
            left: 9, limit: (10, 1), reset: 1),
        RateHintCase("RateLimit-Limit: 100;w=60", "RateLimit-Remaining: 50", left: 50, limit: (100, 60)),
        RateHintCase(
            "RateLimit-Policy: 100;w=60", "RateLimit-Limit: 100", "RateLimit-Remaining: 50", "RateLimit-Reset: 30",
            left: 50, limit: (100, 60), reset: 30),
        RateHintCase(
            "X-Rate-Limit-Limit: 60", "X-Rate-Limit-Remaining: 59", "X-Rate-Limit-Reset: 1700006430", left: 59,
            reset: 30),
        RateHintCase("X-RATELIMIT-REMAINING: 598.0", "X-RATELIMIT-RESET: 300", left: 598, reset: 300),
        RateHintCase("x-ratelimit-remaining: 3", "x-ratelimit-reset: 1700006401.25", left: 3, reset: 1.25),
        RateHintCase(
            "X-RateLimit-Remaining: 3", "X-RateLimit-Reset: 1700006999", "X-RateLimit-Reset-After: 1.470", left: 3,
            reset: 1.47),
        RateHintCase(
            "X-RateLimit-Limit-Second: 10", "X-RateLimit-Remaining-Second: 9", "X-RateLimit-Limit-Hour: 1000",
            "X-RateLimit-Remaining-Hour: 7", left: 7, limit: (1000, 3600)),
        RateHintCase("X-RateLimit-Limit-Minute: 20", limit: (20, 60)),
        RateHintCase("X-RateLimit-Limit-Day: 20", "X-RateLimit-Reset-Day: 60", limit: (20, 86400), reset: 60),
        // A gateway's own headers before the service's: each pair stays together.
        RateHintCase(
            "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1", "X-RateLimit-Remaining: 900",
            "X-RateLimit-Reset: 3600", left: 0, reset: 1),
        RateHintCase("X-RateLimit-Remaining: 900, 0", "X-RateLimit-Reset: 3600, 1", left: 0, reset: 1),
        RateHintCase("X-RateLimit-Remaining: 10", "RateLimit-Remaining: 4", left: 4),
        RateHintCase("X-RateLimit-Used: 10", "X-RateLimit-Resource: core"),
        RateHintCase("X-RateLimit-Limit: 0", "X-RateLimit-Remaining: 0", left: 0),
    ])
    func readsAHeaderForEachNumber(_ given: RateHintCase) {
        #expect(RateHint(headers: given.headers, now: Self.now) == given.hint)
    }
}

extension RateHintTests {
    @Test(arguments: [
        ("0", 0), ("30", 30), ("0.5", 0.5), ("86400", 86400), ("00030", 30), ("1700006400", 0), ("1700006430", 30),
        ("1700006340", 0), ("1700006400000", 0), ("1700006430500", 30.5), ("1700092800", 86400),
        ("Wed, 15 Nov 2023 00:00:30 GMT", 30), ("Tue, 14 Nov 2023 00:00:30 GMT", 0),
        ("Wednesday, 15-Nov-23 00:00:30 GMT", 30), ("Wed Nov 15 00:00:30 2023", 30), ("2023-11-15T00:00:30Z", 30),
        ("2023-11-15T00:00:30.250Z", 30.25), ("2023-11-15T01:00:30+01:00", 30), ("2023-11-14T18:30:30.5-0530", 30.5),
        ("2023-11-15 00:00:30", 30), ("2023-11-15t00:00:30z", 30), ("2023-11-15T00:00:30", 30),
        ("1999-12-31T23:59:59Z", 0), (#""2023-11-15T00:00:30Z""#, 30), ("30;comment=x", 30),
    ])
    func readsResets(_ text: String, _ seconds: Double) {
        let headers = HTTPHeaders([("X-RateLimit-Reset", text), ("X-RateLimit-Remaining", "1")])
        let hint = RateHint(remaining: 1, reset: .milliseconds(Int(seconds * 1000)))
        #expect(RateHint(headers: headers, now: Self.now) == hint, "\(text)")
    }

    @Test(arguments: [
        "", "-1", "-0.5", "+5", "1e3", "0x10", "NaN", "inf", "-inf", "86401", "86400.001", "999999999", "1700000000",
        "1700092801", "1800000000000", "1700006430000000", "9223372036854775807", "9223372036854775808",
        "99999999999999999999999999999999999999999", "1.", ".5", "1.2.3", "5 s", "6m0s", "٣٠", "soon", "=", "a=5",
        "2023-11-15", "2023-11-15T", "2023-13-45T00:00:00Z", "2023-11-15T00:00:30Z;drop", "2023-11-15T00:00:30+99:99",
        "9999-12-31T23:59:59Z", "99999-12-31T23:59:59Z", "2023-11-15T99999999999999999999", "-023-11-15T00:00:30Z",
        "----------T:::::::::", "2023-11-15T00:00:00.9999999999999999999", "Sun, 06 Nov 2094 08:49:37 GMT",
        "Wed, 15 Nov 2023", "\"30", ":MzA=:", "(30)", "@1700006430", "?1", "null", "\u{0}", "🙂", ";t=5", ",", "30,",
    ])
    func passesOverResetsThatAreNone(_ text: String) {
        let headers = HTTPHeaders([("X-RateLimit-Reset", text), ("X-RateLimit-Remaining", "1")])
        let reset = RateHint(headers: headers, now: Self.now)?.reset
        // A date of long ago may be meant; it is no wait.
        #expect(reset == nil || reset == .zero, "\(text)")
        #expect(RateHint(headers: headers, now: Self.now)?.remaining == 1, "\(text)")
    }

    @Test(arguments: [
        "", ",", ";", "=", "\"", "\"a", "\"a\\", "\"a\\n\";r=5", "\"a\";r", "\"a\";r=", "\"a\";=5", "\"a\";r=x;t=y",
        "\"a\";r=-5;t=-3", "\"a\";r=99999999999999999999", "\"a\";r=\"5\"", "\"a\";r=5;t=3,", ",\"a\";r=5;t=3",
        "(\"a\";r=5);t=3", "\"a\";r=5;pk=:ab", "\"a\" r=5", "\"a\";r=5 5", "limit=", "remaining=,reset=", "=5", "1.",
        "-", "@", "?", "?2", "%", "%a", ":", "ü;r=5", "\"ü\";r=5;t=3", "\"a\";r=1e9", "\"a\";r=5;;t=3",
        "remaining=abc", "remaining=(5)", "x=5", "\u{7F}",
    ])
    func passesOverGarbage(_ text: String) {
        #expect(RateHint(headers: HTTPHeaders([("RateLimit", text)]), now: Self.now) == nil, "\(text)")
        #expect(RateHint(headers: HTTPHeaders([("RateLimit-Policy", text)]), now: Self.now) == nil, "\(text)")
    }

    @Test func saysNothingWithoutSuchHeaders() {
        let headers = HTTPHeaders([("Retry-After", "5"), ("Content-Type", "text/html"), ("RateLimitless", "5")])
        #expect(RateHint(headers: headers, now: Self.now) == nil)
        #expect(RateHint(headers: HTTPHeaders(), now: Self.now) == nil)
    }
}
