import ArgumentParser
import InvitationImporter

/// Asks the server for a command that sends nothing, in a session of its own.
struct PreflightAlone {
    let preflight: PreflightPolicy
    let server: InvitationServer
    let context: SessionContext
    let policy: SendingPolicy
    /// Finds where tokens come from.
    let tokens: () throws -> TokenSource

    /// Reads what the plan needs. If the server cannot be asked, the plan is still shown.
    ///
    /// - Throws: `ExitCode` if a person interrupted it.
    func result(_ question: PreflightQuestion) throws -> PreflightResult {
        guard preflight.mode != .off else { return PreflightResult() }
        let result: PreflightResult
        do {
            let tokens = try tokens()
            let connection = try TransportSession(server, slots: min(policy.concurrency, 8), context: context)
            defer { connection.close() }
            let session = ServerSession(
                over: connection.transport, server.api, tokens, connection.fitted(policy), context: context)
            result = try connection.preflight(question, preflight, session)
        } catch {
            return PreflightResult(hindrance: .failed(error))
        }
        if case .stopped(.interrupted(let signal)) = result.hindrance {
            Terminal.say("Interrupted: nothing was sent.")
            throw ExitCode(128 + signal)
        }
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
