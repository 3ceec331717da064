import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

/// What the list says about somebody who waits.
struct SettlementTests {
    static let epoch = Date(timeIntervalSince1970: 1_800_000_000)

    static func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    static func invitation(_ name: String) -> Invitation {
        let email = "\(name)@x.example"
        return Invitation(
            organization: "acme", email: email, key: InvitationKey(text: "acme \(email)"), roles: ["viewer"],
            groups: [],
            message: nil)
    }

    /// A page with entries of the form `id name status roles seconds`, the last three if not as usual; the time counts
    /// from the epoch.
    static func page(_ entries: [String], next: String? = nil, of list: ListRequest.List = .invitations) -> ListPage {
        let objects = entries.map { entry in
            let words = entry.split(separator: " ").map(String.init)
            var members: [JSONValue.Member] = [
                .init("id", .string(words[0])), .init("email", .string("\(words[1])@x.example")),
            ]
            if words.count > 2 { members.append(.init("status", .string(words[2]))) }
            if words.count > 3 {
                members.append(.init("roles", .strings(words[3].split(separator: ";").map(String.init))))
            }
            if words.count > 4, let seconds = Double(words[4]) {
                members.append(.init("createdAt", .string(epoch.addingTimeInterval(seconds).timestamp)))
            }
            return JSONValue.object(members)
        }
        var members: [JSONValue.Member] = [.init(list == .members ? "users" : "invitations", .array(objects))]
        if let next { members.append(.init("nextPageToken", .string(next))) }
        guard let page = ListPage(body: JSONValue.object(members).bytes, of: list) else {
            preconditionFailure("No page: \(entries).")
        }
        return page
    }

    /// Reads the whole list, of one page.
    ///
    /// - Returns: What became of whom: `name=result`, by name.
    static func read(
        _ settlement: inout Settlement, _ entries: [String], at began: Int, isSnapshot: Bool = false
    ) -> [String] {
        settlement.begin(at: at(began), isSnapshot: isSnapshot)
        settlement.checkInvariants()
        return words(settlement.take(page(entries), at: at(began + 1)), settlement)
    }

    static func words(_ settled: [(Settlement.Case, Settlement.Result)], _ settlement: Settlement) -> [String] {
        settlement.checkInvariants()
        return settled.map { waiting, result in
            let name = waiting.invitation.email.prefix { $0 != "@" }
            return switch result {
            case .ours(let id, _): "\(name)=ours \(id)"
            case .someoneElses(let id): "\(name)=theirs \(id)"
            case .member: "\(name)=member"
            case .absent: "\(name)=absent"
            case .unknown: "\(name)=unknown"
            }
        }.sorted()
    }

    /// One person, ann, waits after an attempt from 90 s to 100 s; then the list is read once.
    struct Reading: Sendable {
        var name: String
        var before: [String] = []
        var created: [String] = []
        var askedEarlier: Doubt.Asked?
        var isResumed = false
        var mayBeOurs = true
        /// Whether the time at which the attempt began is known.
        var knowsTime = true
        var list: [String]
        var result: String?
    }

    static let readings: [Reading] = [
        Reading(name: "nobody", list: [], result: nil),
        Reading(name: "somebody else", list: ["1 bob pending viewer 95"], result: nil),
        Reading(name: "a new one", list: ["1 ann pending viewer 95"], result: "ann=ours 1"),
        Reading(name: "with a clock cut to seconds", list: ["1 ann pending viewer 89"], result: "ann=ours 1"),
        Reading(name: "of before the attempt", list: ["1 ann pending viewer 80"], result: "ann=theirs 1"),
        Reading(name: "without a status", list: ["1 ann"], result: "ann=ours 1"),
        Reading(name: "with other roles", list: ["1 ann pending admin 95"], result: "ann=theirs 1"),
        Reading(
            name: "with the roles asked for then", askedEarlier: .init(roles: ["admin"]),
            list: ["1 ann pending admin 95"], result: "ann=ours 1"),
        Reading(
            name: "that was there before", before: ["1 ann pending viewer 95"], list: ["1 ann pending viewer 95"],
            result: "ann=theirs 1"),
        Reading(
            name: "that was there before this start, after which it was left open",
            before: ["1 ann pending viewer 95"], isResumed: true, list: ["1 ann pending viewer 95"],
            result: "ann=ours 1"),
        Reading(
            name: "that another row made", created: ["1"], list: ["1 ann pending viewer 95"], result: "ann=theirs 1"),
        Reading(
            name: "that cannot be ours", mayBeOurs: false, list: ["1 ann pending viewer 95"], result: "ann=theirs 1"),
        Reading(name: "without a time", list: ["1 ann pending viewer"], result: "ann=ours 1"),
        Reading(
            name: "without a time, after an earlier start", isResumed: true, list: ["1 ann pending viewer"],
            result: "ann=theirs 1"),
        Reading(
            name: "with a time, but nobody knows when the attempt was", knowsTime: false,
            list: ["1 ann pending viewer 20"], result: "ann=ours 1"),
        Reading(name: "accepted", list: ["1 ann accepted viewer 20"], result: "ann=member"),
        Reading(name: "over", list: ["1 ann expired viewer 95"], result: nil),
        Reading(name: "of a word nobody knows", list: ["1 ann odd viewer 95"], result: nil),
        Reading(
            name: "ours counts before an older one", list: ["1 ann pending viewer 20", "2 ann pending viewer 95"],
            result: "ann=ours 2"),
        Reading(
            name: "in either order", list: ["2 ann pending viewer 95", "1 ann pending viewer 20"], result: "ann=ours 2"),
        Reading(
            name: "a pending one counts before an accepted one",
            list: ["1 ann accepted viewer 20", "2 ann pending viewer 20"], result: "ann=theirs 2"),
    ]

    @Test(arguments: readings) func anEntryTellsWhoseItIs(_ it: Reading) {
        var settlement = Settlement(organization: "acme")
        _ = Self.read(&settlement, it.before, at: 0, isSnapshot: true)
        for id in it.created { settlement.note(created: id, at: Self.at(50)) }
        settlement.await(
            1, Self.invitation("ann"), began: it.knowsTime ? Self.epoch.addingTimeInterval(90) : nil,
            askedEarlier: it.askedEarlier, isResumed: it.isResumed, mayBeOurs: it.mayBeOurs, ended: Self.at(100))
        let settled = Self.read(&settlement, it.list, at: 110)
        #expect(settled == [it.result].compactMap(\.self), "\(it.name)")
        #expect(settlement.count == (it.result == nil ? 1 : 0), "\(it.name)")
    }
}
