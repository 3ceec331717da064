import CurlMulti
import Testing

@testable import InvitationImporter

/// When somebody who is not in the list is believed absent.
struct SettlementAbsenceTests {
    private typealias Base = SettlementTests

    /// Readings one after another, while ann waits since 100 s.
    struct Readings: Sendable {
        var name: String
        /// The settle delay in seconds, if it was said.
        var delay: Int? = 10
        var attempt = AttemptResult.unknown
        /// Ids that were made, each with the time.
        var created: [String: Int] = [:]
        /// When each reading began, and its entries.
        var readings: [(Int, [String])]
        /// What came of the last one.
        var last: [String]
        /// What the readings showed on the way, beside that.
        var marks: Set<CoverageMark> = []
    }

    private static let all: Set<CoverageMark> = [.secondReading, .similarEntry, .settlingHopeless]

    static let cases: [Readings] = [
        Readings(name: "one reading is not enough", readings: [(110, [])], last: [], marks: [.secondReading]),
        Readings(name: "two are", readings: [(110, []), (112, [])], last: ["ann=absent"], marks: [.secondReading]),
        Readings(
            name: "one that began too early does not count", readings: [(109, []), (112, [])], last: [],
            marks: [.secondReading]),
        Readings(
            name: "it needs two that began in time", readings: [(109, []), (112, []), (114, [])], last: ["ann=absent"],
            marks: [.secondReading]),
        Readings(
            name: "one is enough where nothing is sent again", attempt: .conflict, readings: [(110, [])],
            last: ["ann=absent"]),
        Readings(name: "but not too early", attempt: .conflict, readings: [(109, [])], last: []),
        Readings(
            name: "a delay that was not said is a minute while nothing is proved", delay: nil,
            readings: [(110, []), (159, []), (160, [])], last: [], marks: [.secondReading]),
        Readings(
            name: "and then two readings", delay: nil, readings: [(160, []), (162, [])], last: ["ann=absent"],
            marks: [.secondReading]),
        Readings(
            name: "it is ten seconds once that is proved", delay: nil, created: ["5": 108],
            readings: [(110, ["5 cat"]), (112, ["5 cat"])], last: ["ann=absent"], marks: [.secondReading]),
        Readings(
            name: "what was made long before proves nothing", delay: nil, created: ["5": 20],
            readings: [(110, ["5 cat"]), (112, ["5 cat"])], last: []),
        Readings(
            name: "it needs no proof where the server says that somebody is there", delay: nil, attempt: .conflict,
            readings: [(110, [])], last: ["ann=absent"]),
        Readings(
            name: "a success that is not understood may be ours, and needs it", delay: nil, attempt: .notUnderstood,
            readings: [(110, []), (112, []), (160, [])], last: [], marks: [.secondReading]),
        Readings(
            name: "one that shows an entry twice does not count",
            readings: [(110, []), (112, ["7 bob", "7 bob"]), (114, [])], last: [], marks: [.secondReading]),
        Readings(
            name: "after it two more are needed",
            readings: [(110, []), (112, ["7 bob", "7 bob"]), (114, []), (116, [])], last: ["ann=absent"],
            marks: [.secondReading]),
        Readings(
            name: "one with an entry that cannot be read does not count", readings: [(110, ["7 -"]), (112, ["7 -"])],
            last: []),
        Readings(
            name: "nor one with an address that may be the person's",
            readings: [(110, ["7 a.nn"]), (112, ["7 ann+x"])],
            last: [], marks: [.similarEntry]),
        Readings(
            name: "unless it is that of another row of ours", created: ["7": 50],
            readings: [(110, ["7 a.nn"]), (112, ["7 a.nn"])], last: ["ann=absent"], marks: [.secondReading]),
        Readings(
            name: "one without what we made does not count", created: ["5": 50], readings: [(110, []), (112, [])],
            last: []),
        Readings(
            name: "a list that was seen to be behind is waited for as long", created: ["5": 50],
            readings: [(110, []), (115, ["5 cat"]), (120, ["5 cat"])], last: []),
        Readings(
            name: "then it is believed", created: ["5": 50],
            readings: [(110, []), (115, ["5 cat"]), (166, ["5 cat"]), (168, ["5 cat"])], last: ["ann=absent"],
            marks: [.secondReading]),
        Readings(
            name: "who turns up is found at once", readings: [(110, []), (112, ["1 ann pending viewer"])],
            last: ["ann=ours 1"], marks: [.secondReading]),
    ]

    @Test(arguments: cases) func absenceNeedsReadingsWithoutADoubt(_ it: Readings) {
        var settlement = Base.settlement(delay: it.delay.map { .seconds($0) })
        _ = Base.read(&settlement, [], at: 0, isSnapshot: true)
        for (id, time) in it.created { settlement.note(created: id, at: Base.at(time)) }
        settlement.await(1, Base.invitation("ann"), Base.doubt(it.attempt), ended: Base.at(100))
        var last: [String] = []
        let (_, passed) = CoverageMark.recording {
            for (began, entries) in it.readings { last = Base.read(&settlement, entries, at: began) }
        }
        #expect(last == it.last, "\(it.name)")
        #expect(passed.intersection(Self.all) == it.marks, "\(it.name)")
    }

