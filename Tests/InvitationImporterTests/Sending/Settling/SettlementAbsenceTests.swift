import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

/// When somebody who is not in the list is believed absent.
struct SettlementAbsenceTests {
    private typealias Base = SettlementTests

    /// A settlement in which ann waits after an attempt that ended at 100 s.
    private static func waiting(_ names: String..., created: [String: Int] = [:]) -> Settlement {
        var settlement = Settlement(organization: "acme")
        _ = Base.read(&settlement, [], at: 0, isSnapshot: true)
        for (id, time) in created { settlement.note(created: id, at: Base.at(time)) }
        for (number, name) in names.enumerated() {
            settlement.await(
                number, Base.invitation(name), began: Base.epoch.addingTimeInterval(90), ended: Base.at(100))
        }
        return settlement
    }

    /// Readings one after another: when each began, and its entries.
    struct Readings: Sendable {
        var name: String
        var created: [String: Int] = [:]
        var readings: [(Int, [String])]
        /// What came of the last one.
        var last: [String]
    }

    static let cases: [Readings] = [
        Readings(name: "one reading is not enough", readings: [(110, [])], last: []),
        Readings(name: "two are", readings: [(110, []), (112, [])], last: ["ann=absent"]),
        Readings(name: "one that began too early does not count", readings: [(109, []), (112, [])], last: []),
        Readings(
            name: "it needs two that began in time", readings: [(109, []), (112, []), (114, [])], last: ["ann=absent"]),
        Readings(
            name: "one that shows an entry twice does not count",
            readings: [(110, []), (112, ["7 bob", "7 bob"]), (114, [])], last: []),
        Readings(
            name: "after it two more are needed",
            readings: [(110, []), (112, ["7 bob", "7 bob"]), (114, []), (116, [])], last: ["ann=absent"]),
        Readings(
            name: "one without what we made does not count", created: ["5": 50], readings: [(110, []), (112, [])],
            last: []),
        Readings(
            name: "with what we made it does", created: ["5": 50], readings: [(110, ["5 cat"]), (112, ["5 cat"])],
            last: ["ann=absent"]),
        Readings(
            name: "a list that was seen to be behind is waited for as long", created: ["5": 50],
            readings: [(110, []), (115, ["5 cat"]), (120, ["5 cat"])], last: []),
        Readings(
            name: "then it is believed", created: ["5": 50],
            readings: [(110, []), (115, ["5 cat"]), (165, ["5 cat"]), (167, ["5 cat"])], last: ["ann=absent"]),
        Readings(
            name: "who turns up is found at once", readings: [(110, []), (112, ["1 ann pending viewer 95"])],
            last: ["ann=ours 1"]),
    ]

    @Test(arguments: cases) func absenceNeedsTwoReadingsWithoutADoubt(_ it: Readings) {
        var settlement = Self.waiting("ann", created: it.created)
        var last: [String] = []
        for (began, entries) in it.readings { last = Base.read(&settlement, entries, at: began) }
        #expect(last == it.last, "\(it.name)")
    }

    @Test func aListThatNeverGetsConsistentLeavesEverybodyUnknown() {
        var settlement = Self.waiting("ann", "bob")
        for reading in 0..<11 {
            #expect(Base.read(&settlement, ["7 cat", "7 cat"], at: 110 + reading) == [])
        }
        #expect(Base.read(&settlement, ["7 cat", "7 cat"], at: 200) == ["ann=unknown", "bob=unknown"])
        #expect(settlement.count == 0)
    }

    @Test func aConsistentReadingBeginsTheCountAnew() {
        var settlement = Self.waiting("ann")
        for reading in 0..<11 { _ = Base.read(&settlement, ["7 cat", "7 cat"], at: 110 + reading) }
        _ = Base.read(&settlement, ["7 cat"], at: 130)
        #expect(Base.read(&settlement, ["7 cat", "7 cat"], at: 140) == [])
        #expect(settlement.count == 1)
    }

    @Test(arguments: [false, true]) func aListWithoutAnEndIsNone(isTheSameToken: Bool) {
        var settlement = Self.waiting("ann")
        settlement.begin(at: Base.at(110))
        var pages = 0
        while settlement.isSweeping, pages < 100 {
            pages += 1
            let page = Base.page([], next: isTheSameToken ? "again" : "page \(pages)")
            #expect(Base.words(settlement.take(page, at: Base.at(111)), settlement) == [])
        }
        #expect(pages == (isTheSameToken ? 2 : 51))
        #expect(settlement.count == 1)
    }

    @Test func aReadingGoesOnFromPageToPage() {
        var settlement = Self.waiting("ann")
        settlement.begin(at: Base.at(110))
        #expect(settlement.pageToken == nil)
        _ = settlement.take(Base.page(["7 cat"], next: "two"), at: Base.at(111))
        #expect(settlement.pageToken == "two")
        let settled = settlement.take(Base.page(["1 ann pending viewer 95"]), at: Base.at(112))
        #expect(Base.words(settled, settlement) == ["ann=ours 1"])
    }
}
