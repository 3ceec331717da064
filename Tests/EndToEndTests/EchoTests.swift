import Foundation
import Synchronization
import TestSupport
import Testing

/// Whatever comes back, no secret of ours and no control of a terminal comes out.
@Suite("A server that says too much", .serialized)
struct EchoTests {
    private static let token = "fake-Token.For/Tests+0123456789"

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Answers with the request's own secret wherever there is room for a text.
    private static func echo(_ connection: Connection) {
        while let request = connection.readRequest() {
            let secret = request.values("Authorization").first ?? "none"
            let isToken = request.target.hasSuffix("/auth/token")
            let words = isToken ? String(decoding: request.body, as: UTF8.self) : secret
            let text = quoted(words)
            switch (request.method, String(decoding: request.body, as: UTF8.self)) {
            case ("GET", _): connection.answer(403, "{\"error\":{\"message\":\(text)}}")
            case (_, let body) where body.contains("\"made@"):
                connection.answer(
                    201, "{\"id\":\(text),\"email\":\"made@x.example\",\"expiresAt\":\(text)}",
                    headers: ["X-Request-Id: \(secret)"])
            case (_, let body) where body.contains("\"page@"): connection.answer(422, "<h1>\(secret)</h1>")
            default: connection.answer(400, "{\"error\":{\"code\":\(text),\"message\":\(text)}}")
            }
        }
    }

    @Test(
        "the token, the key and the client's secret are in no file and no line",
        arguments: [
            ["K0RDENT_TOKEN": token], ["K0RDENT_API_KEY": token],
            ["K0RDENT_CLIENT_ID": "fake-client", "K0RDENT_CLIENT_SECRET": token],
        ])
    func secrets(variables: [String: String]) async throws {
        let server = try RawServer(Self.echo)
        defer { server.stop() }
        let place = try Workplace()
        try place.write("email,roles\nmade@x.example,viewer\npage@x.example,viewer\nno@x.example,viewer\n", to: "a.csv")
        let environment = ["K0RDENT_API_URL": server.url, "K0RDENT_ORG": "acme"].merging(variables) { _, new in new }
        let run = try await Tool.invite(["import", "a.csv", "--yes", "--json"], in: place, environment)
        #expect(run.code != 0, "\(run.errors)")
        #expect(server.requests > 0)
        var texts = ["errors": run.errors, "output": run.output]
        for name in try place.names() where !["a.run", "a.run/input", ".local"].contains(name) {
            texts[name] = try? place.read(name)
        }
        #expect(texts.keys.contains("a.run/journal.jsonl"))
        for (name, text) in texts {
            for part in [Self.token, String(Self.token.prefix(16)), Data(Self.token.utf8).base64EncodedString()] {
                #expect(!text.contains(part), "\(name): \(text)")
            }
        }
    }

    @Test("ids and times of a server command no terminal, in no form of the status")
    func controls() async throws {
        let isMade = Mutex(false)
        let server = try RawServer { connection in
            let body =
                #"{"id":"i\u001b[2J\u009b1","email":"a@x.example","expiresAt":"\u001b]0;x\u0007","roles":["viewer"]}"#
            while let request = connection.readRequest() {
                if request.method == "POST" { isMade.withLock { $0 = true } }
                let shows = request.target.contains("/invitations?") && isMade.withLock(\.self)
                let answer = request.method == "POST" ? body : "{\"invitations\":[\(shows ? body : "")]}"
                connection.answer(request.method == "POST" ? 201 : 200, answer)
            }
        }
        defer { server.stop() }
        let place = try Workplace()
        try place.write("email,roles\na@x.example,viewer\n", to: "a.csv")
        let environment = [
            "K0RDENT_API_URL": server.url, "K0RDENT_ORG": "acme", "K0RDENT_TOKEN": "fake-token",
        ]
        let run = try await Tool.invite(["import", "a.csv", "--yes", "--preflight", "off"], in: place, environment)
        #expect(run.code == 0, "\(run.errors)")
        for name in ["results.csv", "results.jsonl", "summary.json", "journal.jsonl", "report.html"] {
            #expect(!(try place.read("a.run/" + name)).contains("\u{1B}"), "\(name)")
        }
        #expect(try place.read("a.run/results.csv").contains(#"i\u{1B}[2J\u{9B}1"#))
        for form in ["--csv", "--json"] {
            let status = try await Tool.invite(["status", "a.run", form], in: place, environment)
            #expect(status.output.contains("a@x.example"), "\(status.errors)")
            #expect(!(status.output + status.errors).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
        }
    }

    @Test("an error about an argument shows neither its controls nor a URL's password")
    func arguments() async throws {
        let place = try Workplace()
        let variables = ["K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme"]
        try place.write("email,roles\na@x.example,viewer\n", to: "a.csv")
        for arguments in [
            ["import", "a.csv", "--rate", "\u{1B}[2J"], ["\u{1B}[2J"], ["import", "a.csv", "--\u{1B}[2J"],
        ] {
            let run = try await Tool.invite(arguments, in: place, variables)
            #expect(run.code == 64)
            #expect(!run.errors.contains("\u{1B}") && run.errors.contains(#"\u{1B}"#), "\(run.errors)")
        }
        for arguments in [["--api-url", "https://ann:fake-pass@api.example"], ["https://ann:fake-pass@api.example"]] {
            let run = try await Tool.invite(["import", "a.csv", "--yes"] + arguments, in: place, variables)
            #expect(run.code != 0 && !run.errors.contains("fake-pass"), "\(run.errors)")
        }
    }
}
