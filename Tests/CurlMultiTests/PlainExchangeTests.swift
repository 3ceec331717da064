import CurlMulti
import Synchronization
import TestSupport
import Testing

/// Requests that a well-behaved server answers.
struct PlainExchangeTests {
    /// Answers with what it was asked, so that a test sees the request as the server saw it.
    @Sendable private static func echo(_ connection: Connection) {
        while let request = connection.readRequest() {
            let seen = "\(request.method) \(request.target) \(String(decoding: request.body, as: UTF8.self))"
            connection.answer(200, seen, headers: ["X-Length: \(request.values("Content-Length"))"])
        }
    }

    @Test func anAnswerHasItsStatusHeadersAndBody() throws {
        try withServer { connection in
            while connection.readRequest() != nil {
                connection.answer(201, "made", headers: ["X-Twice: one", "x-twice:  two ", "Empty:", "Date: now"])
            }
        } _: { transport, server throws in
            let exchange = try #require(try transport.exchange(HTTPRequest(.post, server.url + "/v1", body: [65])))
            #expect(exchange.tag == 7)
            #expect(exchange.status == 201)
            #expect(exchange.text == "made")
            #expect(exchange.bodyEnd == .complete)
            #expect(exchange.delivery == .possiblySent)
            #expect(exchange.failure == nil)
            #expect(exchange.headers.values("X-TWICE") == ["one", "two"])
            #expect(exchange.headers["empty"] == "")
            #expect(exchange.headers["date"] == "now")
            #expect(exchange.headers["absent"] == nil)
            #expect(exchange.duration > .zero && exchange.duration < .seconds(30))
        }
    }

    @Test func headersAreSentAsGivenAndNothingExpectsToContinue() throws {
        let seen = Mutex<[RawRequest]>([])
        try withServer { connection in
            while let request = connection.readRequest() {
                seen.withLock { $0.append(request) }
                connection.answer(200)
            }
        } _: { transport, server throws in
            // Over a megabyte libcurl would ask for "100 Continue" first.
            let body = [UInt8](repeating: 0, count: 2 << 20)
            let lists = [
                ["Authorization: Bearer a", "Content-Type: application/json"], [], ["Authorization: Bearer b", "X: 1"],
            ]
            for headers in lists + [lists[2], lists[0]] {
                let request = HTTPRequest(.post, server.url + "/a?b=%20c", headers: headers, body: body)
                #expect(try transport.exchange(request)?.status == 200)
                let arrived = try #require(seen.withLock { $0.last })
                #expect(arrived.target == "/a?b=%20c")
                #expect(arrived.body == body)
                #expect(arrived.values("Expect").isEmpty)
                #expect(arrived.values("User-Agent") == ["k0rdent-invite"])
                #expect(arrived.lines.filter { headers.contains($0) } == headers)
                for name in ["Authorization", "X"] {
                    #expect(arrived.values(name).count == headers.count { $0.hasPrefix(name + ":") })
                }
            }
            #expect(server.connections == 1)
        }
    }

    @Test func oneSlotChangesMethodAfterMethod() throws {
        let steps: [(HTTPRequest.Method, String, String, String)] = [
            (.post, "first", "POST /1 first", #"["5"]"#),
            (.get, "", "GET /2 ", "[]"),
            (.delete, "", "DELETE /3 ", "[]"),
            (.post, "", "POST /4 ", #"["0"]"#),
            (.delete, "ignored", "DELETE /5 ", "[]"),
            (.post, "longer than before", "POST /6 longer than before", #"["18"]"#),
            (.get, "ignored", "GET /7 ", "[]"),
            (.post, "short", "POST /8 short", #"["5"]"#),
        ]
        try withServer(Self.echo) { transport, server throws in
            for (number, (method, body, seen, length)) in zip(1..., steps) {
                let request = HTTPRequest(method, server.url + "/\(number)", body: Array(body.utf8))
                let exchange = try #require(try transport.exchange(request))
                #expect(exchange.text == seen)
                #expect(exchange.headers["x-length"] == length)
            }
            #expect(server.connections == 1)
        }
    }

    @Test func aBodyMayHoldAnyBytesAndOutgrowTheSlot() throws {
        try withServer(Self.echo) { transport, server throws in
            for size in [1023, 1024, 1025, 300_000, 3] {
                let body = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
                _ = try transport.exchange(HTTPRequest(.post, server.url, body: body))
                #expect(server.deliveries[body] == 1)
            }
        }
    }

    @Test func aThousandRequestsComeBackOnceEach() throws {
        try withServer(Self.echo, options: .plain(slots: 4)) { transport, server throws in
            let requests = (0..<1000).map { HTTPRequest(.post, server.url + "/\($0)", body: Array("body \($0)".utf8)) }
            let exchanges = try transport.exchange(all: requests)
            #expect(exchanges.map(\.tag).sorted() == Array(0..<1000))
            #expect(exchanges.allSatisfy { $0.status == 200 && $0.text == "POST /\($0.tag) body \($0.tag)" })
            #expect(server.requests == 1000)
            #expect(server.deliveries.count == 1000)
            #expect(server.connections <= 4)
            #expect(transport.freeSlots == 4)
        }
    }

    @Test func aSlotIsTakenFromStartUntilItsExchangeEnds() throws {
        try withServer(Self.echo, options: .plain(slots: 3)) { transport, server throws in
            #expect(transport.freeSlots == 3)
            transport.start(HTTPRequest(.get, server.url), tag: 1)
            transport.start(HTTPRequest(.get, "http://["), tag: 2)
            transport.start(HTTPRequest(.get, server.url), tag: 3)
            let ended = try transport.ended(3)
            #expect(Set(ended.map(\.tag)) == [1, 2, 3])
            #expect(transport.freeSlots == 3)
            #expect(try transport.poll(until: transport.now).isEmpty)
        }
    }

    @Test func redirectsAreNotFollowed() throws {
        let server = try RawServer { connection in
            while let request = connection.readRequest() {
                connection.answer(302, headers: ["Location: http://\(request.values("Host")[0])/other"])
            }
        }
        defer { server.stop() }
        try withTransport { transport, _ throws in
            let exchange = try #require(try transport.exchange(HTTPRequest(.post, server.url, body: [1])))
            #expect(exchange.status == 302)
            #expect(exchange.headers["location"] == server.url + "/other")
            #expect(server.requests == 1)
        }
    }
}
