import CurlMulti
import Testing

@testable import InvitationImporter

/// When the lists are read, what is remembered of them, and the list of members.
struct SettlementListsTests {
    private typealias Base = SettlementTests

    private static let before = [
        "1 ann pending viewer", "2 bob accepted", "3 cat expired", "4 dan odd", "5 eve accepted", "6 eve pending",
    ]

    /// Who was there, as `name`, `name member` or `name word`.
    private static func presence(_ settlement: Settlement) -> [String] {
        ["ann", "bob", "cat", "dan", "eve", "fay", "gus"].compactMap { name in
            settlement.snapshot.people[Base.invitation(name).key.hash].map { presence in
                ([name] + (presence.isMember ? ["member"] : []) + [presence.word].compactMap(\.self))
                    .joined(separator: " ")
            }
        }
    }

    @Test func withoutTheMembersWhoHasAcceptedIsOne() {
        var settlement = Base.settlement()
        #expect(Base.read(&settlement, Self.before, at: 0, isSnapshot: true) == [])
        #expect(Self.presence(settlement) == ["ann", "bob member", "dan odd", "eve"])
        #expect(settlement.snapshot.overIDs(Base.invitation("cat").key.hash) == ["3"])
    }

    @Test func theMembersTellWhoIsOne() {
        var settlement = Base.settlement()
        settlement.readMembers()
        #expect(Base.read(&settlement, Self.before, at: 0, isSnapshot: true) == ["..."])
        #expect(settlement.reading?.list == .members)
        #expect(settlement.snapshot.ids == nil)
        #expect(Base.take(&settlement, Base.page(["m fay"], of: .members), at: 2) == [])
        #expect(settlement.snapshot.ids?.count == 6)
        // Bob accepted once and has left.
        #expect(Self.presence(settlement) == ["ann", "dan odd", "eve", "fay member"])
    }

    @Test(arguments: [[], ["m fay", "n -"]])
    func aListOfMembersThatIsNotAllTellsNothingOfOthers(members: [String]) {
        var settlement = Base.settlement()
        settlement.readMembers()
        _ = Base.read(&settlement, Self.before, at: 0, isSnapshot: true)
        _ = Base.take(&settlement, Base.page(members, of: .members), at: 2)
        #expect(Self.presence(settlement).contains("bob member"))
    }

    @Test func aSnapshotThatIsNotWholeIsNone() {
        var settlement = Base.settlement()
        let read = Base.read(&settlement, Base.page(["1 ann"], total: 3), at: 0, isSnapshot: true)
        #expect(read == ["!1 of 3 invitations"])
        #expect(settlement.snapshot.ids == nil)
        #expect(Base.read(&settlement, Base.page(["2 bob"], total: 1), at: 5, isSnapshot: true) == [])
        #expect(Self.presence(settlement) == ["bob"])
    }

