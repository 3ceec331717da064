import Foundation

/// TLS in front of a sandbox: a private certificate authority, a certificate for one name, and socat that speaks it.
final class TLSServer: Sendable {
    /// The port that it listens on.
    let port: Int
    /// The certificate of the authority.
    let authority: String
    private let tool: RunningTool
    private let place: Workplace

    /// Runs a test against a server with a certificate for `name`, which is stopped afterwards whatever happened.
    static func with<Result>(
        name: String, to port: Int, isIPv6: Bool = false, _ body: (TLSServer) async throws -> Result
    ) async throws -> Result {
        let server = try await TLSServer(name: name, to: port, isIPv6: isIPv6)
        do {
            let result = try await body(server)
            await server.stop()
            return result
        } catch {
            await server.stop()
            throw error
        }
    }

    private init(name: String, to port: Int, isIPv6: Bool) async throws {
        let place = try Workplace()
        try await Self.makeCertificates(for: name, in: place)
        let address = isIPv6 ? "OPENSSL-LISTEN:0,pf=ip6,bind=[::1]" : "OPENSSL-LISTEN:0,bind=127.0.0.1"
        let tool = try Tool.start(
            [
                Tool.system("socat") ?? "socat", "-d", "-d", address + ",cert=server.pem,verify=0,fork",
                "TCP4:127.0.0.1:\(port)",
            ], in: place)
        try await eventually("socat to listen") { tool.errors.contains("listening on") || tool.hasEnded }
        let words = tool.errors.split(whereSeparator: \.isNewline).first { $0.contains("listening on") } ?? ""
        self.port = Int(words.split(separator: ":").last ?? "") ?? 0
        authority = place.path("ca.pem")
        self.tool = tool
        self.place = place
    }

    private func stop() async {
        tool.signal(SIGTERM)
        _ = try? await tool.finish(within: 120)
    }

    private static func makeCertificates(for name: String, in place: Workplace) async throws {
        let openssl = Tool.system("openssl") ?? "openssl"
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2"]
        try await run(
            [openssl, "req", "-x509"] + key + ["-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Fake CA"])
        try await run(
            [openssl, "req", "-x509", "-CA", "ca.pem", "-CAkey", "ca.key"] + key + [
                "-keyout", "server.key", "-out", "server.crt", "-subj", "/CN=fake", "-addext", "subjectAltName=\(name)",
                "-addext", "basicConstraints=critical,CA:FALSE",
            ])
        try place.write(place.read("server.key") + place.read("server.crt"), to: "server.pem")

        func run(_ command: [String]) async throws {
            let ended = try await Tool.start(command, in: place).finish()
            guard ended.code == 0 else { throw NotInTime(what: ended.errors) }
        }
    }
}
