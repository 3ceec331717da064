import ArgumentParser
import CurlMulti
import InvitationImporter

/// Asks the server before the plan, in an open session.
struct Preflight {
    let options: PreflightOptions
    let style: ProgressStyle

    /// Reads what the plan needs.
    func result(
        _ question: PreflightQuestion, over connection: TransportSession, _ session: ServerSession<CurlTransport>
    ) throws -> PreflightResult {
        guard options.mode != .off else { return PreflightResult() }
        var snapshot = ServerSnapshot()
        let ending = try connection.work(style) {
            let organizations = question.organizations.filter { !$0.isEmpty }
            let (found, ending) = try session.preflight(organizations, for: question.people)
            snapshot = found
            return ending ?? .complete
        }
        if ending != .complete { return PreflightResult(hindrance: .stopped(ending)) }
        snapshot.sendsNames = options.sendNames
        let isIncomplete = options.mode == .require && !snapshot.gaps.isEmpty
        return PreflightResult(snapshot, hindrance: isIncomplete ? .incomplete : nil)
    }
}

/// Asks the server for a command that sends nothing, in a session of its own.
struct PreflightAlone {
    let preflight: Preflight
    let connection: ConnectionOptions
    let server: Server
    let policy: SendingPolicy
    let environment: CommandEnvironment

    /// Reads what the plan needs. If the server cannot be asked, the plan is still shown.
    ///
    /// - Throws: `ExitCode` if a person interrupted it.
    func result(_ question: PreflightQuestion) throws -> PreflightResult {
        guard preflight.options.mode != .off else { return PreflightResult() }
        let result: PreflightResult
        do {
            let tokens = try connection.tokens(environment)
            let connection = try TransportSession(server, slots: min(policy.concurrency, 8))
            defer { connection.close() }
            let session = ServerSession(
                over: connection.transport, server.api, tokens, connection.fitted(policy), context: connection.context)
            result = try preflight.result(question, over: connection, session)
        } catch {
            return PreflightResult(hindrance: .failed(error))
        }
        if case .stopped(.interrupted(let signal)) = result.hindrance { throw ExitCode(128 + signal) }
        return result
    }
}

extension PreflightResult.Hindrance {
    /// The exit code of an import that meets the same hindrance.
    var exitCode: Int32 {
        switch self {
        case .stopped(let reason): reason.exitCode ?? 75
        case .failed(let error): InviteCommand.code(of: error) ?? 1
        case .incomplete: 75
        }
    }
}
