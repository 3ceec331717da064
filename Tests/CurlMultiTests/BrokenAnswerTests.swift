import CurlMulti
import Synchronization
import TestSupport
import Testing

/// Answers that go wrong on the way: a status that came is kept, and nothing is taken for an answer that was none.
struct BrokenAnswerTests {
    @Test(arguments: BrokenAnswer.withoutStatus + BrokenAnswer.withStatus + BrokenAnswer.whole)
    func whatComesOfIt(row: BrokenAnswer) throws {
        try withServer(Self.script(row), options: Self.options) { transport, server throws in
            try check(row, transport, server)
            #expect(server.deliveries == [[1, 2, 3]: 1])
            // The server's close arrives before the next request, or that would meet it on its way.
            let deadline = transport.now + .seconds(10)
            while row.end != .serves && server.openConnections > 0 && transport.now < deadline {
                _ = try transport.poll(until: transport.now + .milliseconds(1))
            }
            // What is left of it must not touch the slot's next exchange.
            let next = try #require(try transport.exchange(HTTPRequest(.get, server.url + "/other")))
            #expect(next.status == 200, "\(next.failure?.text ?? "")")
            #expect(next.failure == nil)
            #expect(next.text == "other")
            #expect(next.bodyEnd == .complete)
            #expect(next.headers.fields.map(\.name) == ["content-length", "old"])
        }
    }

    /// The same on a connection that was used before: no rule of libcurl's for reused connections may change it.
    @Test(arguments: BrokenAnswer.withStatus + BrokenAnswer.whole)
    func whatComesOfItOnAUsedConnection(row: BrokenAnswer) throws {
        try withServer(Self.script(row), options: Self.options) { transport, server throws in
            #expect(try transport.exchange(HTTPRequest(.get, server.url + "/other"))?.text == "other")
            try check(row, transport, server)
            #expect(server.connections == 1)
            #expect(server.deliveries == [[]: 1, [1, 2, 3]: 1])
        }
    }

    private func check(_ row: BrokenAnswer, _ transport: CurlTransport, _ server: RawServer) throws {
        // Long enough for the server's words to arrive on a busy machine: the time is for what comes after them.
        let time: Duration = row.end == .hangs ? .seconds(3) : .seconds(20)
        let request = HTTPRequest(.post, server.url, body: [1, 2, 3], timeout: time)
        let exchange = try #require(try transport.exchange(request))
        #expect(exchange.status == row.status)
        #expect(exchange.bodyEnd == row.bodyEnd)
        #expect(exchange.failure?.kind == row.kind, "\(exchange.failure?.text ?? "")")
        #expect(exchange.failure?.text.isEmpty != true)
        #expect(exchange.text == row.body)
        #expect(exchange.delivery == .possiblySent)
        #expect(exchange.headers["old"] == nil)
        #expect(exchange.status != nil || exchange.headers.fields.isEmpty)
        #expect(exchange.duration < .seconds(15))
    }

    /// Does what the row says with requests for `/`; all others are answered well.
    private static func script(_ row: BrokenAnswer) -> RawServer.Script {
        { connection in
            while let request = connection.readRequest() {
                guard request.target == "/" else {
                    connection.answer(200, "other", headers: ["Old: 1"])
                    continue
                }
                row.server(connection)
                if row.end != .serves { return }
            }
        }
    }

    private static let options = {
        var options = CurlTransport.Options.plain()
        options.bodyLimit = BrokenAnswer.bodyLimit
        options.headerLimit = BrokenAnswer.headerLimit
        return options
    }()

    /// Some servers say 408 on a connection that was idle for long; what comes before a request cannot answer it.
    @Test(arguments: [false, true]) func anAnswerOutOfTurnAnswersNothing(later: Bool) throws {
        let said = Mutex(0)
        let script: RawServer.Script = { connection in
            while let request = connection.readRequest() {
                guard request.target == "/first" else {
                    connection.answer(200, "its own")
                    continue
                }
                let extra = "HTTP/1.1 408 Too Slow\r\nContent-Length: 5\r\n\r\nextra"
                connection.write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n" + (later ? "" : extra))
                if later {
                    connection.stayQuiet(for: .milliseconds(20))
                    connection.write(extra)
                }
                said.withLock { $0 += 1 }
            }
        }
        try withServer(script) { transport, server throws in
            for number in 1...5 {
                #expect(try transport.exchange(HTTPRequest(.post, server.url + "/first"))?.status == 201)
                let deadline = transport.now + .seconds(10)
                while said.withLock({ $0 < number }) && transport.now < deadline {
                    _ = try transport.poll(until: transport.now + .milliseconds(1))
                }
                let exchange = try #require(try transport.exchange(HTTPRequest(.get, server.url + "/second")))
                #expect(exchange.status == 200)
                #expect(exchange.text == "its own")
            }
        }
    }

    @Test func aServerThatClosesAmidTheBodyHasPossiblyTheRequest() throws {
        try withServer {
            _ = $0.readHead()
        } _: { transport, server throws in
            let request = HTTPRequest(.post, server.url, body: [UInt8](repeating: 65, count: 32 << 20))
            let exchange = try #require(try transport.exchange(request))
            #expect(exchange.status == nil)
            #expect(exchange.delivery == .possiblySent)
            #expect(exchange.failure?.kind == .closed)
            #expect(exchange.bodyEnd == .cut)
        }
    }

    @Test(arguments: [201, 413]) func anAnswerAheadOfTheBodyCounts(status: Int) throws {
        try withServer { connection in
            guard connection.readHead() != nil else { return }
            connection.answer(status, "early")
            connection.waitForClose()
        } _: { transport, server throws in
            let request = HTTPRequest(.post, server.url, body: [UInt8](repeating: 65, count: 8 << 20))
            let exchange = try #require(try transport.exchange(request))
            #expect(exchange.status == status)
            #expect(exchange.text == "early")
            #expect(exchange.delivery == .possiblySent)
        }
    }
}
