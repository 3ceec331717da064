import CurlMulti
import Testing

@testable import InvitationImporter

/// Entries that may be somebody who waits although they name another address, and what a list has to prove.
struct StrangersTests {
    private typealias Base = SettlementTests

    /// A settlement of an import that has ann, bob and cat, whose lists were empty before.
    private static func ofThree(before: ListPage = listing([]), created: [String] = []) -> Settlement {
        let wanted = KeyIndex(Set(["ann", "bob", "cat"].map { Base.invitation($0).key.hash }))
        var policy = RetryPolicy()
        policy.settleDelay = .seconds(10)
        var settlement = Settlement(organization: "acme", policy, wanted: wanted, created: created, at: .origin)
        _ = Base.read(&settlement, before, at: 0, isSnapshot: true)
        return settlement
    }

    /// A page with these addresses, whose ids are their places: the first is 7.
    private static func listing(_ addresses: [String]) -> ListPage {
        let entries = addresses.enumerated().map { place, address in
            JSONValue.object([.init("id", .string("\(7 + place)")), .init("email", .string(address))])
        }
        guard let page = ListPage(body: JSONValue.object([.init("invitations", .array(entries))]).bytes) else {
            preconditionFailure("No page: \(addresses).")
        }
        return page
    }

    @Test(
        "a new entry of nobody in the import may be the person in another spelling",
        arguments: [
            ("a***n@x.example", false), ("ann_x.example#EXT#@y.example", false), ("ann@y.example", false),
            ("Á.n-n@y.example", false), ("***@x.example", false), ("xxxxx@x.example", false),
            ("zoe@y.example", true), ("bob@x.example", true),
            // Others may invite people of their own meanwhile.
            ("amy@x.example", true), ("ann-2@x.example", true), ("5f4dcc3b@hidden.example", true),
        ])
    func newEntries(_ address: String, _ isExplained: Bool) {
        // The list has shown cat's new invitation under her address.
        var settlement = Self.ofThree()
        settlement.note(created: "7", at: Base.at(50))
        settlement.await(1, Base.invitation("ann"), Base.doubt(), ended: Base.at(100))
        var last: [String] = []
        for began in [110, 112] {
            last = Base.read(&settlement, Self.listing(["cat@x.example", address]), at: began)
        }
        #expect(last == (isExplained ? ["ann=absent"] : []))
    }

    private static let long = String(repeating: "a", count: 30)

