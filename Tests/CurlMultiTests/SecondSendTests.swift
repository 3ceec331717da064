import CCurl
import CurlMulti
import TestSupport
import Testing

/// The guard against libcurl's own repetitions: whatever a server does to a connection, one start is one delivery.
struct SecondSendTests {
    enum Ending: CaseIterable {
        case closed, reset
    }

    /// Answers the first request of each connection; reads the second one whole and hangs up on it.
    @Sendable private static func answerOnce(_ connection: Connection, then ending: Ending) {
        guard connection.readRequest() != nil else { return }
        connection.answer(201)
        guard connection.readRequest() != nil else { return }
        if ending == .reset { connection.reset() }
    }

    private static func posts(_ count: Int, to url: String) -> [HTTPRequest] {
        (0..<count).map { HTTPRequest(.post, url + "/\($0)", body: Array("number \($0)".utf8)) }
    }

    @Test(arguments: [1, 4, 16], Ending.allCases)
    func aRequestThatMeetsADyingConnectionIsNotRepeated(slots: Int, ending: Ending) throws {
        try withServer({ Self.answerOnce($0, then: ending) }, options: .plain(slots: slots)) {
            transport, server throws in
            let exchanges = try transport.exchange(all: Self.posts(400, to: server.url))
            #expect(exchanges.map(\.tag).sorted() == Array(0..<400))
            let unanswered = exchanges.filter { $0.status == nil }
            #expect(unanswered.count >= 100)
            for exchange in unanswered {
                #expect(exchange.delivery == .possiblySent)
                // libcurl gives up by itself at every sixth death that one handle sees.
                #expect([.secondSend, .closed].contains(exchange.failure?.kind))
                #expect(exchange.bodyEnd == .cut)
            }
            #expect(exchanges.allSatisfy { $0.status == nil || $0.status == 201 })
            #expect(server.deliveries.count == 400)
            #expect(server.deliveries.values.allSatisfy { $0 == 1 })
        }
    }

    @Test func withoutTheGuardLibcurlRepeatsAPost() throws {
        // Should this ever fail, libcurl has mended its ways, and the guard guards against nothing.
        let server = try RawServer { Self.answerOnce($0, then: .closed) }
        defer { server.stop() }
        let easy = try #require(curl_easy_init())
        defer { curl_easy_cleanup(easy) }
        var body = Array("just once".utf8CString)
        try body.withUnsafeMutableBufferPointer { body in
            try #require(ccurl_set_string(easy, CURLOPT_URL, server.url) == CURLE_OK)
            try #require(ccurl_set_pointer(easy, CURLOPT_POSTFIELDS, body.baseAddress) == CURLE_OK)
            #expect(curl_easy_perform(easy) == CURLE_OK)
            #expect(curl_easy_perform(easy) == CURLE_OK)
        }
        #expect(server.deliveries == [Array("just once".utf8): 3])
    }

    @Test func aConnectionThatClosedWhileIdleCostsNothing() throws {
        try withServer {
            if $0.readRequest() != nil { $0.answer(201) }
        } _: { transport, server throws in
            for number in 1...50 {
                let request = HTTPRequest(.post, server.url, body: Array("number \(number)".utf8))
                let exchange = try #require(try transport.exchange(request))
                #expect(exchange.status == 201)
                #expect(exchange.failure == nil)
                // The server's close has arrived once its thread is done.
                let deadline = transport.now + .seconds(10)
                while server.openConnections > 0 && transport.now < deadline {
                    _ = try transport.poll(until: transport.now + .milliseconds(1))
                }
            }
            #expect(server.connections == 50)
            #expect(server.deliveries.values.allSatisfy { $0 == 1 })
        }
    }

    @Test(arguments: [1, 4, 16])
    func aCloseThatCrossesTheNextRequestDeliversNothingTwice(slots: Int) throws {
        try withServer(
            {
                if $0.readRequest() != nil { $0.answer(201) }
            }, options: .plain(slots: slots)
        ) { transport, server throws in
            let exchanges = try transport.exchange(all: Self.posts(400, to: server.url))
            #expect(exchanges.map(\.tag).sorted() == Array(0..<400))
            for exchange in exchanges where exchange.status != 201 {
                #expect(exchange.status == nil)
                #expect(exchange.failure != nil)
            }
            let answered = exchanges.count { $0.status == 201 }
            #expect(server.deliveries.values.allSatisfy { $0 == 1 })
            #expect(server.deliveries.count == answered)
        }
    }
}