    private static func waiting(_ names: String...) -> Settlement {
        var settlement = Base.settlement()
        _ = Base.read(&settlement, [], at: 0, isSnapshot: true)
        for (number, name) in names.enumerated() {
            settlement.await(number, Base.invitation(name), Base.doubt(), ended: Base.at(100))
        }
        return settlement
    }

    @Test func fewerEntriesThanTheServerCountsAreNotAll() {
        var settlement = Self.waiting("ann")
        for began in [110, 112] {
            #expect(Base.read(&settlement, Base.page(["7 cat"], total: 2), at: began) == [])
        }
        #expect(settlement.count == 1)
    }

    @Test func aReadingBeforeTheFirstAttemptEndsWithItsFirstGap() {
        var settlement = Base.settlement()
        settlement.begin(at: .origin, isSnapshot: true)
        let page = Base.page(["1 bob", "1 bob"], next: "two")
        #expect(Base.take(&settlement, page, at: 1) == ["!the pages shift while they are read"])
    }

    @Test(
        "who is named in an entry that cannot be read is held back, or not believed absent",
        arguments: [
            #"{"user":{"email":"ann@x.example"}}"#, #"{"id":"1","email":"zz@x.example, ann@x.example"}"#,
            #"{"id":"1","email":["ann@x.example","zz@x.example"]}"#, #""ann@x.example""#,
            #"{"id":"1","to":"ann%40x.example"}"#, #"{"id":"1","who":"SMTP:ann@x.example"}"#,
            #"{"id":"1","link":"https://x.example/i?email=ann@x.example&x=1"}"#,
            #"{"id":"1","a":[[[[[[[{"b":"ann (at) x.example"}]]]]]]]}"#,
        ])
    func unreadableEntries(_ entry: String) throws {
        let body = #"{"invitations":[{"id":"9","email":"bob@x.example"},\#(entry)]}"#
        let page = try #require(ListPage(body: Array(body.utf8)))
        var settlement = Base.settlement()
        _ = Base.read(&settlement, page, at: 0, isSnapshot: true)
        #expect(settlement.snapshot.people[Base.invitation("ann").key.hash] != nil)
        let over = #"{"invitations":[{"user":{"email":"ann@x.example"},"status":"EXPIRED"}]}"#
        #expect(try #require(ListPage(body: Array(over.utf8))).mentioned.isEmpty)
        // Who invites is not who is invited.
        let inviter = #"{"invitations":[{"invitedBy":{"email":"ann@x.example"}}]}"#
        #expect(try #require(ListPage(body: Array(inviter.utf8))).mentioned.isEmpty)
        var waiting = Self.waiting("ann")
        for began in [110, 112, 114] { #expect(Base.read(&waiting, page, at: began) == []) }
    }

    /// A gap that lasts is given up sooner than ids that may still come up.
    @Test(arguments: [(["7 cat", "7 cat"], 4), (["7 -"], 4), ([], 12)])
    func aListThatNeverGetsConsistentLeavesEverybodyUnknown(entries: [String], readings: Int) {
        var settlement = Self.waiting("ann", "bob")
        settlement.note(created: "5", at: Base.at(90))
        for reading in 1..<readings { #expect(Base.read(&settlement, entries, at: 110 + reading) == []) }
        demand(.settlingHopeless) {
            #expect(Base.read(&settlement, entries, at: 200) == ["ann=unknown", "bob=unknown"])
        }
        #expect(settlement.count == 0)
    }

    @Test func aConsistentReadingBeginsTheCountAnew() {
        var settlement = Self.waiting("ann")
        for reading in 0..<3 { _ = Base.read(&settlement, ["7 cat", "7 cat"], at: 110 + reading) }
        _ = Base.read(&settlement, ["7 cat"], at: 130)
        #expect(Base.read(&settlement, ["7 cat", "7 cat"], at: 140) == [])
        #expect(settlement.count == 1)
    }

    @Test(arguments: [false, true]) func aListWithoutAnEndIsNone(isTheSameToken: Bool) {
        var settlement = Self.waiting("ann")
        settlement.begin(at: Base.at(110))
        var turns: [String] = []
        while turns.count < 100, turns.allSatisfy({ $0 == "..." }) {
            let token = isTheSameToken ? "again" : "page \(turns.count)"
            turns += Base.take(&settlement, Base.page([], next: token), at: 111)
        }
        #expect(turns.count == (isTheSameToken ? 2 : 51))
        #expect(turns.last == "!it does not come to an end")
        #expect(Base.words(settlement.failed("no end", at: Base.at(112))) == [])
        #expect(settlement.count == 1)
    }

    @Test func aReadingGoesOnFromPageToPage() {
        var settlement = Self.waiting("ann")
        settlement.begin(at: Base.at(110))
        #expect(settlement.reading?.pageToken == nil)
        #expect(Base.take(&settlement, Base.page(["7 cat"], next: "two"), at: 111) == ["..."])
        #expect(settlement.reading?.pageToken == "two")
        #expect(Base.take(&settlement, Base.page(["1 ann pending viewer"]), at: 112) == ["ann=ours 1"])
    }
}
