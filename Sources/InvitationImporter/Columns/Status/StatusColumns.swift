/// Columns that tell who is not to be invited, by the words of their names.
///
/// They count in every file, besides what a preset says and besides `status`.
enum StatusColumns {
    /// How a column of this name is read; `nil` if it is none.
    ///
    /// - Parameter prefix: Words, folded, that the column of the address has too: who takes `user_email` takes
    ///   `user_is_active`.
    static func rule(for name: String, beside prefix: Set<String> = []) -> StatusRule? {
        let folded = ColumnNames.folded(name)
        if ColumnNames.bracketed(name) == "accountenabled" {
            // The template of Entra asks whether to block signing in, and calls that by the name of the opposite.
            return .skips(name, if: true, as: StatusWord.blocked.rawValue)
        }
        if folded == "userprincipalname" { return .guestName(name) }
        guard let meaning = ColumnMeaning(of: name, beside: prefix) else { return nil }
        var rule = StatusRule(column: name, test: .byName(meaning))
        rule.isOfMembership = folded.hasPrefix("membership")
        return rule
    }

    /// How the column is read that a person says is the status, or that is called so.
    static func status(_ name: String) -> StatusRule {
        StatusRule(column: name, test: .byName(ColumnMeaning(question: .status)))
    }

    /// A status in some files, and a part of an address in others.
    private static let ambiguous: Set<String> = ["state", "estado", "stato", "état", "etat"]
    private static let addresses: Set<String> = [
        "city", "town", "zip", "zipcode", "postalcode", "postcode", "country", "countrycode", "street", "streetaddress",
        "address", "region", "cidade", "ciudad", "cep", "pais", "país", "provincia", "città", "citta", "cap", "paese",
        "ville", "codepostal", "pays", "bairro", "endereço", "dirección", "indirizzo", "addresscity", "homecity",
        // Whoever has a status besides needs no other.
        "status",
    ]

    /// How a column is read among others: `state` beside `city` is a part of an address, of which only a known word
    /// like `blocked` leaves people out.
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
