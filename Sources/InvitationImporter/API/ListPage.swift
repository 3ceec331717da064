public import CurlMulti

/// One page of one of the server's lists, as far as it was understood.
public struct ListPage: Hashable, Sendable {
    /// An invitation of a list, or a member, who counts as an accepted invitation.
    public struct Person: Hashable, Sendable {
        /// The server's id.
        public var id: String
        /// The address that the entry names.
        public var address: EmailAddress
        /// The state of the invitation.
        public var state: InvitationState
        /// When it expires, as the server wrote it.
        public var expiresAt: String?
        /// The roles; `nil` if the server does not say.
        public var roles: [String]?
        /// The groups; `nil` if the server does not say.
        public var groups: [String]?
    }

    /// The invitations or members of the page; empty for other lists.
    public var people: [Person] = []
    /// The roles, groups or organizations of the page; empty for other lists.
    public var resources: [ServerResource] = []
    /// How many entries lack what is needed: an id and, for people, an address. Each may be somebody.
    public var unreadable = 0
    /// Those of them that lack nothing but an id, which is empty.
    var withoutID: [Person] = []
    /// What tells these entries apart: the id, or else all that the entry says.
    var unreadableMarks: Set<KeyHash> = []
    /// How many entries hide the address that they have: it cannot be read, or is masked.
    public var hidden = 0
    /// The addresses in entries that cannot be read, wherever they stand.
    public var mentioned: [EmailAddress] = []
    /// The token of the next page; `nil` on the last page.
    public var nextPageToken: String?
    /// How many entries the whole list has, if the server says so.
    public var total: Int?
    /// Words for a sign that there is more, although no token for it came; `nil` if there is none.
    public var gap: String?

    /// Whether the page has no entries, and something that does not belong to a list.
    private(set) var isBare = false

    /// How many entries the page has.
    public var count: Int { people.count + resources.count + unreadable }

    /// Reads the body of a reply, and what its headers say about more pages.
    ///
    /// The entries are an array under the list's name, `data` or `items`, or the whole body. `null` in its place is an
    /// empty list, and so is an object with nothing but paging in it.
    ///
    /// - Returns: `nil` if it is no such list: not JSON, two values for one name, or anything that is not understood.
    public init?(body: [UInt8], of list: ListRequest.List = .invitations, headers: HTTPHeaders = HTTPHeaders()) {
        guard let value = JSONValue.unambiguous(body), let (elements, beside) = Self.split(value, list),
            !beside.isRefusal
        else { return nil }
        var paging = beside
        paging.take(headers)
        for element in elements { take(element, of: list) }
        // Any server may have an array of something.
        if value.array != nil, count > 0, unreadable == count { return nil }
        guard let token = paging.nextPageToken else { return nil }
        nextPageToken = token.isEmpty ? nil : token
        total = paging.total ?? paging.count.flatMap { $0 > count ? $0 : nil }
        gap = nextPageToken == nil ? paging.gap ?? paging.doubt(count: count) : nil
        isBare = count == 0 && !paging.isAll
    }

    /// The page with words of the server that have no secrets.
    func struck(by secrets: KnownSecrets) -> ListPage {
        var page = self
        page.gap = gap.map(secrets.struck)
        // A list has few roles and groups, and many people.
        var known: [String: String] = [:]
        func struck(_ name: String) -> String {
            if let text = known[name] { return text }
            let text = secrets.struck(name)
            if known.count < 1000 { known[name] = text }
            return text
        }
        for (index, person) in people.enumerated() {
            if let word = person.state.unknownWord { page.people[index].state = .unknown(struck(word)) }
            page.people[index].roles = person.roles?.map(struck)
            page.people[index].groups = person.groups?.map(struck)
        }
        return page
    }

    private mutating func take(_ element: JSONValue, of list: ListRequest.List) {
        switch list {
        case .invitations: keep(Person(invitation: element), element)
        case .members: keep(Person(member: element), element)
        case .roles, .groups, .organizations:
            if let resource = ServerResource(element) { resources.append(resource) } else { unreadable += 1 }
        }
    }

    private mutating func keep(_ person: Person?, _ element: JSONValue) {
        if let person {
            if person.state.holdsBack, AddressLikeness(person.address).isMasked { hidden += 1 }
            if person.state.holdsBack { mentionOthers(element, than: person.address) }
            return people.append(person)
        }
        unreadable += 1
        if let person = Person(withoutID: element) { withoutID.append(person) }
        unreadableMarks.insert(KeyHash(element.id ?? element.serialized))
        // Who was invited once, and is no more, may be invited.
        if CreatedInvitation.state(of: element) == .over { return }
        let known = mentioned.count
        if known < Self.mostMentioned { mention(element, depth: 0) }
        // A machine has no address. An entry that is nothing but an id may be anybody.
        let isBlank = element.members.map { NamedAddresses($0).isBlank } ?? (mentioned.count == known)
        if isBlank { hidden += 1 }
    }

