/// Finds a second column of addresses, whatever its name, so that nobody is mailed at the wrong one.
///
/// It is used only where neither a person nor a known system says which column is the address. Columns of other people
/// (`Manager Email`), of second addresses by their name (`Recovery Email`) and of login names do not count.
struct RivalAddresses: Sendable {
    /// For each column, whether its name could be that of the person's address.
    private var mayBe: [Bool] = []

    /// The column of the address and another one, if they have different addresses in this row; else `nil`.
    mutating func rivals(in record: Record, _ names: [String], _ fields: FieldMap) -> (Int, Int)? {
        while mayBe.count < names.count { mayBe.append(Self.mayBeAddress(names[mayBe.count])) }
        guard let column = fields[.email], let email = fields.value(.email, in: record)?.string else { return nil }
        for index in 0..<min(record.values.count, names.count) where mayBe[index] && index != column {
            guard let other = record.values[index]?.string, other.utf8.contains(UInt8(ascii: "@")) else { continue }
            guard !fields.uses(column: index), Self.differ(email, other) else { continue }
            return (column, index)
        }
        return nil
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
        let isMail = words.contains { $0.contains("mail") || $0.contains("address") || $0.contains("adresse") }
        return isMail || words.isDisjoint(with: logins)
    }

    private static let otherPeople: Set<String> = [
        "manager", "supervisor", "boss", "assistant", "owner", "sponsor", "referrer", "referred", "referral", "inviter",
        "by", "creator", "author", "approver", "reviewer", "mentor", "coach", "parent", "guardian", "mother", "father",
        "spouse", "emergency", "kin", "reports", "reportsto", "director", "recruiter", "agent", "delegate", "sender",
        "reply", "cc", "bcc", "vorgesetzter", "vorgesetzte", "leiter", "leiterin", "betreuer", "betreuerin", "besitzer",
        "responsable", "supérieur", "jefe", "gerente", "superior", "managed", "managedby", "createdby", "invitedby",
        "lead", "teamlead", "customer", "client", "support", "contactperson",
    ]

    private static let secondOnes: Set<String> = [
        "secondary", "recovery", "backup", "alternate", "alternative", "alternativ", "alternativa", "other", "others",
        "additional", "previous", "old", "former", "legacy", "unconfirmed", "alias", "aliases", "proxy", "forward",
        "forwarding", "notification", "notifications", "rescue", "fallback", "zweit", "zweite", "ersatz", "secours",
        "secundario", "secundaria", "recuperación", "billing", "invoice", "hidden", "masked", "hash", "public",
        "commit",
    ]

    private static let logins: Set<String> = [
        "user", "username", "login", "logon", "loginname", "upn", "principal", "userprincipalname", "uid", "id",
        "userid",
        "account", "accountname", "sam", "samaccountname", "nick", "nickname", "handle", "identifier", "identity",
        "sub",
        "subject", "sip", "saml", "sso", "benutzer", "benutzername", "anmeldename", "konto", "utilisateur",
        "identifiant",
        "usuario", "utente", "key", "dn", "note", "notes", "comment", "comments", "description", "url", "link",
        "homepage",
    ]
}
