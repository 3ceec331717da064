import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

struct PageFetchTests {
    private static func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }

    private static func cut(_ status: Int) -> HTTPExchange {
        var exchange = HTTPExchange.answer(status, "[")
        exchange.bodyEnd = .cut
        return exchange
    }

    /// An error in the API's own form.
    private static func own(_ status: Int, _ words: String = "no") -> HTTPExchange {
        .answer(status, #"{"error":{"code":\#(status),"message":"\#(words)"}}"#)
    }

    /// Asks for a page that does not come.
    ///
    /// - Parameter now: When, in milliseconds; the pause of everybody ends two seconds later.
    private static func fail(
        _ pages: inout PageFetch, _ exchange: HTTPExchange, isFirst: Bool = true, tries: Int? = nil, at now: Int = 0
    ) -> PageFetch.Failure {
        var dice = LoadedDice.most
        pages.asked(7)
        pages.checkInvariants()
        defer { pages.checkInvariants() }
        return pages.failed(
            ServerReply(exchange, now: Date(timeIntervalSince1970: 1_800_000_000)), isFirst: isFirst,
            PageFetch.Worth(tries: tries, time: .seconds(900)),
            PageFetch.Moment(now: at(now), pauseEnds: at(now + 2000), unreachable: nil), policy: RetryPolicy(),
            using: &dice)
    }

    /// What came instead of a page, what follows, and when which page is asked for again.
    struct Failure: Sendable {
        var name: String
        var exchange: HTTPExchange
        var isFirst = true
        var follows = PageFetch.Failure.again
        /// In milliseconds.
        var again: Int? = 500
        var pageSize = 100
    }

    static let cases: [Failure] = [
        Failure(name: "no connection", exchange: .silence(.notSent, .connect)),
        Failure(name: "silence", exchange: .silence(.possiblySent)),
        Failure(name: "a server error", exchange: .answer(500)),
        Failure(name: "a timeout of the server's", exchange: .answer(408)),
        Failure(name: "a page that was cut", exchange: cut(200)),
        Failure(name: "no list", exchange: .answer(200, "{}")),
        Failure(name: "a refusal of no documented kind", exchange: .answer(400)),
        Failure(name: "turned away", exchange: .answer(429), again: 2000, pageSize: 500),
        Failure(name: "no token", exchange: .answer(401), again: nil, pageSize: 500),
        Failure(name: "a redirection", exchange: .answer(302), again: nil, pageSize: 500),
        Failure(name: "not allowed", exchange: own(403), follows: .forbidden, again: nil, pageSize: 500),
        Failure(name: "not there", exchange: own(404), follows: .forbidden, again: nil, pageSize: 500),
        Failure(name: "not such a call", exchange: own(405), follows: .forbidden, again: nil, pageSize: 500),
        Failure(name: "not made yet", exchange: own(501), follows: .forbidden, again: nil, pageSize: 500),
        Failure(name: "not allowed, after a page that came", exchange: own(403), isFirst: false),
        Failure(name: "not allowed, without a word", exchange: .answer(403)),
        Failure(name: "not there, without a word", exchange: .answer(404)),
        Failure(name: "no route", exchange: .answer(404, #"{"message":"no route matched"}"#)),
        Failure(
            name: "nothing behind it",
            exchange: .answer(404, #"{"code":"NO_HEALTHY_UPSTREAM","message":"no upstream"}"#)),
        Failure(name: "a page too large", exchange: own(403, "pageSize over 100 is not permitted")),
        Failure(name: "not there, in a gateway's manner", exchange: .answer(404, "<html>no")),
        Failure(name: "not there, cut", exchange: cut(404)),
    ]

    @Test(arguments: cases) func whatCameInsteadDecides(_ it: Failure) {
        var pages = PageFetch()
        #expect(Self.fail(&pages, it.exchange, isFirst: it.isFirst) == it.follows, "\(it.name)")
        #expect(pages.request == nil)
        #expect(pages.again == it.again.map(Self.at), "\(it.name)")
        #expect(pages.pageSize == it.pageSize, "\(it.name)")
    }

    static let gateways: [(name: String, exchange: HTTPExchange, seconds: Int?)] = [
        ("no word", .answer(403), 30), ("JSON of its own", .answer(404, #"{"message":"no route"}"#), 30),
        ("a page", .answer(404, "<html>no"), nil), ("an error", .answer(500), nil),
    ]

    /// A page is asked for each ten seconds; before the second try, something else came once.
    @Test(arguments: gateways)
    func aGatewayIsBelievedAfterHalfAMinute(name: String, exchange: HTTPExchange, seconds: Int?) {
        var pages = PageFetch()
        let failures = [-10].map { _ in exchange } + [.answer(502)] + (0..<9).map { _ in exchange }
        let found = failures.indices.first { index in
            Self.fail(&pages, failures[index], at: (index - 2) * 10_000 + 20_000) == .forbidden
        }
        #expect(found.map { ($0 - 2) * 10 } == seconds, "\(name)")
    }

    static let lengths: [(name: String, exchange: HTTPExchange, tries: Int?, asked: Int?)] = [
        ("a server error, as often as said", .answer(500), 3, 3),
        ("silence, as often as said", .silence(.possiblySent), 6, 6),
        ("a server error, as long as our patience lasts", .answer(500), nil, 16),
        ("turned away, for ever", .answer(429), 3, nil),
    ]

    /// A page is asked for each minute.
    @Test(arguments: lengths)
    func aListIsWorthSoMuch(name: String, exchange: HTTPExchange, tries: Int?, asked: Int?) {
        var pages = PageFetch()
        let failures = (0..<100).map { Self.fail(&pages, exchange, tries: tries, at: $0 * 60_000) }
        #expect(failures.firstIndex(of: .trouble).map { $0 + 1 } == asked, "\(name)")
    }

    @Test func pagesGetSmallerAndWaitsLonger() {
        var pages = PageFetch()
        var seen: [String] = []
        for number in 0..<5 {
            _ = Self.fail(&pages, .answer(500), at: number * 60_000)
            let wait = pages.again.map { $0 - Self.at(number * 60_000) } ?? .zero
            seen.append("\(pages.pageSize) after \(Int(wait / .milliseconds(1)))")
        }
        #expect(seen == ["100 after 500", "20 after 1000", "5 after 2000", "5 after 4000", "5 after 8000"])
    }

    @Test func eachWholeListMakesPagesLargerAgain() {
        var pages = PageFetch()
        for number in 0..<4 { _ = Self.fail(&pages, .answer(500), at: number * 60_000) }
        var sizes = [pages.pageSize]
        for _ in 0..<4 {
            pages.ended()
            sizes.append(pages.pageSize)
        }
        #expect(sizes == [5, 20, 100, 500, 500])
    }

    @Test func onlyTheEndOfTheListEndsTheTrouble() {
        var pages = PageFetch()
        _ = Self.fail(&pages, .answer(500, #"{"message":"oh no"}"#))
        #expect(pages.trouble == "oh no")
        pages.asked(8)
        pages.started(with: 3)
        #expect(pages.request == 8)
        #expect(pages.generation == 3)
        pages.came()
        pages.checkInvariants()
        #expect(pages.request == nil)
        _ = Self.fail(&pages, .answer(500))
        #expect(pages.again == Self.at(1000))
        pages.ended()
        #expect(pages.trouble == nil)
        _ = Self.fail(&pages, .answer(500))
        #expect(pages.again == Self.at(500))
    }
}
