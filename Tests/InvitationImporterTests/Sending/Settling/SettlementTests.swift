import CurlMulti
import Testing

@testable import InvitationImporter

/// What the list says about somebody who waits.
struct SettlementTests {
    static func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    static func invitation(_ name: String) -> Invitation {
        let email = "\(name)@x.example"
        return Invitation(
            organization: "acme", email: email, key: InvitationKey(text: "acme \(email)"), roles: ["viewer"],
            groups: [],
            message: nil)
    }

    /// The doubt after an attempt that came to this.
    static func doubt(_ result: AttemptResult = .unknown) -> Doubt {
        var doubt = Doubt()
        doubt.begin()
        doubt.end(result)
        return doubt
    }

    /// A settlement that believes a reading after ten seconds, if not told otherwise.
    static func settlement(delay: Duration? = .seconds(10)) -> Settlement {
        var policy = RetryPolicy()
        policy.settleDelay = delay
        return Settlement(organization: "acme", policy, at: .origin)
    }

    /// A page with entries of the form `id name status roles`, the last two if not as usual; the name `-` is no
    /// address.
    static func page(
        _ entries: [String], next: String? = nil, total: Int? = nil, of list: ListRequest.List = .invitations
    ) -> ListPage {
        let objects = entries.map { entry in
            let words = entry.split(separator: " ").map(String.init)
            let email = words[1] == "-" ? "-" : "\(words[1])@x.example"
            var members: [JSONValue.Member] = [.init("id", .string(words[0])), .init("email", .string(email))]
            if words.count > 2 { members.append(.init("status", .string(words[2]))) }
            if words.count > 3 {
                members.append(.init("roles", .strings(words[3].split(separator: ";").map(String.init))))
            }
            return JSONValue.object(members)
        }
        var members: [JSONValue.Member] = [.init(list == .members ? "users" : "invitations", .array(objects))]
        if let next { members.append(.init("nextPageToken", .string(next))) }
        if let total { members.append(.init("total", .integer(total))) }
        guard let page = ListPage(body: JSONValue.object(members).bytes, of: list) else {
            preconditionFailure("No page: \(entries).")
        }
        return page
    }

    /// Reads the whole list, of one page.
    ///
    /// - Returns: What became of whom: `name=result`, by name; `...` if there is more to read, `!` and the words if the
    ///   reading is worth nothing.
    static func read(
        _ settlement: inout Settlement, _ page: ListPage, at began: Int, isSnapshot: Bool = false
    ) -> [String] {
        settlement.begin(at: at(began), isSnapshot: isSnapshot)
        settlement.checkInvariants()
        return take(&settlement, page, at: began + 1)
    }

    static func read(
        _ settlement: inout Settlement, _ entries: [String], at began: Int, isSnapshot: Bool = false
    ) -> [String] {
        read(&settlement, page(entries), at: began, isSnapshot: isSnapshot)
    }

    static func take(_ settlement: inout Settlement, _ page: ListPage, at now: Int) -> [String] {
        defer { settlement.checkInvariants() }
        switch settlement.take(page, at: at(now)) {
        case .more: return ["..."]
        case .end(let settled): return words(settled)
        case .broken(let words): return ["!\(words)"]
        }
    }

    static func words(_ settled: [(Settlement.Case, Settlement.Result)]) -> [String] {
        settled.map { waiting, result in
            let name = waiting.invitation.email.prefix { $0 != "@" }
            return switch result {
            case .ours(let id, _, _): "\(name)=ours \(id)"
            case .someoneElses(let id, nil): "\(name)=theirs \(id)"
            case .someoneElses(let id, let word?): "\(name)=theirs \(id) \(word)"
            case .member: "\(name)=member"
            case .absent: "\(name)=absent"
            case .unknown: "\(name)=unknown"
            }
        }.sorted()
    }

    /// One person, ann, waits after an attempt that ended at 100 s; then the list is read once.
    struct Reading: Sendable {
        var name: String
        var before: [String] = []
        var created: [String] = []
        var attempt = AttemptResult.unknown
        /// What an earlier start left open.
        var earlier: EarlierDoubt?
        var list: [String]
        var result: String?
    }

