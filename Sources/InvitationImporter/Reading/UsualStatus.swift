/// Columns that tell who is not to be invited, under the names that many systems use for them.
///
/// They count in every file, besides what a preset says and besides `status`.
enum UsualStatus {
    /// How a column of this name is read; `nil` if it is none.
    static func rule(for name: String) -> StatusRule? {
        let folded = ColumnNames.folded(name)
        var rule: StatusRule
        if ColumnNames.bracketed(name) == "accountenabled" {
            // The template of Entra asks whether to block signing in, and calls that by the name of the opposite.
            rule = .skips(name, if: true, as: "blocked")
        } else if let state = bad[folded] {
            rule = .skips(name, if: true, as: state)
        } else if let state = good[folded] {
            rule = .skips(name, if: false, as: state)
        } else if let state = times[folded] {
            rule = .skipsUnlessBlank(name, as: state)
        } else if words.contains(folded) {
            rule = StatusRule(column: name, test: .usualWords)
        } else {
            return nil
        }
        rule.isOfMembership = folded.hasPrefix("membership")
        return rule
    }

    /// A no in these leaves people out.
    private static let good = [
        "accountenabled": "disabled", "enabled": "disabled", "isenabled": "disabled", "userenabled": "disabled",
        "active": "inactive", "isactive": "inactive", "useractive": "inactive", "accountactive": "inactive",
        "activeuser": "inactive",
        // German, French, Spanish, Portuguese, Italian, Dutch, Polish
        "aktiv": "inactive", "aktiviert": "disabled", "kontoaktiv": "inactive", "kontoaktiviert": "disabled",
        "actif": "inactive", "activé": "disabled", "activo": "inactive", "habilitado": "disabled", "ativo": "inactive",
        "attivo": "inactive", "abilitato": "disabled", "actief": "inactive", "ingeschakeld": "disabled",
        "aktywny": "inactive",
    ]

    /// A yes in these leaves people out.
    private static let bad: [String: String] = {
        let states = [
            "blocked": "blocked", "locked": "blocked", "lockedout": "blocked", "banned": "banned",
            "disabled": "disabled", "suspended": "suspended", "deactivated": "deactivated", "deleted": "deleted",
            "archived": "archived", "inactive": "inactive",
        ]
        var names = [
            "blocksignin": "blocked",
            // German, French, Spanish, Portuguese, Italian, Dutch, Polish
            "gesperrt": "blocked", "kontogesperrt": "blocked", "blockiert": "blocked", "deaktiviert": "deactivated",
            "suspendiert": "suspended", "gelöscht": "deleted", "archiviert": "archived", "bloqué": "blocked",
            "désactivé": "deactivated", "suspendu": "suspended", "supprimé": "deleted", "archivé": "archived",
            "bloqueado": "blocked", "desactivado": "deactivated", "suspendido": "suspended", "eliminado": "deleted",
            "desativado": "deactivated", "suspenso": "suspended", "bloccato": "blocked", "disattivato": "deactivated",
            "sospeso": "suspended", "geblokkeerd": "blocked", "gedeactiveerd": "deactivated",
            "uitgeschakeld": "disabled", "zablokowany": "blocked",
        ]
        for (name, state) in states {
            for name in [name, "is" + name, "user" + name, "account" + name] { names[name] = state }
        }
        for state in ["bot", "guest"] { names["is" + state] = state }
        return names
    }()

    /// A time in these leaves people out.
    private static let times = [
        "deletedat": "deleted", "banneduntil": "banned", "bannedat": "banned", "suspendedat": "suspended",
        "deactivatedat": "deactivated", "disabledat": "disabled", "blockedat": "blocked", "archivedat": "archived",
        "lockedat": "blocked",
    ]

    /// These have a word, as `status` does.
    private static let words: Set<String> = [
        "userstatus", "accountstatus", "memberstatus", "membershipstatus", "employmentstatus", "employeestatus",
        "personstatus", "userstate", "accountstate", "membershipstate",
    ]
}
