import CurlMulti

/// A refusal that says that something is there already.
///
/// A part of a sentence proves nothing: "too many people are already invited" is about others. Without a list, a
/// sentence is believed only if it says that this person is invited or a member, and nothing else.
struct AlreadySentence {
    /// The server's words in lower case, with this person's address as `*`.
    private let words: [Substring]
    private let code: String

    /// Takes the words of a refusal.
    init(_ message: ServerMessage, about invitation: Invitation) {
        words = message.words(without: invitation).split { !($0.isLetter || $0.isNumber || $0 == "*" || $0 == "_") }
        code = message.code?.uppercased() ?? ""
    }

    /// Whether it is about something that is there already, of any kind.
    var isAbout: Bool {
        code.hasPrefix("ALREADY") || code.hasPrefix("DUPLICATE")
            || words.contains { ["already", "exists", "exist", "duplicate", "duplicated", "taken"].contains($0) }
    }

    /// What it says about this person and nothing else; `nil` if that is not certain.
    var claim: Outcome? {
        switch code {
        case "ALREADY_MEMBER" where words.isEmpty: return .alreadyMember
        case "ALREADY_INVITED" where words.isEmpty: return .alreadyInvited
        default: break
        }
        return AlreadyGrammar.claim(words.map(String.init))
    }
}

extension ServerReply {
    /// Whether somebody is named as the one whom the body is about, and is not the invited person.
    func namesPerson(otherThan invitation: Invitation) -> Bool {
        let members = JSONValue.unambiguous(exchange.body)?.members ?? []
        let named = NamedAddresses(members)
        return (named.found + named.elsewhere).contains {
            InvitationKey(organization: invitation.organization, email: $0) != invitation.key
        }
    }

    /// Whether a member of the body names an organization, and not this one.
    func namesOrganization(otherThan own: String) -> Bool {
        JSONValue.unambiguous(exchange.body).map { Self.names($0, own, depth: 0) } ?? false
    }

    private static func names(_ value: JSONValue, _ own: String, depth: Int) -> Bool {
        guard depth < 4 else { return false }
        if let elements = value.array { return elements.contains { names($0, own, depth: depth + 1) } }
        return (value.members ?? []).contains { member in
            let isPlace = NameWords.split(member.name).contains {
                ["organization", "organisation", "org", "tenant", "workspace"].contains($0)
            }
            guard isPlace else { return names(member.value, own, depth: depth + 1) }
            let named = [member.value, member.value["id"], member.value["uid"], member.value["name"]]
                .compactMap { $0?.plainText?.lowercased() }
            return !named.isEmpty && !named.contains(own.lowercased())
        }
    }
}

/// The sentences that say of a person, and of nothing else, that they are invited or a member.
///
/// `SUBJECT is already a member of the team`, `SUBJECT has already been invited`, `an invitation for SUBJECT already
/// exists`, or the same without a subject. Who has invited somebody, or what a team is a member of, is another matter.
private enum AlreadyGrammar {
    static func claim(_ words: [String]) -> Outcome? {
        let parts = words.split(separator: "already", omittingEmptySubsequences: false).map(Array.init)
        guard parts.count == 2 else { return nil }
        var (subject, said) = (parts[0], parts[1])
        // The verb may stand before or after the word.
        var verb: [String] = []
        for form in verbs where subject.suffix(form.count) == form[...] {
            verb = form
            subject.removeLast(form.count)
            break
        }
        for form in verbs where verb.isEmpty && said.starts(with: form) {
            verb = form
            said.removeFirst(form.count)
            break
        }
        if verb == ["has"], said.first == "been" {
            verb = ["has", "been"]
            said.removeFirst()
        }
        let state = Array(said.prefix { !prepositions.contains($0) }).filter { !articles.contains($0) }
        let place = said.drop { !prepositions.contains($0) }
        guard isPlace(place, isOfInvitation: isInvitation(subject)) else { return nil }
        if isInvitation(subject) { return invitationStates.contains(state) ? .alreadyInvited : nil }
        guard isPerson(subject) else { return nil }
        switch (verb, state) {
        case (["has"], ["invitation"]), (["has"], ["invite"]), (["has"], ["pending", "invitation"]),
            (["has"], ["pending", "invite"]), (["has"], ["active", "invitation"]):
            return .alreadyInvited
        case (["has"], _): return nil
        case (["has", "been"], ["member"]), (["was"], ["member"]): return nil
        case (_, ["member"]), (_, ["active", "member"]): return .alreadyMember
        case (_, ["invited"]), (_, ["pending"]): return .alreadyInvited
        default: return nil
        }
    }

    /// The person themselves, or nobody named.
    private static func isPerson(_ words: [String]) -> Bool {
        let rest = words.filter { !articles.contains($0) && $0 != "currently" }
        return rest.allSatisfy(person.contains) && (rest.isEmpty || rest.contains(where: names.contains))
    }

    private static func isInvitation(_ words: [String]) -> Bool {
        let rest = words.filter { !articles.contains($0) && !["pending", "active"].contains($0) }
        guard let first = rest.first, ["invitation", "invite"].contains(first) else { return false }
        return isPlace(rest.dropFirst(), isOfInvitation: true)
    }

    /// Where or for whom: `of the team`, `for this email`, or nothing.
    ///
    /// - Parameter isOfInvitation: Whether it follows an invitation, which is for a person and not for a team.
    private static func isPlace(_ words: some Collection<String>, isOfInvitation: Bool) -> Bool {
        guard let first = words.first else { return true }
        if isOfInvitation, ["for", "to"].contains(first), !words.contains(where: names.contains) { return false }
        // Who has invited somebody is another matter.
        let isByOthers = zip(words, words.dropFirst()).contains { $0 == "by" && !["e", "email", "mail"].contains($1) }
        return prepositions.contains(first) && !isByOthers
            && words.allSatisfy {
                prepositions.contains($0) || articles.contains($0) || $0 == "your" || person.contains($0)
                    || groups.contains($0)
            }
    }

    private static let verbs = [["has", "been"], ["is", "currently"], ["is"], ["was"], ["has"]]
    private static let articles: Set<String> = ["a", "an", "the", "this", "that"]
    private static let prepositions: Set<String> = ["of", "in", "to", "for", "by"]
    private static let person: Set<String> = [
        "*", "user", "person", "email", "e", "mail", "address", "account", "with",
    ]
    /// The words of those that name the person. An account alone may be the one that asks.
    private static let names: Set<String> = ["*", "user", "person", "email", "mail", "address"]
    private static let groups: Set<String> = ["organization", "organisation", "org", "team", "workspace"]
    private static let invitationStates: Set<[String]> = [
        ["exists"], ["exist"], ["pending"], ["sent"], ["there"], ["active"], ["been", "sent"],
    ]
}
