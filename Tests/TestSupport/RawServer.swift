import Dispatch
import Foundation
import Synchronization

/// A TCP server on 127.0.0.1 whose every byte is up to a script: for answers that no HTTP library would give.
///
/// Each connection has a thread of its own, on which the script runs once; when the script returns, the connection
/// is closed. What arrived is counted, so that a test can tell whether a request was delivered twice.
public final class RawServer: Sendable {
    /// What the server does with one connection, from its first byte to its last.
    public typealias Script = @Sendable (Connection) -> Void

    /// The port that the system chose.
    public let port: UInt16
    private let listener: Int32
    private let script: Script
    private let state = Mutex(State())
    private let threads = DispatchGroup()

    private struct State {
        var stopped = false
        var connections = 0
        var open: [Int: Connection] = [:]
        var requests = 0
        var deliveries: [[UInt8]: Int] = [:]
    }

    /// Starts a server. Give it back with ``stop()``.
    ///
    /// - Throws: ``SocketError`` if the system gives no socket.
    public init(_ script: @escaping Script) throws {
        // A client that has gone away must not end the process.
        signal(SIGPIPE, SIG_IGN)
        self.script = script
        (listener, port) = try LoopbackSocket.bound()
        guard listen(listener, 128) == 0 else { throw SocketError("listen") }
        spawn { $0.acceptConnections() }
    }

    /// Hangs up on everybody and waits until every thread has ended. Once is enough, more does no harm.
    public func stop() {
        let open: [Connection]? = state.withLock { state in
            guard !state.stopped else { return nil }
            state.stopped = true
            return Array(state.open.values)
        }
        guard let open else { return }
        for connection in open { connection.hangUp() }
        // One last connection ends the wait for the next one.
        let knock = LoopbackSocket.connected(to: port)
        threads.wait()
        if let knock { LoopbackSocket.close(knock) }
        LoopbackSocket.close(listener)
    }

    private func acceptConnections() {
        while true {
            let descriptor = LoopbackSocket.accept(listener)
            guard descriptor >= 0 else { return }
            let connection = Connection(descriptor) { [self] request in count(request) }
            let number: Int? = state.withLock { state in
                guard !state.stopped else { return nil }
                state.connections += 1
                state.open[state.connections] = connection
                return state.connections
            }
            guard let number else { return connection.close() }
            spawn { server in
                server.script(connection)
                connection.close()
                server.state.withLock { $0.open[number] = nil }
            }
        }
    }

    private func count(_ request: RawRequest) {
        state.withLock { state in
            state.requests += 1
            state.deliveries[request.body, default: 0] += 1
        }
    }

    private func spawn(_ work: @escaping @Sendable (RawServer) -> Void) {
        threads.enter()
        Thread.detachNewThread { [self] in
            work(self)
            threads.leave()
        }
    }
}

extension RawServer {
    /// The server's address, without a slash at its end.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// How many connections were accepted so far.
    public var connections: Int { state.withLock { $0.connections } }

    /// How many connections are being served.
    public var openConnections: Int { state.withLock { $0.open.count } }

    /// How many requests came in whole.
    public var requests: Int { state.withLock { $0.requests } }

    /// How often each body came in whole.
    public var deliveries: [[UInt8]: Int] { state.withLock { $0.deliveries } }
}
