import ArgumentParser
import CurlMulti
import InvitationImporter

/// A look at the server for a command that sends nothing.
struct Preflight {
    /// What came of it.
    struct Result {
        /// What the server has; `nil` if it was not looked at.
        var directory: ServerSnapshot?
        /// Why it was not looked at as a whole, in words; `nil` if it was, or was not to be.
        var lack: String?
        /// The exit code of an import that fares the same; `nil` for one that goes on.
        var exitCode: Int32?

        /// What could not be looked at, in words.
        var gaps: [String] { (lack.map { ["the server: \($0)"] } ?? []) + (directory?.gaps ?? []) }
    }

    private let connection: ConnectionOptions
    private let look: PreflightOptions
    private let server: Server
    private let policy: SendingPolicy
    private let style: ProgressStyle

    init(
        _ connection: ConnectionOptions, _ look: PreflightOptions, _ server: Server, _ policy: SendingPolicy,
        _ style: ProgressStyle
    ) {
        (self.connection, self.look, self.server) = (connection, look, server)
        (self.policy, self.style) = (policy, style)
    }

    /// Looks at what the server has for a plan. A server that cannot be asked is no reason to show no plan.
    ///
    /// - Throws: `ExitCode` if a person interrupted it.
    func result(for planner: Planner, _ environment: CommandEnvironment) throws -> Result {
        do {
            let (directory, ending) = try ask(for: planner, environment)
            if case .interrupted = ending, let code = ending?.exitCode { throw ExitCode(code) }
            if let ending { return Result(lack: ending.reason ?? ending.code, exitCode: ending.exitCode) }
            let isForbidden = look.preflight == .require && directory.map { !$0.gaps.isEmpty } ?? false
            return Result(directory: directory, exitCode: isForbidden ? 75 : nil)
        } catch let error where !(error is ExitCode) {
            return Result(lack: "\(error)", exitCode: InviteCommand.code(of: error) ?? 1)
        }
    }

    private func ask(
        for planner: Planner, _ environment: CommandEnvironment
    ) throws -> (ServerSnapshot?, StopReason?) {
        let people = planner.people
        guard look.preflight != .off, !people.isEmpty else { return (nil, nil) }
        let tokens = try connection.tokens(environment)
        let way = try TransportSession(server.options, slots: min(policy.concurrency, 8))
        defer { way.close() }
        let connection = ServerSession(
            over: way.transport, server.api, tokens, way.fitted(policy), context: way.context)
        return try look.look(connection, way, planner.organizations, people, style)
    }
}
