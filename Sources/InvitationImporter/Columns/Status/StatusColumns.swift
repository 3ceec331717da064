/// Columns that tell who is not to be invited, under the names that many systems use for them.
///
/// They count in every file, besides what a preset says and besides `status`.
enum StatusColumns {
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
        } else if let state = ends[folded] {
            rule = .skipsUntil(name, as: state)
        } else if folded == "userprincipalname" {
            rule = .guestName(name)
        } else if types.contains(folded) {
            rule = StatusRule(column: name, test: .inactiveWords)
        } else if let state = times[folded] {
            rule = .skipsUnlessBlank(name, as: state)
        } else if words.contains(folded) || ambiguous.contains(folded) {
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
        names["isexternal"] = "guest"
        for (name, state) in ["terminated": "former", "removed": "deleted"] {
            names[name] = state
            names["is" + name] = state
        }
        return names
    }()

    /// A time in these leaves people out.
    private static let times: [String: String] = {
        var names: [String: String] = [:]
        for (name, state) in past {
            for end in ["at", "on", "date", "time"] { names[name + end] = state }
        }
        return names
    }()

    /// A time that is not over leaves people out in these.
    private static let ends: [String: String] = {
        Dictionary(uniqueKeysWithValues: past.map { ($0.key + "until", $0.value) })
    }()

    private static let past = [
        "deleted": "deleted", "banned": "banned", "suspended": "suspended", "deactivated": "deactivated",
        "disabled": "disabled", "blocked": "blocked", "archived": "archived", "locked": "blocked", "removed": "deleted",
        "terminated": "former",
    ]

    /// What kind of user somebody is: only the words that mean a guest, a bot and the like count.
    private static let types: Set<String> = ["usertype", "accounttype", "membertype"]

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
        guard rule.test == .usualWords, ambiguous.contains(ColumnNames.folded(rule.column)) else { return rule }
        guard columns.names.contains(where: { addresses.contains(ColumnNames.folded($0)) }) else { return rule }
        return StatusRule(column: rule.column, test: .inactiveWords)
    }

    /// These have a word, as `status` does.
    private static let words: Set<String> = [
        "userstatus", "accountstatus", "memberstatus", "membershipstatus", "employmentstatus", "employeestatus",
        "personstatus", "userstate", "accountstate", "membershipstate", "currentstatus",
        "kontostatus", "benutzerstatus", "mitgliedsstatus", "mitgliedstatus", "kontozustand", "statut", "zustand",
        "stav",
        "estadodelacuenta", "estadodeusuario", "statutducompte", "statoaccount", "statoutente", "situação", "situacao",
    ]
}
