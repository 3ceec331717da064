/// The addresses that a reply names as the invited person's.
struct NamedAddresses {
    /// Those in members for an address.
    private(set) var found: [EmailAddress] = []
    /// Those in other members.
    private(set) var elsewhere: [EmailAddress] = []
    /// Whether there is a member for an address, and nothing that can be read in it.
    private(set) var isBlank = false

    /// Reads the members of a reply.
    init(_ members: [JSONValue.Member]) {
        for member in members { take(member, depth: 0, isForAddress: false) }
    }

    /// Whether a member is about somebody else: who invites is not who is invited.
    static func isOfOthers(_ name: String) -> Bool { NameWords.split(name).contains(where: others.contains) }

    private mutating func take(_ member: JSONValue.Member, depth: Int, isForAddress outer: Bool) {
        let words = NameWords.split(member.name)
        // The invitation's own words may come back, and name anybody.
        let isText = words == ["message"] || Self.texts.contains(words.last ?? "")
        if isText || words.contains(where: Self.others.contains) { return }
        let isForAddress =
            ["email", "mail"].contains(words.last ?? "") || words.suffix(2) == ["email", "address"]
            || outer && ["value", "address"].contains(words.last ?? "")
        switch member.value {
        case .object(let inner) where depth < 4:
            for member in inner { take(member, depth: depth + 1, isForAddress: isForAddress) }
        case .array(let elements) where depth < 4:
            for element in elements {
                take(JSONValue.Member(member.name, element), depth: depth + 1, isForAddress: outer)
            }
        case .string(let text) where isForAddress:
            if let address = ListedAddress.read(text) { found.append(address) } else { isBlank = true }
        case .string(let text) where text.utf8.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") }:
            elsewhere += AddressesInText.all(in: text)
        case .null where isForAddress: isBlank = true
        default: break
        }
    }

    /// Names of what people write, and may name anybody in.
    private static let texts: Set<String> = ["note", "notes", "comment", "comments", "remark", "remarks"]
    private static let others: Set<String> = [
        "by", "from", "sender", "inviter", "creator", "created", "owner", "author", "admin", "support", "contact",
        "reply", "manager", "supervisor", "boss", "notify", "cc", "bcc", "approver", "approved", "requester",
        "requested",
        "assignee", "modified", "updated",
    ]
}
