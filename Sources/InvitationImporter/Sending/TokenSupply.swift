#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Gets tokens from their source, and does not hold up the requests under way. Belongs to the thread of its session.
final class TokenSupply {
    /// What happens when a token is asked for.
    enum Response {
        /// The token is here, or there is none.
        case ready(Result<IssuedToken, Token.Missing>)
        /// This request must be sent. Its reply has the token.
        case ask(TokenGrant)
        /// A command is running. ``takeResult(now:)`` has its result when it has ended.
        case later
    }

    private let source: TokenSource
    private var running: TokenCommand?
    private var isCancelled = false
    private var end = ContinuousClock.now

    /// The longest that a command may run.
    static let longestCommand: Duration = .seconds(120)
    private let longest: Duration

    /// Makes a supply.
    ///
    /// - Parameter longest: The longest that a command may run.
    init(_ source: TokenSource, longest: Duration = longestCommand) {
        self.source = source
        self.longest = longest
    }

    /// Asks for a token.
    func ask(now: Date) -> Response {
        switch source {
        case .fixed(let token): return .ready(.success(IssuedToken(token, now: now)))
        case .file(let path): return .ready(Result { () throws(Token.Missing) in try TokenFile.read(path, now: now) })
        case .exchange(let grant): return .ask(grant)
        case .command(let command): return start(command)
        }
    }

    private func start(_ command: String) -> Response {
        cancelRunning()
        do throws(TokenCommand.Failure) {
            running = try TokenCommand(command)
            end = .now + longest
            return .later
        } catch {
            var missing = Token.Missing(description: "\(Self.name) could not be run (\(error.call)): \(error.number).")
            missing.isShortage = error.isShortage
            return .ready(.failure(missing))
        }
    }

    /// The descriptor of a command's output; `nil` if there is none to wait for.
    var descriptor: Int32? { running?.descriptor }

    /// The longest to wait before asking again; `nil` for any time.
    ///
    /// The system does not report the end of a process, but most processes end right after their output.
    var patience: Duration? {
        guard let running else { return nil }
        return running.descriptor == nil ? .milliseconds(5) : nil
    }

    /// The result of the command, once; `nil` while it runs, or if there is none.
    func takeResult(now: Date) -> Result<IssuedToken, Token.Missing>? {
        guard let command = running else { return nil }
        if let ended = command.poll() {
            running = nil
            return result(ended, now: now)
        }
        guard isCancelled || ContinuousClock.now >= end else { return nil }
        cancelRunning()
        let words = isCancelled ? "was stopped" : "took longer than \(longest.components.seconds) s and was stopped"
        return .failure(Token.Missing(description: "\(Self.name) \(words)."))
    }

    private func result(_ end: TokenCommand.End, now: Date) -> Result<IssuedToken, Token.Missing> {
        switch end {
        case .exited(0, let output):
            Result { () throws(Token.Missing) in try IssuedToken(output, from: Self.name, now: now) }
        case .exited(let code, _): .failure(Token.Missing(description: "\(Self.name) failed (exit code \(code))."))
        case .killed(let signal): .failure(Token.Missing(description: "\(Self.name) was ended by signal \(signal)."))
        case .tooLong: .failure(Token.Missing(description: "\(Self.name) printed more than a token can be."))
        }
    }

    /// Ends a running command. ``takeResult(now:)`` then says so.
    func cancel() { isCancelled = true }

    /// Ends a running command without a result.
    func close() { cancelRunning() }

    private func cancelRunning() {
        running?.stop()
        running = nil
    }

    deinit { running?.stop() }

    private static let name = "The token command"
}
