import CurlMulti
import TestSupport
import Testing

/// What a server does instead of answering well, and what must come of it.
struct BrokenAnswer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What the server does with a request that it has read whole.
    let server: @Sendable (Connection) -> Void
    let status: Int?
    let bodyEnd: HTTPExchange.BodyEnd
    let kind: TransportFailure.Kind?
    let body: String
    /// What the server does afterwards; if it hangs, the request's time should be short.
    let end: End

    enum End { case closes, hangs, serves }

    init(
        _ name: String, _ status: Int?, _ bodyEnd: HTTPExchange.BodyEnd, _ kind: TransportFailure.Kind?,
        body: String = "", then end: End = .closes, _ server: @escaping @Sendable (Connection) -> Void
    ) {
        (testDescription, self.status, self.bodyEnd, self.kind) = (name, status, bodyEnd, kind)
        (self.body, self.end, self.server) = (body, end, server)
    }

    /// A server that says something and closes.
    init(
        _ name: String, _ status: Int?, _ bodyEnd: HTTPExchange.BodyEnd, _ kind: TransportFailure.Kind?,
        body: String = "", says text: String
    ) {
        self.init(name, status, bodyEnd, kind, body: body) { $0.write(text) }
    }

    /// A server that says something and then nothing more.
    init(
        _ name: String, _ status: Int?, _ bodyEnd: HTTPExchange.BodyEnd, _ kind: TransportFailure.Kind?,
        body: String = "", saysAndHangs text: String
    ) {
        self.init(name, status, bodyEnd, kind, body: body, then: .hangs) { connection in
            connection.write(text)
            connection.waitForClose()
        }
    }

    /// The limits in force while the table runs.
    static let bodyLimit = 1000
    static let headerLimit = 8 << 10
}

extension BrokenAnswer {
    private static let created = "HTTP/1.1 201 Created\r\n"

