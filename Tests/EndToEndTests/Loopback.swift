import Foundation

/// The least HTTP client: one request, one answer, over 127.0.0.1.
enum Loopback {
    struct Failure: Error {
        var what: String
    }

    /// The body of the answer.
    static func get(_ path: String, port: Int) throws -> String {
        let answer = try exchange("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", port: port)
        let text = String(decoding: answer, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n"), text.hasPrefix("HTTP/1.1 200") else { throw Failure(what: text) }
        return String(text[end.upperBound...])
    }

    /// Sends a POST without a body, and checks that it was accepted.
    static func post(_ path: String, port: Int) throws {
        let answer = try exchange(
            "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", port: port)
        let text = String(decoding: answer, as: UTF8.self)
        guard text.hasPrefix("HTTP/1.1 200") else { throw Failure(what: text) }
    }

    /// All bytes that come back for a request that asks for the connection to be closed.
    static func exchange(_ request: String, port: Int) throws -> [UInt8] {
        let connection = try connect(port)
        defer { close(connection) }
        guard send(connection, request, request.utf8.count, 0) == request.utf8.count else {
            throw Failure(what: "send")
        }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(connection, &piece, piece.count, 0)
            guard count >= 0 else { throw Failure(what: "recv") }
            if count == 0 { return answer }
            answer += piece[..<count]
        }
    }

    private static func connect(_ port: Int) throws -> Int32 {
        #if os(Linux)
            let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        #else
            let connection = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Foundation.connect(connection, $0, size) }
        }
        guard result == 0 else {
            close(connection)
            throw Failure(what: "connect")
        }
        return connection
    }
}
