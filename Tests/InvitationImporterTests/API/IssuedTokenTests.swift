import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

/// What a command prints, a file holds or the token endpoint answers, and what is understood of it.
struct IssuedTokenTests {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)

    /// A token in the form of a JWT.
    static func jwt(_ claims: String) -> String {
        let text = Data(claims.utf8).base64EncodedString().replacing("=", with: "").replacing("+", with: "-")
        return "fakeheader." + text.replacing("/", with: "_") + ".fakesignature"
    }

    @Test(
        arguments: [
            ("fake-token", "fake-token", nil),
            ("  fake-token\r\n", "fake-token", nil),
            (#"{"access_token":"fake","token_type":"Bearer","expires_in":900}"#, "fake", 900),
            (#"{"access_token":"fake","expires_in":"60"}"#, "fake", 60),
            (#"{"access_token":"fake","expires_in":0.5}"#, "fake", 0.5),
            (#"{"access_token":"fake","expires_in":-1}"#, "fake", nil),
            (#"{"token":"fake","expiry":"2027-01-15T08:01:00Z"}"#, "fake", 60),
            (#"{"token":"fake","expires_at":1800000030}"#, "fake", 30),
            (#"{"token":"fake","expires_at":"2020-01-01T00:00:00Z"}"#, "fake", 0),
            (#"{"status":{"token":"fake","expirationTimestamp":"2027-01-15T08:00:10Z"}}"#, "fake", 10),
            (#"{"id_token":"fake"}"#, "fake", nil),
        ] as [(String, String, Double?)])
    func understands(_ text: String, _ token: String, _ seconds: Double?) throws {
        let issued = try IssuedToken(text.utf8, from: "the test", now: Self.now)
        #expect(issued.token.secret == token)
        #expect(issued.life == seconds.map { .seconds($0) })
    }

    @Test(arguments: [
        "", " \n", "two words", "line\nbreak", "{}", #"{"access_token":""}"#, #"{"error":"no"}"#, "{not json",
        "t\u{E4}g",
    ])
    func refuses(_ text: String) {
        let error = #expect(throws: Token.Missing.self) {
            try IssuedToken(text.utf8, from: "The token command", now: Self.now)
        }
        #expect(error?.description.hasPrefix("The token command ") == true)
    }

    @Test func aTokenSaysItselfWhenItEnds() throws {
        let token = Self.jwt(#"{"exp":1800000090,"iat":1799999990,"scope_id":"acme","tenant_id":"t-1"}"#)
        let issued = try IssuedToken(token.utf8, from: "the test", now: Self.now)
        #expect(issued.life == .seconds(90))
        #expect(issued.organizations == ["acme", "t-1"])
    }

    @Test(arguments: [(600, 90.0), (30, 30)])
    func theEarlierEndCounts(_ stated: Int, _ life: Double) throws {
        let token = Self.jwt(#"{"exp":1800000090}"#)
        let issued = try IssuedToken(
            #"{"access_token":"\#(token)","expires_in":\#(stated)}"#.utf8, from: "the test", now: Self.now)
        #expect(issued.life == .seconds(life))
    }

    @Test(arguments: ["a.b", "a.b.c.d", "fake.!!!.fake", "fake.bm90IGpzb24.fake", "..", "fake.W10.fake"])
    func whatOnlyLooksLikeOneSaysNothing(_ token: String) throws {
        let issued = try IssuedToken(token.utf8, from: "the test", now: Self.now)
        #expect(issued.life == nil)
        #expect(issued.organizations.isEmpty)
    }

    @Test func noSecretIsEverPrinted() throws {
        let token = try Token("fake-secret", from: "the test")
        let grant = TokenGrant(clientID: "sa-fake", secret: "plt_cs_fake-secret")
        let issued = try IssuedToken("fake-secret".utf8, from: "the test", now: Self.now)
        let source = TokenSource.exchange(grant)
        let api = try {
            var api = try InvitationAPI(base: "https://api.example")
            api.token = token
            return api
        }()
        for text in ["\(token)", "\(grant)", "\(issued)", "\(source)", String(reflecting: source)] {
            #expect(!text.contains("fake-secret"), "\(text)")
        }
        #expect(api.create(body: [], organization: "acme").headers.contains("Authorization: Bearer fake-secret"))
        #expect(!api.exchange(grant).headers.contains { $0.contains("Authorization") })
    }
}

/// Where the token comes from, in which order, and what is said of it.
struct TokenSourceTests {
    @Test(arguments: [
        (["K0RDENT_TOKEN": "fake", "K0RDENT_API_KEY": "plt_sk_fake"], "fixed"),
        (["K0RDENT_TOKEN": " ", "K0RDENT_API_KEY": "plt_sk_fake"], "exchange"),
        (["K0RDENT_CLIENT_ID": "sa-fake", "K0RDENT_CLIENT_SECRET": "plt_cs_fake"], "exchange"),
    ])
    func isFoundInOrder(_ environment: [String: String], _ kind: String) throws {
        let source = try TokenSource.find(file: nil, command: nil, environment: environment).source
        #expect("\(source)".hasPrefix(kind))
        let command = try TokenSource.find(file: nil, command: "echo fake", environment: environment).source
        #expect(command == .command("echo fake"))
    }

    @Test(arguments: [
        ([:], "--token-command"),
        (["K0RDENT_CLIENT_ID": "sa-fake"], "K0RDENT_CLIENT_SECRET is not set"),
        (["K0RDENT_CLIENT_SECRET": "plt_cs_fake"], "K0RDENT_CLIENT_ID is not set"),
    ])
    func saysWhatIsMissing(_ environment: [String: String], _ words: String) {
        let error = #expect(throws: Token.Missing.self) {
            try TokenSource.find(file: nil, command: nil, environment: environment)
        }
        #expect(error?.description.contains(words) == true)
    }

    @Test(arguments: [(600, true), (60, false), (-5, true)])
    func warnsOfATokenThatCannotLast(_ run: Int, _ warns: Bool) throws {
        let now = IssuedTokenTests.now
        let end = run < 0 ? 1_799_999_000 : 1_800_000_120
        let token = try Token(IssuedTokenTests.jwt("{\"exp\":\(end)}"), from: "the test")
        let warning = TokenSource.fixed(token).warning(forRunOf: .seconds(abs(run)), now: now)
        #expect((warning != nil) == warns)
        #expect(TokenSource.command("x").warning(forRunOf: .seconds(10_000), now: now) == nil)
        let opaque = try Token("fake", from: "the test")
        #expect(TokenSource.fixed(opaque).warning(forRunOf: .seconds(10_000), now: now) == nil)
    }
}
