import ArgumentParser
import CurlMulti
import InvitationImporter

/// A look at the server for a command that sends nothing.
struct ServerLook {
    private let connection: ConnectionArguments
    private let look: LookArguments
    private let server: Server
    private let policy: SendingPolicy
    private let style: ProgressStyle

    init(
        _ connection: ConnectionArguments, _ look: LookArguments, _ server: Server, _ policy: SendingPolicy,
        _ style: ProgressStyle
    ) {
        (self.connection, self.look, self.server) = (connection, look, server)
        (self.policy, self.style) = (policy, style)
    }

    /// What the server has for a plan, and what a person should know about the look. A server that cannot be asked is no
    /// reason to show no plan.
    ///
    /// - Throws: `ExitCode` if a person interrupted it.
    func directory(for planner: Planner, _ environment: CommandEnvironment) throws -> (
        ServerDirectory?, notes: [String]
    ) {
        do {
            let (directory, ending) = try ask(for: planner, environment)
            if case .interrupted = ending, let code = ending?.exitCode { throw ExitCode(code) }
            if let ending { return (nil, [Self.note(ending.reason ?? "it could not be asked")]) }
            return (directory, LookArguments.lines(directory))
        } catch let error where !(error is ExitCode) {
            return (nil, [Self.note("\(error)")])
        }
    }

    private static func note(_ words: String) -> String {
        PlanText.row("not looked at", "the server: \(Printable.escape(words, limit: 400))")
    }

    private func ask(
        for planner: Planner, _ environment: CommandEnvironment
    ) throws -> (ServerDirectory?, Ending?) {
        let people = planner.people
        guard look.preflight != .off, !people.isEmpty else { return (nil, nil) }
        let tokens = try connection.tokens(environment)
        let way = try OpenServer(server.options, slots: min(policy.concurrency, 8))
        defer { way.close() }
        let connection = ServerConnection(over: way.transport, server.api, tokens, policy, wakeUp: way.bell)
        return try look.look(connection, way, planner.organizations, people, style)
    }
}