    /// Keeps the addresses that an entry names beside that of its person. Any of them may be who was invited.
    private mutating func mentionOthers(_ element: JSONValue, than address: EmailAddress) {
        let members = element.members ?? []
        // Few entries have any, and many are read.
        guard mentioned.count < Self.mostMentioned, members.contains(where: { $0.name != "email" && $0.value.hasAt })
        else { return }
        let named = NamedAddresses(members)
        mentioned += (named.found + named.elsewhere).filter { $0.key != address.key }
    }

    /// So many addresses of unreadable entries are kept. More than that is no list of people.
    private static let mostMentioned = 10_000

    private mutating func mention(_ value: JSONValue, depth: Int) {
        switch value {
        case .string(let text):
            mentioned += AddressesInText.all(in: text)
        case .array(let elements) where depth < 32: for element in elements { mention(element, depth: depth + 1) }
        case .object(let members) where depth < 32:
            // Who invites is not who is invited.
            for member in members where !NamedAddresses.isOfOthers(member.name) {
                mention(member.value, depth: depth + 1)
            }
        default: break
        }
    }

    /// The entries of a reply, and the paging beside them.
    private static func split(_ value: JSONValue, _ list: ListRequest.List) -> ([JSONValue], ListPaging)? {
        if let elements = value.array { return (elements, ListPaging([])) }
        if value == .null { return ([], ListPaging([])) }
        guard case .object(let members) = value else { return nil }
        for name in [list.name, "data", "items"] {
            guard let found = members.first(where: { $0.name == name }) else { continue }
            let others = members.filter { $0.name != name }
            var beside = ListPaging(others)
            if others.contains(where: { $0.value.array?.contains { $0.id != nil && $0["email"] != nil } ?? false }) {
                beside.note(gap: "it has another list of people beside it")
            }
            // The people may be in a list of another name.
            if found.value.isNothing, others.contains(where: { $0.value.array?.first?.members != nil }) { return nil }
            switch found.value {
            case .array(let elements): return (elements, beside)
            case .null: return ([], beside)
            case .object where name != list.name: return split(found.value, list).map { ($0.0, beside.joined($0.1)) }
            default: return nil
            }
        }
        let paging = ListPaging(members)
        return paging.isAll ? ([], paging) : nil
    }
}

extension ListRequest.List {
    /// The name of the array in the server's reply.
    fileprivate var name: String {
        switch self {
        case .invitations: "invitations"
        case .members: "users"
        case .roles: "roles"
        case .groups: "groups"
        case .organizations: "organizations"
        }
    }
}

extension ListPage.Person {
    /// Reads a member; `nil` without an id or an address. A suspended member is still a member.
    fileprivate init?(member value: JSONValue) {
        guard let id = value.id, let address = value.listedAddress else { return nil }
        self.init(id: "member \(id)", address: address, state: .accepted, roles: value["roles"]?.strings)
    }

    /// Reads an invitation without an id that still holds somebody back; `nil` for any other.
    fileprivate init?(withoutID value: JSONValue) {
        guard value.id == nil, let created = CreatedInvitation(value), created.state.holdsBack,
            let address = value.listedAddress
        else { return nil }
        self.init(
            id: "", address: address, state: created.state, expiresAt: created.expiresAt, roles: created.roles,
            groups: created.groups)
    }

    /// Reads an invitation; `nil` without an id or an address.
    fileprivate init?(invitation value: JSONValue) {
        guard let created = CreatedInvitation(value), let id = created.id, let address = value.listedAddress else {
            return nil
        }
        self.init(
            id: id, address: address, state: created.state, expiresAt: created.expiresAt, roles: created.roles,
            groups: created.groups)
    }
}

extension JSONValue {
    /// The id of a resource: a non-empty text, or a number.
    var id: String? {
        [self["id"], self["uid"]].lazy.compactMap { $0?.plainText }.first { !$0.isEmpty }
    }

    /// The address of an entry: that of its member `email`, or the only one in members for an address.
    fileprivate var listedAddress: EmailAddress? {
        if let text = self["email"]?.string { return ListedAddress.read(text) }
        let named = NamedAddresses(members ?? []).found
        return named.allSatisfy { $0.key == named[0].key } ? named.first : nil
    }

    /// Whether there is a sign for an address somewhere in it.
    fileprivate var hasAt: Bool {
        switch self {
        case .string(let text): text.utf8.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") }
        case .array(let elements): elements.contains(where: \.hasAt)
        case .object(let members): members.contains { $0.value.hasAt }
        default: false
        }
    }

    /// A text, or a number as a text.
    var plainText: String? {
        switch self {
        case .string(let text): text
        case .number: serialized
        default: nil
        }
    }
}