    static let readings: [Reading] = [
        Reading(name: "nobody", list: [], result: nil),
        Reading(name: "somebody else", list: ["1 bob pending viewer"], result: nil),
        Reading(name: "a new one", list: ["1 ann pending viewer"], result: "ann=ours 1"),
        Reading(name: "that says nothing of itself", list: ["1 ann"], result: "ann=ours 1"),
        Reading(name: "in other letters", list: ["1 ANN SENT viewer"], result: "ann=ours 1"),
        Reading(name: "that was accepted", list: ["1 ann accepted viewer"], result: "ann=ours 1"),
        Reading(name: "that is over already", list: ["1 ann expired viewer"], result: "ann=ours 1"),
        Reading(name: "of a word nobody knows", list: ["1 ann odd viewer"], result: "ann=ours 1"),
        Reading(name: "with other roles", list: ["1 ann pending admin"], result: "ann=theirs 1"),
        Reading(name: "with other roles, accepted", list: ["1 ann accepted admin"], result: "ann=member"),
        Reading(
            name: "with other roles, of a word nobody knows", list: ["1 ann odd admin"], result: "ann=theirs 1 odd"),
        Reading(
            name: "with the roles asked for then", earlier: EarlierDoubt(doubt(), asked: .init(roles: ["admin"])),
            list: ["1 ann pending admin"], result: "ann=ours 1"),
        Reading(name: "over before", before: ["1 ann expired"], list: ["1 ann expired viewer"], result: nil),
        Reading(
            name: "over before, and a new one", before: ["1 ann expired"],
            list: ["1 ann expired viewer", "2 ann pending viewer"], result: "ann=ours 2"),
        Reading(
            name: "over before an earlier start", earlier: EarlierDoubt(doubt(), idsBefore: ["1"]),
            list: ["1 ann expired viewer"], result: nil),
        Reading(
            name: "over, and not there before an earlier start", earlier: EarlierDoubt(doubt(), idsBefore: []),
            list: ["1 ann expired viewer"], result: "ann=ours 1"),
        Reading(
            name: "over, and nobody knows since when", earlier: EarlierDoubt(doubt()), list: ["1 ann expired viewer"],
            result: "ann=unknown"),
        Reading(name: "that another row made", created: ["1"], list: ["1 ann pending viewer"], result: "ann=theirs 1"),
        Reading(
            name: "that cannot be ours", attempt: .conflict, list: ["1 ann pending viewer"], result: "ann=theirs 1"),
        Reading(
            name: "that cannot be ours, accepted", attempt: .conflict, list: ["1 ann accepted viewer"],
            result: "ann=member"),
        Reading(name: "that cannot be ours, over", attempt: .conflict, list: ["1 ann expired viewer"], result: nil),
        Reading(
            name: "ours counts before another's", list: ["1 ann pending admin", "2 ann pending viewer"],
            result: "ann=ours 2"),
        Reading(
            name: "in either order", list: ["2 ann pending viewer", "1 ann pending admin"], result: "ann=ours 2"),
        Reading(
            name: "one that waits counts before one that was accepted",
            list: ["1 ann accepted admin", "2 ann pending admin"], result: "ann=theirs 2"),
    ]

    @Test(arguments: readings) func anEntryTellsWhoseItIs(_ it: Reading) {
        var settlement = Self.settlement()
        #expect(Self.read(&settlement, it.before, at: 0, isSnapshot: true) == [])
        for id in it.created { settlement.note(created: id, at: Self.at(50)) }
        settlement.await(
            1, Self.invitation("ann"), it.earlier?.doubt ?? Self.doubt(it.attempt), earlier: it.earlier,
            ended: Self.at(100))
        // Too early to call anybody absent.
        let settled = Self.read(&settlement, it.list, at: 105)
        #expect(settled == [it.result].compactMap(\.self), "\(it.name)")
        #expect(settlement.count == (it.result == nil ? 1 : 0), "\(it.name)")
    }
}