    /// An entry that stands on two pages has taken another one's place, whether or not it can be read.
    @Test(arguments: [
        (#"{"id":"1","email":"ann@x.example"}"#, #"{"id":"2","email":"bob@x.example"}"#, true),
        (#"{"id":"1","email":"ann@x.example"}"#, #"{"id":"1","email":"ann@x.example"}"#, false),
        (#"{"id":"1"}"#, #"{"id":"2"}"#, true), (#"{"id":"1"}"#, #"{"id":"1"}"#, false),
        (#"{"id":"1","status":"open"}"#, #"{"id":"1","status":"expired"}"#, false),
        (#"{"email":"ann@x.example"}"#, #"{"email":"bob@x.example"}"#, true),
        (#"{"email":"ann@x.example"}"#, #"{"email":"ann@x.example"}"#, false),
        (#"{"email":"ann@x.example","at":"May"}"#, #"{"email":"ann@x.example","at":"June"}"#, true),
    ])
    func pagesThatShiftAreNoSnapshot(_ first: String, _ second: String, _ isWhole: Bool) throws {
        var settlement = Base.settlement()
        let page = { (entry: String, more: String) in
            try #require(ListPage(body: Array(#"{"invitations":[\#(entry)]\#(more)}"#.utf8)))
        }
        settlement.begin(at: .origin, isSnapshot: true)
        guard case .more = settlement.take(try page(first, #","nextPageToken":"2""#), at: .origin) else {
            Issue.record("the first page is not the last")
            return
        }
        let turn = settlement.take(try page(second, ""), at: .origin)
        if case .broken(let words) = turn {
            #expect(!isWhole && words == "the pages shift while they are read")
        } else {
            #expect(isWhole && settlement.snapshot.ids != nil)
        }
    }

    @Test func onlyThoseWhoMatterAreRemembered() {
        var settlement = Settlement(
            organization: "acme", RetryPolicy(), wanted: KeyIndex([Base.invitation("ann").key.hash]), at: .origin)
        _ = Base.read(&settlement, ["1 ann", "2 bob"], at: 0, isSnapshot: true)
        #expect(Self.presence(settlement) == ["ann"])
        #expect(settlement.snapshot.ids?.count == 2)
    }

    @Test func withoutTheMembersTheInvitationsHaveToDo() {
        var settlement = Base.settlement()
        settlement.readMembers()
        _ = Base.read(&settlement, ["1 ann"], at: 0, isSnapshot: true)
        #expect(settlement.doWithoutMembers(because: "403", at: Base.at(2)).isEmpty)
        #expect(settlement.snapshot.ids?.count == 1)
        #expect(settlement.members == .unreadable("403"))
        // They are not asked for again.
        settlement.readMembers()
        settlement.await(1, Base.invitation("bob"), Base.doubt(), ended: Base.at(100))
        #expect(Base.read(&settlement, ["1 ann", "2 bob pending viewer"], at: 110) == ["bob=ours 2"])
    }

    @Test func aMemberIsFoundAmongTheMembers() {
        var settlement = Base.settlement()
        _ = Base.read(&settlement, [], at: 0, isSnapshot: true)
        settlement.readMembers()
        settlement.await(1, Base.invitation("ann"), Base.doubt(), ended: Base.at(100))
        #expect(Base.read(&settlement, [], at: 110) == ["..."])
        #expect(Base.take(&settlement, Base.page(["m ann"], of: .members), at: 112) == ["ann=member"])
    }

    /// How many wait since 100 s, what has been read, and when the next reading is due, in seconds.
    struct Due: Sendable {
        var name: String
        var waiting = 1
        var isLast = false
        /// When readings began; each takes a second.
        var readings: [Int] = []
        var list: [String] = []
        var due: Int?
    }

    static let dues: [Due] = [
        Due(name: "nobody waits", waiting: 0, isLast: true, due: nil),
        Due(name: "others may follow", due: 161),
        Due(name: "nothing else is left", isLast: true, due: 110),
        Due(name: "many wait", waiting: 64, due: 110),
        Due(name: "not quite as many", waiting: 63, due: 161),
        Due(name: "after one who was missed the next comes soon", readings: [110], due: 112),
        Due(name: "after a gap it comes later", isLast: true, readings: [110], list: ["7 cat", "7 cat"], due: 119),
        Due(name: "and ever later", isLast: true, readings: [110, 119], list: ["7 cat", "7 cat"], due: 150),
        Due(name: "a reading too early tells nothing", isLast: true, readings: [105], due: 110),
    ]

    @Test(arguments: dues) func theListIsReadWhenItCanTell(_ it: Due) {
        var settlement = Base.settlement()
        _ = Base.read(&settlement, [], at: 100, isSnapshot: true)
        for number in 0..<it.waiting {
            settlement.await(number, Base.invitation("p\(number)"), Base.doubt(), ended: Base.at(100))
        }
        for reading in it.readings { _ = Base.read(&settlement, it.list, at: reading) }
        #expect(settlement.due(isLast: it.isLast) == it.due.map(Base.at), "\(it.name)")
    }

    /// Nothing has shown how far the list is behind. Where an invitation was created, one early reading may.
    @Test(arguments: [
        (nil, [], 160), (105, [], 110), (105, ["9 cat"], 112), (105, ["8 dan"], 160), (nil, ["9 cat"], 160),
    ])
    func anEarlyReadingMayProveTheList(_ created: Int?, _ list: [String], _ due: Int) {
        var settlement = Base.settlement(delay: nil)
        _ = Base.read(&settlement, [], at: 99, isSnapshot: true)
        settlement.await(1, Base.invitation("ann"), Base.doubt(), ended: Base.at(100))
        if let created { settlement.note(created: "9", at: Base.at(created)) }
        if !list.isEmpty { #expect(Base.read(&settlement, list, at: 110) == []) }
        #expect(settlement.due(isLast: true) == Base.at(due))
    }

    @Test func whoGivesUpLeavesNobodyWaiting() {
        var settlement = Base.settlement()
        for (number, name) in ["bob", "ann"].enumerated() {
            settlement.await(number, Base.invitation(name), Base.doubt(), ended: Base.at(100))
        }
        settlement.begin(at: Base.at(110))
        #expect(Base.words(settlement.giveUp("no list")) == ["ann=unknown", "bob=unknown"])
        #expect(settlement.reading == nil)
        #expect(settlement.due(isLast: true) == nil)
    }
}
