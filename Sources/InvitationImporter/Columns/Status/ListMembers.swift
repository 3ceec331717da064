/// Names of members in lists below a person: `accounts[].status`.
///
/// A list below a person is mostly one of other things: devices, invoices, children. Its members say who is in only if
/// the list is one of what makes somebody a member: accounts, employments, contracts, addresses.
enum ListMembers {
    /// Whether a name is that of a member in a list of something else.
    static func isOfOther(_ name: String) -> Bool { reading(of: name) == nil }

    /// A member's name as that of a column, with each list in the singular: `account.status`; `nil` for a member of
    /// something else. Any other name stays.
    static func reading(of name: String) -> String? {
        var read = ""
        var rest = name[...]
        while let open = rest.firstIndex(of: "[") {
            let list = rest[..<open].split(separator: ".").last.map(String.init) ?? ""
            let inner = rest[open...].prefix { $0 != "]" }
            guard let singular = singular(of: list, isChosen: inner.count > 1) else { return nil }
            read += rest[..<open].dropLast(list.count) + singular
            rest = rest[open...].dropFirst(inner.count + 1)
        }
        return read + rest
    }

    /// - Parameter isChosen: Whether the elements that count are marked: the current ones of a history.
    private static func singular(of list: String, isChosen: Bool) -> String? {
        let words = StatusTokens(list).all.map(\.text)
        if !isChosen, words.contains(where: others.contains) { return nil }
        guard let last = words.last(where: { lists.contains(singular($0)) }) else { return nil }
        return (words.prefix { $0 != last } + [singular(last)]).joined(separator: " ")
    }

    private static func singular(_ word: String) -> String {
        if lists.contains(word) { return word }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if word.hasSuffix("es"), lists.contains(String(word.dropLast(2))) { return String(word.dropLast(2)) }
        return word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    private static let others: Set<String> = [
        "previous", "former", "past", "history", "historical", "manager", "managers", "team", "device", "devices",
    ]

    private static let lists: Set<String> = [
        "account", "acct", "profile", "identity", "membership", "employment", "job", "position", "contract",
        "assignment",
        "enrollment", "enrolment", "engagement", "appointment", "registration", "login", "status", "state", "email",
        "mail",
        "mailbox", "affiliation", "attribute", "property", "field", "konto", "konten", "benutzerkonto",
        "benutzerkonten",
        "vertrag", "vertrage", "arbeitsvertrag", "beschaftigung", "beschaftigungen", "anstellung", "anstellungen",
        "mitgliedschaft", "mitgliedschaften", "compte", "contrat", "emploi", "poste", "adhesion", "cuenta", "contrato",
        "empleo", "membresia", "conto", "conti", "contratto", "contratti", "conta", "emprego", "contracten",
        "dienstverband", "dienstverbanden", "lidmaatschap", "konta", "umowa", "umowy", "ucet", "ucty", "smlouva",
        "smlouvy",
        "аккаунт", "аккаунты", "договор", "договоры", "hesap", "hesaplar", "sozlesme", "sozlesmeler", "账户", "账号", "帐户",
        "合同",
        "契約", "アカウント", "계정", "계약",
    ]
}
