/// Recognises a column whose name is nearly one of an invitation: a slip (`rolse`, `emial`), or another language
/// (`Rolle`, `Gruppe`). Nothing is taken from it by a guess. The person is told what to type.
enum NearName {
    /// The fields that are recognised, with their names in other languages, folded.
    private static let translations: [Field: Set<String>] = [
        .email: [
            "mailadresse", "emailadresse", "correo", "correoelectronico", "correoelectrónico", "courriel",
            "adressemail",
            "posta", "indirizzoemail", "correio", "почта", "электроннаяпочта", "邮箱", "电子邮件", "郵箱", "電子郵件", "メール",
            "メールアドレス", "이메일", "eposta",
        ],
        .roles: [
            "rolle", "rollen", "rol", "rôle", "rôles", "ruolo", "ruoli", "papel", "papéis", "função", "rola", "role",
            "rolü",
            "роль", "роли", "角色", "役割", "ロール", "역할",
        ],
        .groups: [
            "gruppe", "gruppen", "groupe", "groupes", "grupo", "grupos", "gruppo", "gruppi", "groep", "groepen",
            "grupa", "grupy",
            "skupina", "skupiny", "grup", "группа", "группы", "组", "群组", "組", "グループ", "그룹",
        ],
    ]

    private static let ours: [Field: [String]] = [
        .email: ["email", "emails", "emailaddress", "mail"], .roles: ["role", "roles"], .groups: ["group", "groups"],
    ]

    /// Whether a column's name is nearly that of a field.
    static func isNear(_ name: String, _ field: Field) -> Bool {
        let folded = ColumnNames.folded(name)
        guard folded.utf8.count >= 3, ColumnNames.field(named: name) == nil else { return false }
        if translations[field]?.contains(folded) == true { return true }
        let written = Array(folded.unicodeScalars)
        return ours[field]?.contains { isSlip(written, of: Array($0.unicodeScalars)) } ?? false
    }

    /// Whether a name has a field's name beside words that change nothing: `user_role`, `Group Names`.
    private static func isLonger(_ name: String, _ field: Field) -> Bool {
        let words = NameWords.split(name)
        let isOwn = { (word: String) in
            ours[field]?.contains(word) == true || translations[field]?.contains(word) == true
        }
        guard words.count > 1, words.contains(where: isOwn) else {
            return longer[field]?.contains(ColumnNames.folded(name)) == true
        }
        return words.allSatisfy { isOwn($0) || beside.contains($0) }
    }

    private static let longer: [Field: Set<String>] = [
        .roles: [
            "permission", "permissions", "accesslevel", "userrole", "userroles", "rolename", "rolenames", "rights",
        ],
        .groups: ["usergroup", "usergroups", "groupname", "groupnames", "membergroups"],
    ]
    private static let beside: Set<String> = [
        "user", "users", "member", "members", "account", "accounts", "name", "names", "id", "ids", "list", "lists",
        "assigned",
        "access", "default", "key", "keys", "slug", "system", "org", "organization", "workspace", "team", "benutzer",
        "utilisateur", "usuario", "utente", "gebruiker",
    ]

    /// Whether a word is another one with two letters swapped, one added or one missing; in a longer word also with one
    /// letter replaced. A short word with another letter is a word of its own: rules, mole.
    private static func isSlip(_ written: [UnicodeScalar], of word: [UnicodeScalar]) -> Bool {
        guard abs(written.count - word.count) <= 1, min(written.count, word.count) >= 4 else { return false }
        let start = zip(written, word).prefix { $0 == $1 }.count
        let rest = min(written.count, word.count) - start
        let end = zip(written.reversed(), word.reversed()).prefix(rest).prefix { $0 == $1 }.count
        switch (written.count - start - end, word.count - start - end) {
        case (0, 1), (1, 0): return true
        case (2, 2): return written[start] == word[start + 1] && written[start + 1] == word[start]
        case (1, 1): return word.count >= 6
        default: return false
        }
    }

    /// Warnings about columns that nearly have the name of a field which no column gives.
    ///
    /// - Parameter isForeign: Whether the file comes from a known system. Its own roles are no news then.
    static func warnings(_ columns: [String], _ fields: FieldMap, isForeign: Bool) -> [InputWarning] {
        [Field.roles, .groups].flatMap { field -> [InputWarning] in
            guard fields[source: field] == nil else { return [] }
            let near = columns.indices.first { index in
                !fields.givesField(column: index)
                    && (isNear(columns[index], field) || !isForeign && isLonger(columns[index], field))
            }
            guard let near else { return [] }
            let shown = Printable.escape(columns[near], limit: 60)
            let typed = ShellWord.quoted(columns[near]) ?? "COLUMN"
            return [
                InputWarning(
                    "column-near",
                    "Nothing is taken from the column \"\(shown)\". If it has the \(field.rawValue): --map "
                        + "\(field.rawValue)=\(typed)")
            ]
        }
    }
}
