import InvitationSandbox
import Testing

struct RateLimitTests {
    @Test(
        arguments: [
            (SandboxRetryAfter.seconds, "2"), (.date, "Fri, 15 Jan 2027 08:00:02 GMT"), (.none, nil),
            (.raw("-5"), "-5"), (.raw("soon"), "soon"),
        ] as [(SandboxRetryAfter, String?)])
    func turnedAwayWithRetryAfter(_ kind: SandboxRetryAfter, _ value: String?) {
        let bench = Bench {
            $0.rateLimit = 0.5
            $0.retryAfter = kind
        }
        #expect(bench.invite("a@example.com").field("Retry-After") == nil)
        let answer = bench.invite("b@example.com")
        #expect(answer.status == 429)
        #expect(answer.field("Retry-After") == value)
        #expect(bench.state.deliveries == ["a@example.com": 1, "b@example.com": 1])
        #expect(bench.state.created == ["a@example.com": 1])
        #expect(bench.invite("b@example.com", at: .seconds(2)).status == 201)
    }

    @Test func statusCanBeAnother() {
        let bench = Bench {
            $0.rateLimit = 1
            $0.rateLimitStatus = 503
        }
        #expect([bench.invite("a@example.com").status, bench.invite("b@example.com").status] == [201, 503])
    }

    @Test(
        arguments: [
            (SandboxRateLimitHeaders.none, [:]),
            (.ietf, ["RateLimit-Policy": #""default";q=11;w=1"#, "RateLimit": #""default";r=10;t=1"#]),
            (.ietfFields, ["RateLimit-Limit": "11", "RateLimit-Remaining": "10", "RateLimit-Reset": "1"]),
            (.xDelta, ["X-RateLimit-Limit": "11", "X-RateLimit-Remaining": "10", "X-RateLimit-Reset": "1"]),
            (.xEpoch, ["X-RateLimit-Limit": "11", "X-RateLimit-Remaining": "10", "X-RateLimit-Reset": "1800000001"]),
        ] as [(SandboxRateLimitHeaders, [String: String])])
    func headersTellTheLimit(_ headers: SandboxRateLimitHeaders, _ expected: [String: String]) {
        let bench = Bench {
            $0.rateLimit = 10
            $0.rateLimitHeaders = headers
        }
        let fields = bench.invite("a@example.com").fields.filter { $0.name.contains("RateLimit") }
        #expect(Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first } == expected)
    }
}
