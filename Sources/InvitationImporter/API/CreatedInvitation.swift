/// An invitation as the server describes it in a reply. No field is sure to be there.
public struct CreatedInvitation: Hashable, Sendable {
    /// The server's id, which `revoke` and `status` need.
    public var id: String?
    /// The address.
    public var email: String?
    /// The roles.
    public var roles: [String]?
    /// The groups.
    public var groups: [String]?
    /// The state of the invitation.
    public var state: InvitationState
    /// When the link in the mail stops working, as the server wrote it.
    public var expiresAt: String?
    /// What else the server says that a person should know, such as that the mail could not be sent.
    public var remarks: [String]

    /// Reads an invitation, bare or inside `{"invitation":…}` or `{"data":…}`; `nil` if it is not one.
    ///
    /// An invitation has an id or an address.
    public init?(_ value: JSONValue) {
        let value = value["invitation"] ?? value["data"] ?? value
        guard case .object(let members) = value else { return nil }
        id = value.id
        email = value["email"]?.string
        guard id != nil || email != nil else { return nil }
        roles = value["roles"]?.strings ?? value["role"]?.string.map { [$0] }
        groups = value["groups"]?.strings
        state = Self.state(of: value)
        expiresAt = value["expiresAt"]?.string
        remarks = members.compactMap(Self.remark)
    }

    /// The state of an invitation, whatever else it lacks. Of two that differ, neither is believed.
    static func state(of invitation: JSONValue) -> InvitationState {
        let states = [invitation["status"], invitation["state"]].compactMap(\.self).map { state(word: $0) }
        let members = invitation.members ?? []
        let isContradicted = states.contains(.over) && members.contains { contradictsOver($0, invitation) }
        return Set(states).count > 1 || isContradicted ? .unknown("two different states") : states.first ?? .waiting
    }

    /// Whether a member says that an invitation which is over is not: `pending: true`, `expired: false` where its state
    /// is `expired`, a time in `acceptedAt`, another state that is not over.
    private static func contradictsOver(_ member: JSONValue.Member, _ invitation: JSONValue) -> Bool {
        let words = NameWords.split(member.name).filter { !["is", "was", "has", "been", "invitation"].contains($0) }
        guard let last = words.last else { return false }
        if ["status", "state"].contains(last) { return state(word: member.value) != .over }
        // `statusLabel`, `displayState`.
        if words.contains(where: ["status", "state"].contains), let text = member.value.string,
            [.waiting, .accepted].contains(InvitationState(word: text))
        {
            return true
        }
        if words.contains(where: isRenewal), member.value == .bool(true) || member.value.isTime { return true }
        let word = last == "at" || last == "on" ? words.dropLast().last ?? "" : last
        let isIn = ["active", "member", "valid", "live", "joined"].contains(word)
        let isOpen = isIn || [.waiting, .accepted].contains(InvitationState(word: word))
        switch member.value {
        case .bool(true): return words.count == 1 && isOpen
        case .bool(false):
            let said = (invitation["status"] ?? invitation["state"])?.plainText ?? ""
            return words.count == 1 && NameWords.split(said).last == word
        default: return word != last && (isIn || word == "accepted") && member.value.isTime
        }
    }

    /// Whether a word says that something was made valid once more: `renewed`, `resentAt`.
    private static func isRenewal(_ word: String) -> Bool {
        ["resent", "renew", "reissu", "reactivat", "reopen", "restor", "reinstat", "reinvit"]
            .contains(where: word.hasPrefix)
    }

    private static func state(word value: JSONValue) -> InvitationState {
        value == .null ? .unknown("null") : InvitationState(word: value.plainText ?? "")
    }

    /// The differences between what the server made and what was asked for; empty if there are none.
    public func differences(from asked: Invitation) -> [String] {
        var found: [String] = []
        if let roles, Set(roles) != Set(asked.roles) {
            found.append("roles are \(roles.joined(separator: ";")), asked for \(asked.roles.joined(separator: ";"))")
        }
        if let groups, Set(groups) != Set(asked.groups) {
            found.append(
                "groups are \(groups.joined(separator: ";")), asked for \(asked.groups.joined(separator: ";"))")
        }
        return (found + remarks).map { Printable.escape($0, limit: 300) }
    }