    static let withoutStatus = [
        BrokenAnswer("reads, then closes", nil, .cut, .closed) { _ in },
        BrokenAnswer("reads, then resets", nil, .cut, .closed) { $0.reset() },
        BrokenAnswer("reads, then hangs", nil, .cut, .timeout, saysAndHangs: ""),
        BrokenAnswer("half a protocol name", nil, .cut, .closed, says: "HT"),
        BrokenAnswer("half a status line", nil, .cut, .closed, says: "HTTP/1.1 20"),
        BrokenAnswer("a status line without its end", nil, .cut, .closed, says: "HTTP/1.1 201 Created"),
        BrokenAnswer("half a status line, then hangs", nil, .cut, .timeout, saysAndHangs: "HTTP/1.1 20"),
        BrokenAnswer("garbage", nil, .cut, .garbage, says: "SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        BrokenAnswer("garbage without a line end", nil, .cut, .garbage, says: "hello"),
        BrokenAnswer("only an empty line", nil, .cut, .garbage, says: "\r\n"),
        BrokenAnswer("a status that is no number", nil, .cut, .garbage, says: "HTTP/1.1 abc Created\r\n\r\n"),
        BrokenAnswer("100, then closes", nil, .cut, .closed, says: "HTTP/1.1 100 Continue\r\n\r\n"),
        BrokenAnswer("103, then closes", nil, .cut, .closed, says: "HTTP/1.1 103 Early\r\nLink: x\r\n\r\n"),
        BrokenAnswer("101, then closes", nil, .cut, .closed, says: "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n"),
        BrokenAnswer("100, then hangs", nil, .cut, .timeout, saysAndHangs: "HTTP/1.1 100 Continue\r\n\r\n"),
        BrokenAnswer(
            "100, then half a status line", nil, .cut, .closed, says: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 C"),
        BrokenAnswer("100, then resets", nil, .cut, .closed) { connection in
            connection.write("HTTP/1.1 100 Continue\r\n\r\n")
            connection.reset()
        },
    ]

    static let withStatus = [
        BrokenAnswer("half a header", 201, .cut, .closed, says: created + "Content-Le"),
        BrokenAnswer("headers without their end", 201, .cut, .closed, says: created + "X: y\r\n"),
        BrokenAnswer("half a header, then hangs", 201, .cut, .timeout, saysAndHangs: created + "Content-Le"),
        BrokenAnswer("header, then hangs", 201, .cut, .timeout, saysAndHangs: created + "Content-Length: 2\r\n\r\n"),
        BrokenAnswer("half a body", 201, .cut, .closed, body: "a", says: created + "Content-Length: 2\r\n\r\na"),
        BrokenAnswer(
            "half a body, then hangs", 201, .cut, .timeout, body: "a",
            saysAndHangs: created + "Content-Length: 2\r\n\r\na"),
        BrokenAnswer(
            "half a chunk", 201, .cut, .closed, body: "ab",
            says: created + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"),
        BrokenAnswer(
            "chunks without an end", 201, .cut, .closed, body: "ab",
            says: created + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"),
        BrokenAnswer(
            "a chunk that is no number", 201, .cut, .closed,
            says: created + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nab\r\n"),
        BrokenAnswer(
            "a body over the limit", 201, .tooLarge, .tooLarge, body: String(repeating: "a", count: bodyLimit),
            says: created + "Content-Length: 1001\r\n\r\n" + String(repeating: "a", count: 1001)),
        BrokenAnswer(
            "a body without an end", 201, .tooLarge, .tooLarge, body: String(repeating: "a", count: bodyLimit)
        ) { connection in
            connection.write(created + "\r\n")
            connection.writeForever(String(repeating: "a", count: 65_536))
        },
        BrokenAnswer(
            "headers over the limit", 201, .tooLarge, .tooLarge,
            says: created + String(repeating: "X-Filler: \(String(repeating: "x", count: 89))\r\n", count: 82) + "\r\n"),
        BrokenAnswer("headers without an end", 201, .tooLarge, .tooLarge) { connection in
            connection.write(created)
            connection.writeForever("X-Filler: x\r\n")
        },
        BrokenAnswer("a header line without an end", 201, .tooLarge, .tooLarge) { connection in
            connection.write(created + "X-Filler: ")
            connection.writeForever(String(repeating: "x", count: 65_536))
        },
        BrokenAnswer(
            "a body that is not packed as it says", 200, .garbled, .garbage,
            says: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 13\r\n\r\n\u{1F}not unpacked"),
        BrokenAnswer("100, then half a header", 201, .cut, .closed, says: "HTTP/1.1 100 C\r\n\r\n" + created + "Con"),
    ]

    static let whole = [
        BrokenAnswer(
            "a body at the limit", 201, .complete, nil, body: String(repeating: "a", count: bodyLimit),
            says: created + "Content-Length: 1000\r\n\r\n" + String(repeating: "a", count: bodyLimit)),
        BrokenAnswer(
            "100, then 201", 201, .complete, nil, body: "ok",
            says: "HTTP/1.1 100 Continue\r\nOld: 1\r\n\r\n" + created + "Content-Length: 2\r\n\r\nok"),
        BrokenAnswer(
            "103 twice, then 201", 201, .complete, nil, body: "ok",
            says: String(repeating: "HTTP/1.1 103 Early\r\nOld: 1\r\n\r\n", count: 2) + created
                + "Content-Length: 2\r\n\r\nok"),
        BrokenAnswer("204", 204, .complete, nil, then: .serves) { $0.write("HTTP/1.1 204 No Content\r\n\r\n") },
        BrokenAnswer("a chunked body", 200, .complete, nil, body: "abc", then: .serves) { connection in
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n")
            connection.write("0\r\nOld: trailer\r\nHTTP/1.1 500: no status line\r\n\r\n")
        },
        BrokenAnswer("HTTP/1.0 without a length", 200, .complete, nil, body: "all", says: "HTTP/1.0 200 OK\r\n\r\nall"),
        BrokenAnswer("lines that end in LF only", 200, .complete, nil, body: "x", says: "HTTP/1.1 200 OK\nA: b\n\nx"),
        BrokenAnswer("a slow trickle", 201, .complete, nil, body: "slow") { connection in
            for byte in (created + "Content-Length: 4\r\n\r\nslow").utf8 {
                connection.write([byte])
                connection.stayQuiet(for: .milliseconds(2))
            }
        },
        BrokenAnswer(
            "a header over two lines", 200, .complete, nil, says: "HTTP/1.1 200 OK\r\nA: b\r\n Old: c\r\n: d\r\n\r\n"),
        BrokenAnswer("an error with words", 503, .complete, nil, body: "busy") { $0.answer(503, "busy") },
    ]
}
