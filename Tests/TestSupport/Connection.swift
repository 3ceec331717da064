import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One connection to a ``RawServer``, as its script sees it.
public final class Connection: Sendable {
    private let descriptor: Int32
    private let received: @Sendable (RawRequest) -> Void
    private let state = Mutex(State())

    private struct State {
        var isOpen = true
        /// What arrived and was not read yet.
        var pending: [UInt8] = []
    }

    init(_ descriptor: Int32, received: @escaping @Sendable (RawRequest) -> Void) {
        self.descriptor = descriptor
        self.received = received
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }
}

// MARK: - Reading

extension Connection {
    /// The next request with its body, and counts it; `nil` if the client hung up before the request was whole.
    public func readRequest() -> RawRequest? {
        guard var request = readHead() else { return nil }
        while state.withLock({ $0.pending.count < request.contentLength }) {
            guard receive() else { return nil }
        }
        request.body = take(request.contentLength)
        received(request)
        return request
    }

    /// The head of the next request; its body is left unread, and it is not counted.
    public func readHead() -> RawRequest? {
        let blankLine = Array("\r\n\r\n".utf8)
        while true {
            let end = state.withLock { $0.pending.firstRange(of: blankLine)?.upperBound }
            if let end { return RawRequest(head: take(end)) }
            guard receive() else { return nil }
        }
    }

    /// Waits until the client has hung up, passing over what it sends.
    public func waitForClose() {
        while receive() { _ = take(.max) }
    }

    /// The first byte of what comes next, which stays to be read; `nil` if the client hung up.
    public func peek() -> UInt8? {
        if let first = state.withLock({ $0.pending.first }) { return first }
        return receive() ? peek() : nil
    }

    /// Says nothing for a while, or until the client hangs up or sends something.
    public func stayQuiet(for time: Duration) {
        var socket = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let (seconds, attoseconds) = time.components
        _ = poll(&socket, 1, Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }

    private func receive() -> Bool {
        guard state.withLock({ $0.isOpen }) else { return false }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var count = recv(descriptor, &chunk, chunk.count, 0)
        while count < 0 && errno == EINTR { count = recv(descriptor, &chunk, chunk.count, 0) }
        guard count > 0 else { return false }
        state.withLock { $0.pending += chunk[..<count] }
        return true
    }

    private func take(_ count: Int) -> [UInt8] {
        state.withLock { state in
            let part = Array(state.pending.prefix(count))
            state.pending.removeFirst(part.count)
            return part
        }
    }
}

// MARK: - Writing and ending

extension Connection {
    /// Sends text as it stands.
    public func write(_ text: String) { write(Array(text.utf8)) }

    /// Sends the same text again and again until the client has hung up.
    public func writeForever(_ text: String) {
        let bytes = Array(text.utf8)
        while write(bytes) {}
    }

    /// Sends bytes as they stand; answers whether the client still takes any.
    @discardableResult
    public func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Sends a whole answer with a `Content-Length`.
    public func answer(_ status: Int, _ body: String = "", headers: [String] = []) {
        let lines = ["HTTP/1.1 \(status) Whatever", "Content-Length: \(body.utf8.count)"] + headers
        write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// Ends the connection in good order (FIN), unless something was left unread (then the system sends RST).
    public func close() { close(inOrder: true) }

    private func close(inOrder: Bool) {
        state.withLock { state in
            guard state.isOpen else { return }
            state.isOpen = false
            // A process that another test is about to start has this descriptor as well, until it runs its program. On
            // a busy machine that takes long, and the end would not be sent before.
            if inOrder { shutdown(descriptor, Int32(SHUT_WR)) }
            LoopbackSocket.close(descriptor)
        }
    }

    /// Sends bytes as they stand and ends the connection, so that the end arrives together with the last of them:
    /// nobody can take the connection for one that goes on.
    public func writeLast(_ bytes: [UInt8]) {
        #if os(Linux)
            var yes: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_CORK, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
        write(bytes)
        close()
    }

    /// Breaks the connection off (RST); what was not yet delivered is lost.
    public func reset() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        close(inOrder: false)
    }

    /// Wakes the script's thread from whatever it waits for; the only call meant for other threads.
    func hangUp() {
        state.withLock { state in
            if state.isOpen { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }
}