    /// A member's news for a person: a warning, or that no mail went out; else `nil`.
    private static func remark(_ member: JSONValue.Member) -> String? {
        let name = member.name.lowercased()
        // Whom it is for says nothing about the mail: `ann.skipper@` was not skipped.
        if name == "email" { return nil }
        switch member.value {
        case .bool(let isTrue) where !isTrue && ["sent", "mail", "deliver", "notif"].contains(where: name.holds):
            return "\(member.name): false"
        case .string(let text) where !text.isEmpty:
            if name.holds("warn") { return text }
            guard ["mail", "sen", "deliver", "notif", "status"].contains(where: name.holds) else { return nil }
            let word = text.lowercased()
            let isBad = ["fail", "error", "bounce", "not_", "not ", "unsent", "skip", "suppress"].contains(
                where: word.holds)
            return isBad ? "\(member.name): \(text)" : nil
        case .array(let elements) where name.holds("warn"):
            let texts = elements.compactMap { $0.string ?? $0["message"]?.string }
            return texts.isEmpty ? nil : texts.joined(separator: "; ")
        default: return nil
        }
    }
}

extension CreatedInvitation {
    /// The invitation, if the whole body of a success describes the one that was asked for and contains no
    /// contradiction; else `nil`.
    ///
    /// Contradictions are a ``Refusal`` in it or beside it, no address but another person's, and a state that is over
    /// or not known.
    static func isDescribed(_ body: JSONValue, asked: Invitation) -> CreatedInvitation? {
        guard case .object(let members) = body, let created = CreatedInvitation(body), created.state.mayBeNew,
            !Refusal(of: asked).isIn(members), created.id != asked.organization, !isSomethingElse(members)
        else { return nil }
        let addresses = NamedAddresses(members)
        if addresses.found.isEmpty, addresses.isBlank { return nil }
        let named = addresses.found.isEmpty ? addresses.elsewhere : addresses.found
        // Anything has an id. Without an address, only an object that looks like an invitation is one.
        if named.isEmpty, !members.allSatisfy(isOfInvitation) { return nil }
        // A server may write the address in another form. It still has to be this person's.
        let isTheirs =
            named.isEmpty
            || named.contains { InvitationKey(organization: asked.organization, email: $0) == asked.key }
        return isTheirs ? created : nil
    }

    /// Whether it names itself something that is no invitation, or has an id that is none.
    private static func isSomethingElse(_ members: [JSONValue.Member]) -> Bool {
        members.contains { member in
            switch member.name.lowercased() {
            case "id", "uid": ["", "0"].contains(member.value.plainText) || member.value.isNoID
            case "kind", "type", "object": member.value.string.map { otherThings.contains($0.lowercased()) } ?? false
            case "name": member.value.string?.hasPrefix("operations/") ?? false
            default: false
            }
        }
    }

    private static let otherThings: Set<String> = [
        "user", "account", "person", "contact", "member", "organization", "team", "job", "task", "operation", "event",
        "request", "draft", "preview",
    ]

    /// Whether a member belongs to an invitation.
    private static func isOfInvitation(_ member: JSONValue.Member) -> Bool {
        if member.value.isNothing { return true }
        let words = NameWords.split(member.name)
        if ["data", "invitation"].contains(member.name), let inner = member.value.members {
            return inner.allSatisfy(isOfInvitation)
        }
        if ["kind", "type", "object"].contains(words.last) {
            return member.value.string?.lowercased().holds("invit") ?? false
        }
        return words.last.map(ownNames.contains) ?? false
    }

    /// The last words of the names of its members.
    private static let ownNames: Set<String> = [
        "id", "uid", "email", "mail", "at", "status", "state", "role", "roles", "group", "groups", "link", "links",
        "url", "name", "organization", "org", "message", "success", "ok", "created", "meta", "version", "code", "sent",
        "inviter", "by", "warning", "warnings",
    ]
}

extension InvitationState {
    /// Whether an invitation that was just made can be in this state.
    fileprivate var mayBeNew: Bool {
        switch self {
        case .waiting, .accepted: true
        case .over, .unknown: false
        }
    }
}

extension JSONValue {
    /// Whether it is no id of any kind: a yes or a no, or something empty.
    fileprivate var isNoID: Bool {
        switch self {
        case .bool, .array([]), .object([]): true
        default: false
        }
    }
}
