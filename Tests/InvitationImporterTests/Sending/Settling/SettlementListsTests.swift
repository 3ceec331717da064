import CurlMulti
import Testing

@testable import InvitationImporter

/// When the lists are read, what is remembered of them, and the list of members.
struct SettlementListsTests {
    private typealias Base = SettlementTests

    @Test func theSnapshotTellsWhoWasThere() {
        var settlement = Settlement(organization: "acme")
        settlement.readsMembers = true
        settlement.begin(at: .origin, isSnapshot: true)
        let first = ["1 ann pending viewer", "2 bob accepted", "3 cat expired", "4 dan odd"]
        #expect(settlement.take(Base.page(first), at: Base.at(1)).isEmpty)
        #expect(settlement.list == .members)
        #expect(!settlement.hasSnapshot)
        #expect(settlement.take(Base.page(["m eve"], of: .members), at: Base.at(2)).isEmpty)
        #expect(settlement.hasSnapshot)
        settlement.checkInvariants()
        func presence(_ name: String) -> Bool? { settlement.presence(Base.invitation(name).key)?.isMember }
        // Who has accepted an invitation need not be a member any more.
        #expect(["ann", "bob", "cat", "dan", "eve", "fay"].map(presence) == [false, nil, nil, nil, true, nil])
    }

    @Test func onlyThoseWhoMatterAreRemembered() {
        var settlement = Settlement(organization: "acme")
        settlement.wanted = [Base.invitation("ann").key.hash]
        _ = Base.read(&settlement, ["1 ann", "2 bob"], at: 0, isSnapshot: true)
        #expect(settlement.presence(Base.invitation("ann").key) != nil)
        #expect(settlement.presence(Base.invitation("bob").key) == nil)
        #expect(settlement.snapshotCount == 2)
    }

    @Test func withoutTheMembersTheInvitationsHaveToDo() {
        var settlement = Settlement(organization: "acme")
        settlement.readsMembers = true
        settlement.begin(at: .origin, isSnapshot: true)
        _ = settlement.take(Base.page(["1 ann"]), at: Base.at(1))
        _ = settlement.doWithoutMembers(because: "403", at: Base.at(2))
        #expect(settlement.hasSnapshot)
        #expect(settlement.membersLack == "403")
        // They are not asked for again.
        settlement.await(1, Base.invitation("bob"), began: nil, ended: Base.at(100))
        #expect(Base.read(&settlement, ["1 ann", "2 bob pending viewer"], at: 110) == ["bob=ours 2"])
    }

    @Test func aMemberIsFoundAmongTheMembers() {
        var settlement = Settlement(organization: "acme")
        _ = Base.read(&settlement, [], at: 0, isSnapshot: true)
        settlement.readsMembers = true
        settlement.await(1, Base.invitation("ann"), began: nil, ended: Base.at(100))
        settlement.begin(at: Base.at(110))
        #expect(settlement.take(Base.page([]), at: Base.at(111)).isEmpty)
        let settled = settlement.take(Base.page(["m ann"], of: .members), at: Base.at(112))
        #expect(Base.words(settled, settlement) == ["ann=member"])
    }

    /// How many wait since 100 s, what has been read, and when the next reading is due, in seconds.
    struct Due: Sendable {
        var name: String
        var waiting = 1
        var isLast = false
        /// When readings began; each takes a second.
        var readings: [Int] = []
        var areFruitless = false
        var due: Int?
    }

    static let dues: [Due] = [
        Due(name: "nobody waits", waiting: 0, isLast: true, due: nil),
        Due(name: "others may follow", due: 161),
        Due(name: "nothing else is left", isLast: true, due: 110),
        Due(name: "many wait", waiting: 64, due: 110),
        Due(name: "not quite as many", waiting: 63, due: 161),
        Due(name: "after one who was missed the next comes soon", readings: [110], due: 112),
        Due(name: "after a fruitless one it comes later", isLast: true, readings: [110], areFruitless: true, due: 113),
        Due(
            name: "and ever later", isLast: true, readings: [110, 113, 120, 130, 150], areFruitless: true, due: 181),
        Due(name: "a reading too early tells nothing", isLast: true, readings: [105], due: 110),
    ]

    @Test(arguments: dues) func theListIsReadWhenItCanTell(_ it: Due) {
        var settlement = Settlement(organization: "acme")
        _ = Base.read(&settlement, [], at: 100, isSnapshot: true)
        for number in 0..<it.waiting {
            settlement.await(number, Base.invitation("p\(number)"), began: nil, ended: Base.at(100))
        }
        for reading in it.readings {
            _ = Base.read(&settlement, it.areFruitless ? ["7 cat", "7 cat"] : [], at: reading)
        }
        #expect(settlement.due(isLast: it.isLast) == it.due.map(Base.at), "\(it.name)")
    }

    @Test func whoGivesUpLeavesNobodyWaiting() {
        var settlement = Settlement(organization: "acme")
        for (number, name) in ["bob", "ann"].enumerated() {
            settlement.await(number, Base.invitation(name), began: nil, ended: Base.at(100))
        }
        settlement.begin(at: Base.at(110))
        #expect(Base.words(settlement.giveUp(), settlement) == ["ann=unknown", "bob=unknown"])
        #expect(!settlement.isSweeping)
        #expect(settlement.due(isLast: true) == nil)
    }
}
