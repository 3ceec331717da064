import CurlMulti
import TestSupport
import Testing

/// Requests of which not one byte can have arrived: they may be sent again.
struct NotSentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var url: @Sendable (_ server: RawServer, _ refusing: RefusingPort) -> String
        var kind: TransportFailure.Kind
        var plain = true
        var headers: [String] = []

        init(
            _ name: String, _ kind: TransportFailure.Kind, plain: Bool = true, headers: [String] = [],
            _ url: @escaping @Sendable (RawServer, RefusingPort) -> String
        ) {
            (testDescription, self.kind, self.plain, self.headers, self.url) = (name, kind, plain, headers, url)
        }
    }

    static let cases = [
        Case("connection refused", .connect) { "http://127.0.0.1:\($1.port)/" },
        Case("no such name", .resolve) { _, _ in "http://nonexistent.invalid/" },
        Case("TLS to a server without it", .tls) { server, _ in "https://127.0.0.1:\(server.port)/" },
        Case("plain HTTP not allowed", .unusable, plain: false) { server, _ in server.url },
        Case("a protocol that is never allowed", .unusable) { server, _ in "ftp://127.0.0.1:\(server.port)/" },
        Case("a URL without a host", .unusable) { _, _ in "http://" },
        Case("a malformed URL", .unusable) { _, _ in "http://[" },
        Case("a port out of range", .unusable) { _, _ in "http://127.0.0.1:70000/" },
        Case("an empty URL", .unusable) { _, _ in "" },
        Case("a space in the URL", .unusable) { server, _ in server.url + "/a b" },
        Case("a line break in the URL", .unusable) { server, _ in server.url + "/a\r\nX: y" },
        Case("a NUL in the URL", .unusable) { server, _ in server.url + "/a\0b" },
        Case("a line break in a header", .unusable, headers: ["Authorization: Bearer a\nX: y"]) { server, _ in
            server.url
        },
        Case("a carriage return in a header", .unusable, headers: ["Authorization: Bearer a\r"]) { server, _ in
            server.url
        },
        Case("a NUL in a header", .unusable, headers: ["A: b\0c"]) { server, _ in server.url },
    ]

    @Test(arguments: cases) func nothingLeft(row: Case) throws {
        let server = try RawServer { connection in
            // A TLS handshake begins with a 22.
            if connection.peek() == 22 { return connection.answer(400) }
            while connection.readHead() != nil { connection.answer(201) }
        }
        defer { server.stop() }
        let refusing = try RefusingPort()
        defer { refusing.close() }
        var options = CurlTransport.Options.plain()
        options.allowsPlainHTTP = row.plain
        try withTransport(options) { transport, _ throws in
            let request = HTTPRequest(.post, row.url(server, refusing), headers: row.headers)
            let exchange = try #require(try transport.exchange(request))
            #expect(exchange.delivery == .notSent)
            #expect(exchange.failure?.kind == row.kind)
            #expect(exchange.failure?.text.isEmpty == false)
            #expect(exchange.status == nil)
            #expect(exchange.tag == 7)
            #expect(transport.freeSlots == 1)
            if row.plain {
                #expect(try transport.exchange(HTTPRequest(.post, server.url))?.status == 201)
            }
        }
    }

    @Test(arguments: [false, true]) func aHandshakeThatTheServerBreaksOffIsNoCertificateTrouble(reset: Bool) throws {
        try withServer { connection in
            _ = connection.peek()
            if reset { connection.reset() }
        } _: { transport, server throws in
            let exchange = try #require(try transport.exchange(HTTPRequest(.get, "https://127.0.0.1:\(server.port)/")))
            #expect(exchange.delivery == .notSent)
            #expect(exchange.failure?.kind == .connect, "\(exchange.failure?.text ?? "")")
        }
    }

    @Test func aServerThatNeverAcceptsTimesOutUnsent() throws {
        try withServer {
            $0.waitForClose()
        } _: { transport, server throws in
            // A TLS handshake that hangs: the request waits for it and does not leave.
            let request = HTTPRequest(.get, "https://127.0.0.1:\(server.port)/", timeout: .milliseconds(100))
            let exchange = try #require(try transport.exchange(request))
            #expect(exchange.delivery == .notSent)
            #expect(exchange.failure?.kind == .timeout)
            #expect(exchange.duration >= .milliseconds(100))
        }
    }
}
