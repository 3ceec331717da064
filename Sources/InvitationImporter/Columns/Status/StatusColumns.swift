/// Recognises columns that say who is not to be invited, by the words of their names.
///
/// They count in every file, in addition to a preset's rules and to `status`.
enum StatusColumns {
    /// The rule for a column of this name; `nil` if it says nothing about who is in.
    ///
    /// - Parameter prefix: Folded words that the address's column has too: `user_is_active` belongs to `user_email`.
    static func rule(for name: String, beside prefix: Set<String> = []) -> StatusRule? {
        if let list = ListNames.rule(for: name) { return list }
        let folded = ColumnNames.folded(name)
        if ColumnNames.bracketed(name) == "accountenabled" {
            // Entra's template asks whether to block signing in, and names that by its opposite.
            return .skips(name, if: true, as: StatusWord.blocked.rawValue)
        }
        if folded == "userprincipalname" { return .guestName(name) }
        guard let meaning = ColumnMeaning(of: name, beside: prefix) else { return nil }
        var rule = StatusRule(column: name, test: .byName(meaning))
        rule.isOfMembership = folded.hasPrefix("membership")
        return rule
    }

    /// The rule for a column whose name does not tell, though some of its values do.
    static func told(_ name: String, isOfPerson: Bool) -> StatusRule {
        StatusRule(
            column: name, test: .byName(ColumnMeaning(question: .told, isSure: false, needsWord: !isOfPerson)))
    }

    /// The rule for a member that only holds the value of the one around it: `account.state.name`. A number there has
    /// no meaning of its own.
    static func ruleOfParent(of name: String) -> StatusRule? {
        let steps = name.split(separator: ".")
        guard steps.count > 1, let last = steps.last, holders.contains(last.lowercased()) else { return nil }
        guard var rule = rule(for: steps.dropLast().joined(separator: ".")), case .byName(var meaning) = rule.test,
            [.status, .kind].contains(meaning.question)
        else { return nil }
        meaning.isSure = false
        rule.column = name
        rule.test = .byName(meaning)
        return rule
    }

    /// Members that name the object around them.
    static let namers: Set<String> = ["name", "label", "value", "title", "text", "displayname"]
    private static let holders = namers.union(["code", "key"])

    /// The rule for a column that a person names as the status, or that has that name.
    static func status(_ name: String) -> StatusRule {
        StatusRule(column: name, test: .byName(ColumnMeaning(question: .status)))
    }

    /// Whether a column is a status in some files and a part of an address in others.
    static func mayBePlace(_ name: String) -> Bool { ambiguous.contains(ColumnNames.folded(name)) }

    private static let ambiguous: Set<String> = ["state", "estado", "stato", "état", "etat"]
    private static let addresses: Set<String> = [
        "city", "town", "zip", "zipcode", "postalcode", "postcode", "country", "countrycode", "street", "streetaddress",
        "address", "region", "cidade", "ciudad", "cep", "pais", "país", "provincia", "città", "citta", "cap", "paese",
        "ville", "codepostal", "pays", "bairro", "endereço", "dirección", "indirizzo", "addresscity", "homecity",
        // A file with a status besides needs no other.
        "status",
    ]

    /// The rule for a column among others. `state` beside `city` is a part of an address: only a known word such as
    /// `blocked` leaves people out.
    static func rule(_ rule: StatusRule, among columns: ColumnTable) -> StatusRule {
        guard case .byName(var meaning) = rule.test, meaning.question == .status,
            ambiguous.contains(ColumnNames.folded(rule.column)),
            columns.names.contains(where: { addresses.contains(ColumnNames.folded($0)) })
        else { return rule }
        meaning.isSure = false
        var unsure = rule
        unsure.test = .byName(meaning)
        return unsure
    }
}
