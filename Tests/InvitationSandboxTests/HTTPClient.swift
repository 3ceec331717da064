#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One blocking connection to loopback: just enough HTTP/1.1 for answers with a Content-Length.
final class HTTPClient {
    struct Answer: Equatable {
        var status: Int
        var fields: [String: String]
        var body: String
    }

    enum Failure: Error { case noConnection, closed, garbage }

    private let descriptor: CInt
    private var buffer: [UInt8] = []

    init(port: Int) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard status == 0 else { throw Failure.noConnection }
    }

    deinit { close(descriptor) }

    func send(
        _ method: String, _ target: String, _ body: String = "", authorization: String? = "Bearer sandbox-token"
    ) throws -> Answer {
        try begin(method, target, body, authorization: authorization)
        return try answer()
    }

    /// Sends a request and leaves the answer where it is.
    func begin(
        _ method: String, _ target: String, _ body: String = "", authorization: String? = "Bearer sandbox-token"
    ) throws {
        var text = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.utf8.count)\r\n"
        if let authorization { text += "Authorization: \(authorization)\r\n" }
        try write(text + "\r\n" + body)
    }

    private func write(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Self.put(descriptor, $0) }
            guard count > 0 else { throw Failure.closed }
            rest = rest.dropFirst(count)
        }
    }

    private static func put(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
            Darwin.send(descriptor, bytes.baseAddress, bytes.count, 0)
        #else
            // A server that has stopped must be an error, not the end of the test process.
            Glibc.send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
        #endif
    }

    /// Waits for the answer to what was begun.
    func answer() throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        while buffer.firstRange(of: end) == nil { try fill() }
        guard let range = buffer.firstRange(of: end) else { throw Failure.garbage }
        let lines = String(decoding: buffer[..<range.lowerBound], as: UTF8.self).split(separator: "\r\n")
        buffer.removeSubrange(..<range.upperBound)
        guard let status = lines.first.flatMap({ Int($0.split(separator: " ")[1]) }) else { throw Failure.garbage }
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstRange(of: ": ") else { return nil }
            return (line[..<colon.lowerBound].lowercased(), String(line[colon.upperBound...]))
        }
        let named = Dictionary(fields) { first, _ in first }
        let length = named["content-length"].flatMap { Int($0) } ?? 0
        while buffer.count < length { try fill() }
        defer { buffer.removeFirst(length) }
        return Answer(status: status, fields: named, body: String(decoding: buffer.prefix(length), as: UTF8.self))
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = chunk.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { throw Failure.closed }
        buffer += chunk.prefix(count)
    }
}
