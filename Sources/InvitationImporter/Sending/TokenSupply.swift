import CurlMulti
import Subprocess
import Synchronization
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Gets tokens from their source without holding up what is under way.
final class TokenSupply: Sendable {
    /// What becomes of a wish for a token.
    enum Response {
        /// It is here, or there is none to be had.
        case ready(Result<IssuedToken, Token.Missing>)
        /// This request has to be sent; its answer tells.
        case ask(TokenGrant)
        /// A command is running; ``takeResult()`` tells once it has ended.
        case later
    }

    private let source: TokenSource
    private let ring: @Sendable () -> Void
    private let finished = Mutex<Result<IssuedToken, Token.Missing>?>(nil)
    private let running = Mutex<Task<Void, Never>?>(nil)

    /// The longest that a command may take.
    static let longestCommand: Duration = .seconds(120)

    /// Makes a supply.
    ///
    /// - Parameter ring: Wakes the sending thread; called once a command has ended, from another thread.
    init(_ source: TokenSource, ring: @escaping @Sendable () -> Void) {
        self.source = source
        self.ring = ring
    }

    /// Asks for a token.
    func ask(now: Date) -> Response {
        switch source {
        case .fixed(let token): return .ready(.success(IssuedToken(token, now: now)))
        case .file(let path): return .ready(Result { () throws(Token.Missing) in try TokenFile.read(path, now: now) })
        case .exchange(let grant): return .ask(grant)
        case .command(let command):
            start(command)
            return .later
        }
    }

    /// What the command came to, given out once; `nil` while it is running.
    func takeResult() -> Result<IssuedToken, Token.Missing>? {
        finished.withLock { result in
            defer { result = nil }
            return result
        }
    }

    /// Ends a command that is still running.
    func cancel() {
        running.withLock { $0?.cancel() }
    }

    private func start(_ command: String) {
        let work = Task { [self] in
            let result = await Self.output(of: command)
            finished.withLock { $0 = result }
            ring()
        }
        running.withLock { $0 = work }
        // One that hangs is ended, so that somebody is told; one that has ended is past caring.
        Task {
            try await Task.sleep(for: Self.longestCommand)
            work.cancel()
        }
    }

    /// Runs a command through the shell. What it says on standard error is for the person who sits there.
    private static func output(of command: String) async -> Result<IssuedToken, Token.Missing> {
        let source = "The token command"
        do {
            let ended = try await run(
                .path("/bin/sh"), arguments: ["-c", command], output: .bytes(limit: 1 << 16),
                error: .currentStandardError)
            guard ended.terminationStatus.isSuccess else {
                return .failure(Token.Missing(description: "\(source) failed (\(ended.terminationStatus))."))
            }
            return Result { () throws(Token.Missing) in
                try IssuedToken(ended.standardOutput, from: source, now: Date())
            }
        } catch {
            return .failure(Token.Missing(description: "\(source) could not be run, or took too long: \(error)."))
        }
    }
}
