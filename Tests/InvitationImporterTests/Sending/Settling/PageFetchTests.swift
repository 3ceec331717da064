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

    /// What came instead of a page, what follows, and when the page is asked for again, in milliseconds from then on.
    struct Failure: Sendable {
        var name: String
        var exchange: HTTPExchange
        var follows: PageFetch.Failure
        var again: Int?
    }

    static let cases: [Failure] = [
        Failure(name: "no connection", exchange: .silence(.notSent, .connect), follows: .again, again: 500),
        Failure(name: "silence", exchange: .silence(.possiblySent), follows: .again, again: 500),
        Failure(name: "a server error", exchange: .answer(500), follows: .again, again: 500),
        Failure(name: "a timeout of the server's", exchange: .answer(408), follows: .again, again: 500),
        Failure(name: "a page that was cut", exchange: cut(200), follows: .again, again: 500),
        Failure(name: "turned away", exchange: .answer(429), follows: .again, again: 2000),
        Failure(name: "no token", exchange: .answer(401), follows: .again, again: nil),
        Failure(name: "a redirection", exchange: .answer(302), follows: .again, again: nil),
        Failure(name: "not allowed", exchange: .answer(403), follows: .over(isNo: true), again: nil),
        Failure(name: "not there", exchange: .answer(404), follows: .over(isNo: true), again: nil),
        Failure(name: "no list", exchange: .answer(200, "{}"), follows: .over(isNo: true), again: nil),
    ]

    private static func fail(
        _ pages: inout PageFetch, _ exchange: HTTPExchange, tries: Int? = nil, at now: Int = 0
    ) -> PageFetch.Failure {
        var dice = LoadedDice.most
        pages.asked(7)
        pages.checkInvariants()
        let reply = ServerReply(exchange, now: Date(timeIntervalSince1970: 1_800_000_000))
        defer { pages.checkInvariants() }
        return pages.failed(
            reply, tries: tries, pauseEnds: at(now + 2000), policy: RetryPolicy(), using: &dice, at: at(now))
    }

    @Test(arguments: cases) func whatCameInsteadDecides(_ it: Failure) {
        var pages = PageFetch()
        #expect(Self.fail(&pages, it.exchange) == it.follows, "\(it.name)")
        #expect(pages.request == nil)
        #expect(pages.again == it.again.map(Self.at), "\(it.name)")
    }

    static let lengths: [(name: String, exchange: HTTPExchange, tries: Int?, asked: Int?)] = [
        ("a server error, as often as a row is tried", .answer(500), nil, 5),
        ("a server error, as often as said", .answer(500), 3, 3),
        ("silence, as often as said", .silence(.possiblySent), 6, 6),
        ("silence, for ever", .silence(.possiblySent), nil, nil),
        ("turned away, for ever", .answer(429), 3, nil),
    ]

    @Test(arguments: lengths)
    func aPageIsAskedForSoOften(name: String, exchange: HTTPExchange, tries: Int?, asked: Int?) {
        var pages = PageFetch()
        let failures = (0..<100).map { Self.fail(&pages, exchange, tries: tries, at: $0 * 60_000) }
        #expect(failures.firstIndex(of: .over(isNo: false)).map { $0 + 1 } == asked, "\(name)")
        #expect(failures.count { $0 == .again } == (asked.map { 100 - 100 / $0 } ?? 100), "\(name)")
    }

    @Test func aPageThatComesMakesTheNextWaitAShortOne() {
        var pages = PageFetch()
        _ = Self.fail(&pages, .answer(500))
        _ = Self.fail(&pages, .answer(500))
        #expect(pages.again == Self.at(1000))
        pages.asked(8)
        pages.started(with: 3)
        #expect(pages.request == 8)
        #expect(pages.generation == 3)
        pages.came()
        #expect(pages.request == nil)
        _ = Self.fail(&pages, .answer(500))
        #expect(pages.again == Self.at(500))
    }
}
