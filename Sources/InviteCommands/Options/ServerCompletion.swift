import ArgumentParser
import CurlMulti
import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The server's own roles, groups and organizations, for a person who presses Tab.
///
/// The variables have to lead to a server that answers at once. Otherwise there are none, and nothing is said.
enum ServerCompletion {
    /// Completes a role.
    static let roles = CompletionKind.custom { _, _, _ in ids { $0.roles } }
    /// Completes a group.
    static let groups = CompletionKind.custom { _, _, _ in ids { $0.groups } }
    /// Completes an organization.
    static let organizations = CompletionKind.custom { _, _, _ in ids { $0.organizations } }

    /// Nobody waits longer for a word.
    private static let patience = Duration.seconds(2)

    private static func ids(_ list: (ServerSnapshot) -> [ServerResource]?) -> [String] {
        guard let snapshot = try? snapshot() else { return [] }
        // Other names might end the word at a shell's prompt.
        return (list(snapshot) ?? []).map(\.id).filter { $0 == Printable.escape($0) && !$0.contains(" ") }
    }

    private static func snapshot() throws -> ServerSnapshot {
        let environment = CommandEnvironment(variables: ProcessInfo.processInfo.environment)
        let options = try ConnectionOptions.parse(["--timeout", "2s"])
        let server = try options.server(environment)
        let tokens = try options.tokens(environment)
        var policy = SendingPolicy()
        policy.concurrency = 3
        policy.retry.giveUpAfter = patience
        let connection = try TransportSession(server, slots: policy.concurrency)
        defer { connection.close() }
        return try ServerSession(over: connection.transport, server.api, tokens, policy).examine([]).snapshot
    }
}
