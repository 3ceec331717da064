import CurlMulti
import InvitationImporter

/// A look at the server for a command that sends nothing.
struct ServerLook {
    private let connection: ConnectionArguments
    private let look: LookArguments
    private let server: Server
    private let policy: SendingPolicy

    init(_ connection: ConnectionArguments, _ look: LookArguments, _ server: Server, _ policy: SendingPolicy) {
        (self.connection, self.look, self.server, self.policy) = (connection, look, server, policy)
    }

    /// What the server has for a plan, and what a person should know about the look. A server that cannot be asked is no
    /// reason to show no plan.
    func directory(for planner: Planner, _ environment: CommandEnvironment) -> (ServerDirectory?, notes: [String]) {
        do {
            let (directory, ending) = try ask(for: planner, environment)
            if let ending { return (nil, [Self.note(ending.reason ?? "it could not be asked")]) }
            return (directory, LookArguments.lines(directory))
        } catch {
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
        let bell = try WakeUp()
        defer { bell.close() }
        var options = server.options
        options.slots = min(policy.concurrency, 8)
        let transport = try CurlTransport(options, wakeUp: bell)
        defer { transport.close() }
        let connection = ServerConnection(over: transport, server.api, tokens, policy, wakeUp: bell)
        return try look.look(connection, planner.organizations, people, say: Terminal.say)
    }
}
