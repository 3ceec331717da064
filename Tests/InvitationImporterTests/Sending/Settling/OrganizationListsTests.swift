import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

/// Whether an organization's list can be read, and what that means for the rows that wait.
struct OrganizationListsTests {
    private static func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    private static func lists(isNeeded: Bool = true) -> OrganizationLists {
        OrganizationLists("acme", SettlementTests.settlement(), isNeeded: isNeeded, at: at(0))
    }

    /// Asks for a page and gives it this reply.
    private static func ask(
        _ lists: inout OrganizationLists, _ exchange: HTTPExchange, at second: Int = 1, unreachable: StopReason? = nil
    ) -> (effect: ServerLists.Effect, request: ListRequest) {
        var dice = LoadedDice.least
        let request = lists.request(-1, at: at(second))
        lists.started(generation: 1)
        let reply = ServerReply(exchange, now: Date(timeIntervalSince1970: 1_800_000_000))
        let page = exchange.status == 200 ? ListPage(body: exchange.body, of: request.list) : nil
        let effect = lists.ended(
            reply, page, RetryPolicy(), PageFetch.Moment(now: at(second), pauseEnds: nil, unreachable: unreachable),
            using: &dice)
        // Those who wait are given out as soon as it is known whether the list can be read.
        if lists.access == .reading { lists.checkInvariants() }
        return (effect, request)
    }

    private static let empty = HTTPExchange.answer(200, #"{"invitations":[]}"#)

    /// What the first page is, and what is known after it.
    static let cases: [(name: String, exchange: HTTPExchange, isReading: Bool, mayRead: Bool)] = [
        ("a list", empty, false, true),
        ("not allowed", .forbidden, false, false),
        ("trouble", .answer(500), true, false),
        ("no such list", .answer(200, #"{"errors":["?"]}"#), true, false),
        ("turned away", .answer(429), true, false),
    ]

    @Test(arguments: cases.indices) func theFirstPageDecidesOrIsAskedForAgain(_ index: Int) {
        let it = Self.cases[index]
        var lists = Self.lists()
        lists.hold(7)
        let (effect, request) = Self.ask(&lists, it.exchange)
        #expect(request.pageToken == nil)
        #expect(effect.stop == nil, "\(it.name)")
        #expect((lists.access == .reading) == it.isReading, "\(it.name)")
        #expect((lists.access == .allowed) == it.mayRead, "\(it.name)")
        #expect((lists.access.reason != nil) == (!it.isReading && !it.mayRead), "\(it.name)")
        #expect((lists.due(isLast: true, at: Self.at(1)) != nil) == it.isReading, "\(it.name)")
        #expect(lists.parked == [7])
        if !it.isReading { #expect(lists.takeHeld() == [7]) }
        lists.checkInvariants()
    }

    @Test func aListThatStaysInTroubleStopsTheRunBeforeTheFirstAttempt() {
        var lists = Self.lists()
        #expect(Self.ask(&lists, .answer(500), at: 1).effect.stop == nil)
        #expect(Self.ask(&lists, .answer(500), at: 900).effect.stop == nil)
        let stop = Self.ask(&lists, .answer(500), at: 901).effect.stop
        #expect(stop?.detail?.contains("nobody knows who is there already") == true)
    }

    @Test func aRightThatIsTakenAwayLeavesUnknownWhoWaits() {
        var lists = Self.lists()
        _ = Self.ask(&lists, Self.empty)
        lists.settle(
            7, SettlementTests.invitation("ann"), SettlementTests.doubt(), earlier: nil, answered: nil, at: Self.at(2))
        #expect(lists.parked == [7])
        let (effect, _) = Self.ask(&lists, .forbidden, at: 20)
        #expect(SettlementTests.words(effect.settled) == ["ann=unknown"])
        #expect(lists.access.reason != nil)
        #expect(lists.parked.isEmpty)
        lists.checkInvariants()
    }

    @Test func aListThatIsNotNeededIsTriedAFewTimes() {
        var lists = Self.lists(isNeeded: false)
        for second in 1...3 {
            let (effect, _) = Self.ask(&lists, .answer(500), at: second)
            #expect(effect.stop == nil && lists.access == .reading)
        }
        #expect(Self.ask(&lists, .answer(500), at: 4).effect.stop == nil)
        #expect(lists.access.reason != nil && lists.due(isLast: true, at: Self.at(9)) == nil)

        var readable = Self.lists(isNeeded: false)
        _ = Self.ask(&readable, .answer(500), at: 1)
        _ = Self.ask(&readable, Self.empty, at: 2)
        #expect(readable.access == .allowed)

        var short = Self.lists(isNeeded: false)
        let part = #"{"invitations":[{"id":"i","email":"ann@x.example","status":"pending"}],"totalSize":40}"#
        #expect(Self.ask(&short, .answer(200, part)).effect.stop == nil)
        #expect(short.access.reason != nil)
    }

    /// Roles, groups and organizations are no reason to stop: the import can do without them.
    @Test func aListOfNamesIsTriedThreeTimesAndComesWholeOrNotAtAll() {
        func tried(_ exchanges: [HTTPExchange]) -> ResourceList {
            var (list, dice) = (ResourceList(.roles), LoadedDice.least)
            for (second, exchange) in exchanges.enumerated() where list.due != nil {
                _ = list.request(-1)
                let page = exchange.status == 200 ? ListPage(body: exchange.body, of: .roles) : nil
                list.ended(
                    ServerReply(exchange, now: Date(timeIntervalSince1970: 1_800_000_000)), page, RetryPolicy(),
                    PageFetch.Moment(now: Self.at(second), pauseEnds: nil, unreachable: nil), using: &dice)
                list.checkInvariants()
            }
            return list
        }
        let roles = HTTPExchange.answer(200, #"{"roles":[{"id":"1","name":"viewer"}]}"#)
        #expect(tried([.answer(500), .answer(500), roles]).resources?.count == 1)
        #expect(tried([.answer(500), .answer(500), .answer(500), roles]).resources == nil)
        #expect(tried([.forbidden, roles]).resources == nil)
        let some = HTTPExchange.answer(200, #"{"roles":[{"id":"1","name":"viewer"}],"total":2}"#)
        #expect(tried([some, roles]).reason == "1 of 2 came")
        #expect(!tried([.answer(500), .answer(500)]).isOver)
    }
}
