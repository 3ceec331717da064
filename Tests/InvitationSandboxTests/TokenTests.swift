import InvitationSandbox
import Testing

struct TokenTests {
    static let path = "/v1/regions/global/auth/token"

    struct Issued: Decodable {
        var access_token: String
        var token_type: String
        var expires_in: Int
    }

    @Test(arguments: [
        (#"{"grant_type":"api_key","api_key":"plt_sk_fake"}"#, 200),
        (#"{"grant_type":"client_credentials","client_id":"sa-x@o.iam","client_secret":"plt_cs_fake"}"#, 200),
        (#"{"grant_type":"api_key","api_key":"plt_sk_"}"#, 401), (#"{"grant_type":"api_key","api_key":"fake"}"#, 401),
        (#"{"grant_type":"client_credentials","client_id":"x","client_secret":"plt_cs_fake"}"#, 401),
        (#"{"grant_type":"client_credentials","client_id":"sa-x","client_secret":"fake"}"#, 401),
        (#"{"grant_type":"client_credentials","client_id":"sa-x"}"#, 400), (#"{"grant_type":"api_key"}"#, 400),
        (#"{"grant_type":"password"}"#, 400), ("{", 400), ("", 400),
    ])
    func grantIsAnswered(_ body: String, _ status: Int) {
        let bench = Bench()
        #expect(bench.send("POST", Self.path, body, authorization: nil).status == status)
    }

    @Test func issuedTokenIsGoodUntilItExpires() throws {
        let bench = Bench { $0.tokenLifetime = .seconds(60) }
        let body = #"{"grant_type":"api_key","api_key":"plt_sk_fake"}"#
        let issued: Issued = try bench.send("POST", Self.path, body, authorization: nil).decoded()
        #expect((issued.token_type, issued.expires_in) == ("Bearer", 60))
        let bearer = "Bearer \(issued.access_token)"
        #expect(bench.send("GET", Bench.path, at: .seconds(59), authorization: bearer).status == 200)
        let late = bench.send("GET", Bench.path, at: .seconds(60), authorization: bearer)
        #expect(late.status == 401)
        #expect(late.body.contains("expired"))
    }

    @Test func issuedTokenIsGoodForLongerThanItSaysWhereThatIsWished() throws {
        let bench = Bench { ($0.tokenLifetime, $0.tokenGrace) = (.seconds(2), .seconds(60)) }
        let body = #"{"grant_type":"api_key","api_key":"plt_sk_fake"}"#
        let issued: Issued = try bench.send("POST", Self.path, body, authorization: nil).decoded()
        #expect(issued.expires_in == 2)
        let bearer = "Bearer \(issued.access_token)"
        #expect(bench.send("GET", Bench.path, at: .seconds(61), authorization: bearer).status == 200)
        #expect(bench.send("GET", Bench.path, at: .seconds(62), authorization: bearer).status == 401)
    }

    @Test func anotherSandboxKnowsTheToken() {
        let issuer = Bench()
        let token = issuer.token(lifetime: .seconds(60))
        let bench = Bench { $0.seed = 99 }
        #expect(bench.send("GET", Bench.path, authorization: "bearer \(token)").status == 200)
        #expect(token.split(separator: ".").count == 3)
        #expect(token.hasSuffix(".sandbox"))
    }

    @Test(arguments: [
        nil, "", "Bearer", "Bearer x", "Bearer a.b.c", "Bearer a.b.sandbox", "Basic sandbox-token", "sandbox-token",
        "Bearer sandbox-token x", "Bearer e30.e30.sandbox",
    ])
    func othersAreTurnedAway(_ authorization: String?) {
        let bench = Bench()
        #expect(bench.send("GET", Bench.path, authorization: authorization).status == 401)
    }

    @Test func fixedTokenNeverExpires() {
        let bench = Bench()
        #expect(bench.get(Bench.path, at: .seconds(1_000_000_000)).status == 200)
    }
}
