import CurlMulti
import TestSupport
import Testing

/// Answers whose bodies are compressed.
struct CompressedAnswerTests {
    private static let json = #"{"invitations":[]}"#
    /// ``json`` as gzip has it.
    private static let gzipped: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 202, 204, 43, 203, 44, 73, 44, 201, 204, 207, 43, 86, 178, 138, 142,
        173, 5, 0, 26, 236, 216, 250, 18, 0, 0, 0,
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let encoding: String
        let body: [UInt8]
        var bodyEnd = HTTPExchange.BodyEnd.complete
        var text = CompressedAnswerTests.json
    }

    static let cases = [
        Case(testDescription: "gzip", encoding: "gzip", body: gzipped),
        Case(testDescription: "gzip by its old name", encoding: "x-gzip", body: gzipped),
        Case(testDescription: "gzip in capitals", encoding: "GZIP", body: gzipped),
        Case(testDescription: "deflate", encoding: "deflate", body: Array(gzipped[10..<30])),
        Case(testDescription: "none, by its name", encoding: "identity", body: Array(json.utf8)),
        Case(testDescription: "an empty body", encoding: "gzip", body: [], text: ""),
        Case(
            testDescription: "plain text that is called gzip", encoding: "gzip", body: Array(json.utf8),
            bodyEnd: .garbled, text: ""),
        Case(
            testDescription: "a way that nobody knows", encoding: "rot13", body: Array(json.utf8), bodyEnd: .garbled,
            text: ""),
    ]

    @Test(arguments: cases) func isUnderstood(row: Case) throws {
        try withServer { connection in
            while connection.readRequest() != nil { connection.answer(200, row.body, encoding: row.encoding) }
        } _: { transport, server throws in
            let exchange = try #require(try transport.exchange(HTTPRequest(.post, server.url, body: [1])))
            #expect(exchange.status == 200)
            #expect(exchange.bodyEnd == row.bodyEnd)
            #expect(exchange.text == row.text)
            #expect((exchange.failure == nil) == (row.bodyEnd == .complete))
            #expect(exchange.failure.map { $0.kind == .garbage } ?? true)
        }
    }

    @Test func isCutIfTheConnectionEndsFirst() throws {
        try withServer { connection in
            _ = connection.readRequest()
            connection.answer(200, Self.gzipped, encoding: "gzip", upTo: 20)
        } _: { transport, server throws in
            let exchange = try #require(try transport.exchange(HTTPRequest(.get, server.url)))
            #expect(exchange.status == 200)
            #expect(exchange.bodyEnd == .cut)
        }
    }

    @Test func aBodyThatWasCutBeforeItWasSentIsNoWholeText() throws {
        let part = Array(Self.gzipped.prefix(20))
        try withServer { connection in
            while connection.readRequest() != nil { connection.answer(200, part, encoding: "gzip") }
        } _: { transport, server throws in
            let exchange = try #require(try transport.exchange(HTTPRequest(.get, server.url)))
            #expect(exchange.status == 200)
            #expect(exchange.text != Self.json && Self.json.hasPrefix(exchange.text))
        }
    }

    /// A megabyte of zeros travels as some thousand bytes.
    @Test(arguments: [(1 << 20, HTTPExchange.BodyEnd.complete), (1 << 20 + 1, .tooLarge), (1 << 28, .tooLarge)])
    func theLimitCountsWhatComesOut(_ zeros: Int, _ bodyEnd: HTTPExchange.BodyEnd) throws {
        let body = Deflated.zeros(zeros)
        #expect(body.count < zeros / 100)
        try withServer { connection in
            while connection.readRequest() != nil { connection.answer(200, body, encoding: "deflate") }
        } _: { transport, server throws in
            let exchange = try #require(try transport.exchange(HTTPRequest(.get, server.url)))
            #expect(exchange.bodyEnd == bodyEnd)
            #expect(exchange.body.count == 1 << 20)
        }
    }

    @Test func isAskedFor() throws {
        try withServer { connection in
            while let request = connection.readRequest() {
                connection.answer(200, request.values("Accept-Encoding").joined(separator: ";"))
            }
        } _: { transport, server throws in
            #expect(try transport.exchange(HTTPRequest(.get, server.url))?.text.contains("gzip") == true)
        }
    }
}

extension Connection {
    /// Sends an answer with a compressed body, or the first bytes of that body and no more.
    fileprivate func answer(_ status: Int, _ body: [UInt8], encoding: String, upTo count: Int = .max) {
        let head =
            "HTTP/1.1 \(status) Whatever\r\nContent-Encoding: \(encoding)\r\nContent-Length: \(body.count)\r\n\r\n"
        write(Array(head.utf8) + body.prefix(count))
    }
}

/// Streams as RFC 1951 has them.
private enum Deflated {
    /// Zeros, at least one, in one block of fixed codes.
    static func zeros(_ count: Int) -> [UInt8] {
        var bits = BitWriter()
        // The last block, of fixed codes; a zero; then copies of 258 of them, and single ones for the rest.
        bits.write("110")
        bits.write("00110000")
        for _ in 0..<(count - 1) / 258 { bits.write("1100010100000") }
        for _ in 0..<(count - 1) % 258 { bits.write("00110000") }
        bits.write("0000000")
        return bits.bytes
    }

    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func write(_ digits: StaticString) {
            digits.withUTF8Buffer { digits in
                for digit in digits {
                    if used == 8 {
                        bytes.append(0)
                        used = 0
                    }
                    if digit == UInt8(ascii: "1") { bytes[bytes.count - 1] |= 1 << UInt8(used) }
                    used += 1
                }
            }
        }
    }
}
