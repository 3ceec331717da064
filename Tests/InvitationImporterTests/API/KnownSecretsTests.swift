import CurlMulti
import Testing

@testable import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// No text that comes back has a secret in it that we know.
struct KnownSecretsTests {
    private static let token = "eyJhbGciOiJub25lIn0.FakeTokenForTests/+ab.c2lnbmF0dXJl"

    private var secrets: KnownSecrets {
        var secrets = KnownSecrets()
        for secret in [Self.token, "fake-pa55", "opensesame", "x y", "ab"] { secrets.add(secret) }
        return secrets
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    @Test(arguments: [
        ("", ""), ("nothing here", "nothing here"), ("bad header Bearer \(token)", "bad header Bearer ***"),
        ("\(token)\(token)", "***"), ("\(token), \(token)", "***, ***"), (token.uppercased(), "***"),
        ("<b>\(token)</b>", "<b>***</b>"), ("cut: \(token.prefix(20))", "cut: ***"),
        ("cut: …\(token.suffix(16))", "cut: …***"), ("cut: \(token.prefix(15))", "cut: \(token.prefix(15))"),
        ("q=\(token.replacing("/", with: "%2F").replacing("+", with: "%2b"))", "q=***"),
        ("is fake-pa55 wrong", "is *** wrong"), ("is FAKE-PA55!", "is ***!"), ("ab x y ab", "ab *** ab"),
        ("xx y", "xx y"), ("x yé", "x yé"), ("notopensesamenot", "not***not"),
        // Half of a short secret is too much of it.
        ("cut: opensesam", "cut: ***"), ("…ensesame", "…***"), ("opensesa me", "*** me"), ("opense", "opense"),
    ])
    func areStruckOutOfWords(_ text: String, _ expected: String) {
        #expect(secrets.struck(text) == expected)
    }

    @Test(arguments: ["", "a", "ab", "ann:", "ann@x.example:"], ["", "z", "zz", "zzz"])
    func areFoundInBase64WhereverTheyStand(_ before: String, _ after: String) {
        for secret in [Self.token, "opensesame"] {
            let text = Self.base64(before + secret + after)
            let url = text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
            for text in [text, url] {
                let struck = secrets.struck("Basic \(text)")
                // At most the characters that belong to what stands beside it, and two more that hold a part of it.
                #expect(struck.hasPrefix("Basic ") && struck.contains("***"))
                #expect(struck.count < 6 + 3 + (before.count + after.count) * 4 / 3 + 8, "\(struck)")
            }
        }
    }

    /// The token, written in ways that hide it from a mere search.
    private static let disguises: [String] = {
        let (head, tail) = (token.prefix(9), token.dropFirst(9))
        func written(_ prefix: String, _ suffix: String = "", radix: Int) -> String {
            token.utf8.map { prefix + String($0, radix: radix) + suffix }.joined()
        }
        return [
            written("\\x", radix: 16), written("\\", radix: 8), written("", " ", radix: 16),
            written("", ", ", radix: 10),
            written("=", radix: 16), written("0x", ",", radix: 16), written("U+00", " ", radix: 16),
            token.utf8.map { "\\u00" + String($0, radix: 16, uppercase: true) }.joined(),
            written("&#", ";", radix: 10), written("&#x", ";", radix: 16), written("%", radix: 16),
            written("%25", radix: 16), written("", radix: 16), token.map(String.init).joined(separator: " "),
            "<b>\(head)</b>\(tail)", "\(head)\u{200B}\(tail)", head + #"\u{200b}"# + tail, head + #"\n"# + tail,
        ]
    }()

    @Test(
        "a text that takes a secret apart, or writes it character by character, is not shown",
        arguments: disguises)
    func inPieces(_ written: String) {
        let struck = secrets.struck("wrong token \(written), try another")
        #expect(struck.contains("***"))
        #expect(!struck.contains(written.suffix(12)))
    }

    @Test func noneChangesNothing() {
        var secrets = KnownSecrets()
        secrets.add("ab")
        #expect(secrets.struck("ab \(Self.token)") == "ab \(Self.token)")
        let exchange = HTTPExchange(tag: 1, status: 200, body: Array("ab".utf8))
        #expect(secrets.struck(exchange).body == exchange.body)
    }

    @Test func anExchangeLosesThemInEveryPart() {
        let exchange = HTTPExchange(
            tag: 7, status: 400, headers: HTTPHeaders([("X-Request-Id", Self.token), ("Date", "now")]),
            body: Array(#"{"id":"\#(Self.token)","role":"opensesame","part":"\#(Self.token.prefix(20))"}"#.utf8),
            failure: TransportFailure(.closed, "http://ann:fake-pa55@proxy failed"))
        let struck = secrets.struck(exchange)
        #expect(struck.headers["x-request-id"] == "***" && struck.headers["date"] == "now")
        #expect(struck.failure == TransportFailure(.closed, "http://ann:***@proxy failed"))
        // What could be the name of a role, or no more than looks like a part of a secret, stays: it is data.
        let data = #"{"id":"***","role":"opensesame","part":"\#(Self.token.prefix(20))"}"#
        #expect(String(decoding: struck.body, as: UTF8.self) == data)
        #expect(struck.tag == 7 && struck.status == 400)
    }

    @Test(arguments: ["\\u0065yJ", "eyJ"]) func noEscapeHidesThem(_ start: String) {
        let rest = Self.token.dropFirst(3).replacing("/", with: #"\/"#)
        let body = #"{"a":[1.50,{"message":"it was \#(start)\#(rest)"}],"b":null}"#
        let struck = secrets.struck(HTTPExchange(tag: 1, status: 400, body: Array(body.utf8)))
        let expected = #"{"a":[1.50,{"message":"it was ***"}],"b":null}"#
        #expect(String(decoding: struck.body, as: UTF8.self) == expected)
    }

    @Test func areNotPrinted() {
        #expect("\(secrets)" == "***")
        #expect(String(reflecting: secrets) == "***")
        var dumped = ""
        dump(secrets, to: &dumped)
        #expect(!dumped.contains("fake"))
    }

    @Test(arguments: [
        ("see https://api.example/x", "see https://api.example/x"),
        ("https://ann:pass@api.example/x@y", "https://***@api.example/x@y"),
        (#""http://ann@h" and "http://b:c@h""#, #""http://***@h" and "http://***@h""#),
        ("https://ann:pa/ss@host", "https://***@host"), ("https://host:8080/a@b", "https://host:8080/a@b"),
        ("https://[::1]:80/a@b", "https://[::1]:80/a@b"), ("ann@x.example", "ann@x.example"),
    ])
    func namesAndPasswordsInURLsAreHidden(_ text: String, _ expected: String) {
        #expect(URLSecrets.hidden(in: text) == expected)
    }
}
