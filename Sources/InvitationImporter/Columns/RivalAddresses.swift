/// Finds a second column of addresses, whatever its name, so that nobody is mailed at the wrong one.
///
/// It is used only where neither a person nor a known system says which column is the address. Columns of other people
/// (`Manager Email`), of second addresses by their name (`Recovery Email`) and of login names do not count.
struct RivalAddresses: Sendable {
    /// For each column, whether its name could be that of the person's address.
    private var mayBe: [Bool] = []
    /// The members whose names could be, and how many members were judged.
    private var members: [Int] = []
    private var judged = 0

    /// The names of the address and of another one, if they differ in this row; else `nil`.
    mutating func rivals(
        in record: Record, _ names: [String], _ tree: MemberTree, _ fields: FieldMap
    ) -> (String, String)? {
        while mayBe.count < names.count { mayBe.append(Self.mayBeAddress(names[mayBe.count])) }
        while judged < tree.nodes.count {
            if Self.mayBeAddress(member: tree.nodes[judged]) { members.append(judged) }
            judged += 1
        }
        guard let place = fields[source: .email]?.alternatives.first?.first,
            let email = fields.value(.email, in: record)?.string, place.column < names.count
        else { return nil }
        func name() -> String { tree.nodes.first { $0.location == place }?.name ?? names[place.column] }
        for index in 0..<min(record.values.count, names.count) where mayBe[index] && index != place.column {
            guard let value = record.values[index], value.array == nil, !fields.uses(column: index),
                Self.differ(email, value)
            else { continue }
            return (name(), names[index])
        }
        for node in members.map({ tree.nodes[$0] }) where !node.isObject {
            guard node.location != place, !fields.takes(from: node.location),
                let value = node.location.value(in: record), Self.differ(email, value)
            else { continue }
            return (name(), node.name)
        }
        return nil
    }

    /// Whether a value has addresses, and none of them is this one.
    private static func differ(_ email: String, _ value: JSONValue) -> Bool {
        let others = value.string.map { [$0] } ?? value.strings ?? []
        let addresses = others.filter { $0.utf8.contains(UInt8(ascii: "@")) }
        return !addresses.isEmpty && addresses.allSatisfy { differ(email, $0) }
    }

    private static func differ(_ first: String, _ second: String) -> Bool {
        if first == second { return false }
        let (first, second) = (EmailAddress.check(first), EmailAddress.check(second))
        guard let one = first.address, let other = second.address else { return false }
        return one.key != other.key && !second.problems.contains { $0.code == .emailDotless || $0.code == .emailQuoted }
    }

    private static func mayBeAddress(_ name: String) -> Bool {
        let words = Set(NameWords.split(name).map { word in String(word.filter { !$0.isNumber }) })
        guard words.isDisjoint(with: otherPeople), words.isDisjoint(with: secondOnes) else { return false }
        if !words.isDisjoint(with: chats) { return false }
        let isMail = words.contains { $0.contains("mail") || $0.contains("address") || $0.contains("adresse") }
        return isMail || words.isDisjoint(with: logins)
    }

    /// Whether a member may be the person's address: its name says mail, and all that is around it is about the person.
    /// A list of addresses has further ones.
    private static func mayBeAddress(member node: MemberTree.Node) -> Bool {
        guard !node.location.steps.isEmpty, node.location.list == nil, let read = ListMembers.reading(of: node.name)
        else { return false }
        let steps = read.split(separator: ".").map(String.init)
        guard let last = steps.last, mayBeAddress(last), node.name.last != "]" else { return false }
        let isMail =
            NameWords.split(last).contains { $0.contains("mail") } || ColumnNames.field(named: last) == .email
        return isMail && steps.dropLast().allSatisfy { step in NameWords.split(step).allSatisfy(around.contains) }
    }

    /// Objects around a person's own address.
    private static let around: Set<String> = [
        "user", "person", "people", "contact", "contacts", "profile", "account", "login", "identity", "member",
        "employee", "work",
        "private", "personal", "home", "business", "attribute", "attributes", "field", "fields", "data", "detail",
        "details",
        "info", "information", "custom", "properties", "metadata", "meta", "email", "mail", "emails", "basic",
        "general",
        "traits", "claims", "credentials", "benutzer", "konto", "kontakt", "utilisateur", "compte", "usuario", "cuenta",
        "utente", "gebruiker", "my", "own", "primary", "main", "new", "current",
    ]

    private static let otherPeople: Set<String> = [
        "manager", "supervisor", "boss", "assistant", "owner", "sponsor", "referrer", "referred", "referral", "inviter",
        "by", "creator", "author", "approver", "reviewer", "mentor", "coach", "parent", "guardian", "mother", "father",
        "spouse", "emergency", "kin", "reports", "reportsto", "director", "recruiter", "agent", "delegate", "sender",
        "reply", "cc", "bcc", "vorgesetzter", "vorgesetzte", "leiter", "leiterin", "betreuer", "betreuerin", "besitzer",
        "responsable", "supérieur", "jefe", "gerente", "superior", "managed", "managedby", "createdby", "invitedby",
        "lead", "teamlead", "hr", "partner", "customer", "client", "support", "contactperson",
    ]

    private static let secondOnes: Set<String> = [
        "secondary", "second", "recovery", "backup", "alternate", "alternative", "alternativ", "alternativa", "other",
        "others",
        "additional", "previous", "old", "former", "legacy", "unconfirmed", "alias", "aliases", "proxy", "forward",
        "forwarding", "notification", "notifications", "rescue", "fallback", "zweit", "zweite", "ersatz", "secours",
        "secundario", "secundaria", "recuperación", "billing", "invoice", "hidden", "masked", "hash", "public",
        "commit",
    ]

    /// `sip_address` is one of a telephone.
    private static let chats: Set<String> = ["sip", "jabber", "xmpp", "skype", "im"]

    private static let logins: Set<String> = [
        "user", "username", "login", "logon", "loginname", "upn", "principal", "userprincipalname", "uid", "id",
        "userid",
        "account", "accountname", "sam", "samaccountname", "nick", "nickname", "handle", "identifier", "identity",
        "sub",
        "subject", "jabber", "xmpp", "skype", "im", "sip", "saml", "sso", "benutzer", "benutzername", "anmeldename",
        "konto", "utilisateur",
        "identifiant",
        "usuario", "utente", "key", "dn", "note", "notes", "comment", "comments", "description", "url", "link",
        "homepage",
    ]
}