    @Test(
        "a new entry of the same domain may be anybody whose address servers write in ways of their own",
        arguments: [
            ("jörg", "joerg@x.example", false), ("jörg", "zoe@x.example", true), ("jörg", "joerg@y.example", true),
            ("мир", "mir@x.example", false), ("мир", "zoe@x.example", false), ("ann-lee", "ann@x.example", false),
            ("ann-lee", "anna@x.example", true), ("ann-lee", "ann-zoe@x.example", true),
            ("ann-lee-x", "ann-lee@x.example", false), ("ann=it", "ann@x.example", false),
            ("ann=it", "zoe@x.example", true), ("ann.lee_2", "ann@x.example", true),
            ("o'neil", "oneil@x.example", false),
            (long + "bbbbbbbbbbbb", long + "b@x.example", false), (long + "b", "zoe@x.example", true),
        ])
    func unusualAddresses(_ name: String, _ address: String, _ isExplained: Bool) throws {
        let email = name + "@x.example"
        let key = InvitationKey(organization: "acme", email: try #require(EmailAddress.check(email).address))
        let person = Invitation(
            organization: "acme", email: email, key: key, roles: ["viewer"], groups: [], message: nil)
        let wanted = KeyIndex([person.key.hash, Base.invitation("cat").key.hash])
        var policy = RetryPolicy()
        policy.settleDelay = .seconds(10)
        var settlement = Settlement(organization: "acme", policy, wanted: wanted, at: .origin)
        _ = Base.read(&settlement, Self.listing([]), at: 0, isSnapshot: true)
        settlement.note(created: "7", at: Base.at(50))
        settlement.await(1, person, Base.doubt(), ended: Base.at(100))
        settlement.checkInvariants()
        for began in [110, 112] {
            _ = Base.read(&settlement, Self.listing(["cat@x.example", address]), at: began)
        }
        #expect(settlement.count == (isExplained ? 0 : 1))
    }

    @Test(
        "as long as the list has shown none of ours, nobody knows how it writes addresses",
        arguments: ["zoe@y.example", "amy@x.example", "5f4dcc3b@hidden.example", "REDACTED@x.example"], [false, true])
    func strangers(_ address: String, _ isOursAltered: Bool) {
        var settlement = Self.ofThree()
        if isOursAltered { settlement.note(created: "7", at: Base.at(50)) }
        settlement.await(1, Base.invitation("ann"), Base.doubt(), ended: Base.at(100))
        let list = Self.listing([isOursAltered ? "c@hidden.example" : "bob@x.example", address])
        for began in [110, 112, 114] { #expect(Base.read(&settlement, list, at: began) == []) }
        #expect(Base.read(&settlement, list, at: 116) == ["ann=unknown"])
    }

    /// The list before this start has what an earlier start made, under masks.
    @Test(arguments: [("a**@x.example", false), ("***@x.example", false), ("b**@x.example", true)])
    func masksAfterARestart(_ address: String, _ isExplained: Bool) {
        let list = Self.listing([address, "zoe@x.example", "joe@x.example"])
        var settlement = Self.ofThree(before: list)
        settlement.await(
            1, Base.invitation("ann"), Base.doubt(), earlier: EarlierDoubt(Base.doubt(), idsBefore: []),
            ended: Base.at(100))
        var last: [String] = []
        for began in [110, 112] { last = Base.read(&settlement, list, at: began) }
        #expect(last == (isExplained ? ["ann=absent"] : []))
    }

    /// One re-send may go by a list that has never shown us anything of ours, and no more.
    @Test(arguments: [0, 1, 2], [false, true]) func aSecondResendNeedsProof(absences: Int, hasShownOurs: Bool) {
        var settlement = Self.ofThree(created: hasShownOurs ? ["7"] : [])
        var doubt = Doubt(absences: absences)
        doubt.begin()
        doubt.end(.perhapsProcessed)
        settlement.await(1, Base.invitation("ann"), doubt, ended: Base.at(100))
        let list = Self.listing(hasShownOurs ? ["cat@x.example"] : [])
        var last: [String] = []
        for began in [110, 112] { last = Base.read(&settlement, list, at: began) }
        #expect(last == (hasShownOurs || absences == 0 ? ["ann=absent"] : []))
    }

    /// The snapshot knows only people who are not settled yet. All others were invited by earlier starts.
    @Test(arguments: [("cat@x.example", true), ("c@hidden.example", false)])
    func anEarlierStartsInvitationIsProof(_ address: String, _ isProof: Bool) {
        let wanted = KeyIndex([Base.invitation("ann").key.hash])
        var (policy, invited) = (RetryPolicy(), KeySet())
        policy.settleDelay = .seconds(10)
        invited.insert(Base.invitation("cat").key.hash)
        var settlement = Settlement(
            organization: "acme", policy, wanted: wanted, created: ["7"], invited: invited, at: .origin)
        _ = Base.read(&settlement, Self.listing([address]), at: 0, isSnapshot: true)
        var doubt = Doubt(absences: 1)
        doubt.begin()
        doubt.end(.perhapsProcessed)
        settlement.await(1, Base.invitation("ann"), doubt, ended: Base.at(100))
        var last: [String] = []
        for began in [110, 112] { last = Base.read(&settlement, Self.listing([address]), at: began) }
        #expect(last == (isProof ? ["ann=absent"] : []))
    }

    @Test(
        "a list that hides most of its addresses is none",
        arguments: [
            (["a***@x.example"], true), (["•••@x.example", "b*b@x.example", "cat@x.example"], true),
            (["a***@x.example", "bob@x.example"], false), (["not shown", "hidden", "cat@x.example"], true),
            ([], false),
        ])
    func hidingLists(_ addresses: [String], _ isNone: Bool) {
        var settlement = Base.settlement()
        let words = Base.read(&settlement, Self.listing(addresses), at: 0, isSnapshot: true)
        #expect(words == (isNone ? ["!most of its entries hide their addresses"] : []))
    }
}
