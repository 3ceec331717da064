internal import Dispatch
internal import Synchronization

/// Carries the port, and later the end, from a server's thread to a waiting thread.
final class Launch: Sendable {
    private let outcome = Mutex<Result<Int, any Error>?>(nil)
    private let settled = DispatchSemaphore(value: 0)
    private let finished = DispatchGroup()

    init() { finished.enter() }

    /// Notes that the server accepts connections.
    func listens(on port: Int) { settle(.success(port)) }

    /// Notes that the server is down.
    func ended(_ error: (any Error)?) {
        settle(.failure(error ?? SandboxError.notListening))
        finished.leave()
    }

    /// Blocks until the port is known. Throws whatever prevented that.
    func port() throws -> Int {
        settled.wait()
        return try outcome.withLock { try ($0 ?? .failure(SandboxError.notListening)).get() }
    }

    /// Blocks until the server is down.
    func waitForEnd() { finished.wait() }

    private func settle(_ result: Result<Int, any Error>) {
        let isFirst = outcome.withLock { outcome in
            defer { outcome = outcome ?? result }
            return outcome == nil
        }
        if isFirst { settled.signal() }
    }
}
