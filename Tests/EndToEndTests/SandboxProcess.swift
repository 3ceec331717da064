import Foundation

/// A `k0rdent-sandbox serve` of its own for one test.
final class SandboxProcess: Sendable {
    let url: String
    let token: String
    /// What it prints for another shell.
    let linesToCopy: String
    private let tool: RunningTool
    private let place: Workplace

    /// Runs a test against a sandbox, which is stopped afterwards whatever happened.
    static func with<Result>(
        _ options: [String] = [], _ body: (SandboxProcess) async throws -> Result
    ) async throws -> Result {
        let sandbox = try await SandboxProcess(options)
        do {
            let result = try await body(sandbox)
            try await sandbox.stop()
            return result
        } catch {
            try? await sandbox.stop()
            throw error
        }
    }

    private init(_ options: [String]) async throws {
        let place = try Workplace()
        let tool = try Tool.start([Tool.sandbox, "serve", "--port", "0"] + options, in: place)
        do {
            try await eventually("the sandbox's first line") {
                if tool.hasEnded { throw NotInTime(what: "the sandbox ended: \(tool.errors)") }
                return tool.output.contains("K0RDENT_TOKEN=") && tool.output.hasSuffix("\n")
            }
        } catch {
            tool.signal(SIGKILL)
            _ = try? await tool.finish()
            throw error
        }
        let first = tool.output.prefix { !$0.isNewline }
        let words = first.split(whereSeparator: \.isWhitespace).map(String.init)
        url = words.first { $0.hasPrefix("http://") } ?? ""
        token = words.last ?? ""
        linesToCopy = tool.output.split(separator: "\n").dropFirst().map { $0 + "\n" }.joined()
        self.tool = tool
        self.place = place
    }

    private func stop() async throws {
        tool.signal(SIGTERM)
        _ = try await tool.finish(within: 120)
    }

    /// The port that it listens on.
    var port: Int { Int(url.split(separator: ":").last ?? "") ?? 0 }

    /// The variables with which `k0rdent-invite` talks to it.
    var environment: [String: String] {
        ["K0RDENT_API_URL": url, "K0RDENT_TOKEN": token, "K0RDENT_ORG": "acme"]
    }

    /// How many POSTs came in for each address, in lower case.
    func deliveries() async throws -> [String: Int] {
        try await ask("deliveries")["deliveries"].counts
    }

    /// How many POSTs came in.
    func posts() async throws -> Int {
        try await ask("deliveries")["posts"].int ?? -1
    }

    /// How many invitations were created for each address, in lower case.
    func created() async throws -> [String: Int] {
        try await ask("created")["created"].counts
    }

    /// The invitations that exist.
    func invitations() async throws -> [JSONText] {
        try await ask("invitations")["invitations"].array
    }

    /// The requests that came in, of any kind.
    func requests() async throws -> [JSONText] {
        try await ask("requests")["requests"].array
    }

    /// Lets somebody accept.
    func accept(_ email: String) throws {
        try Loopback.post("/_sandbox/accept?email=\(email)", port: port)
    }

    /// Lets somebody's invitation expire.
    func expire(_ email: String) throws {
        try Loopback.post("/_sandbox/expire?email=\(email)", port: port)
    }

    /// The addresses of the invitations that exist, by status.
    func statuses() async throws -> [String: [String]] {
        try await invitations().reduce(into: [:]) { found, invitation in
            found[invitation["status"].string ?? "", default: []].append(invitation["email"].string ?? "")
        }
    }

    /// Lets all answers go that are held (`--hold`), and those that follow.
    func release() throws {
        try Loopback.post("/_sandbox/release", port: port)
    }

    private func ask(_ what: String) async throws -> JSONText {
        return try JSONText(Loopback.get("/_sandbox/" + what, port: port))
    }
}
