/// Our own words for people who are not to be invited, whatever another system calls them; a person may give them to
/// `--include-status`.
enum StatusWord: String, Hashable, CaseIterable {
    case suspended
    case blocked
    case banned
    case deactivated
    case disabled
    case inactive
    case deleted
    case archived
    case former
    case pending
    case guest
    case bot

    /// The words that a status comes to: `Single-Channel Guest` is a guest, `blocked_pending_approval` is blocked and
    /// pending. Empty if none is known, or if a word says that it is not so: `not blocked` is nothing that is known,
    /// but `not approved` is pending.
    static func all(in text: String) -> [StatusWord] {
        let words = NameWords.split(text)
        let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
        let isDenied = !negations.isDisjoint(with: words)
        let found = Set(((isDenied ? [] : words) + pairs).compactMap { byWord[$0] })
        return allCases.filter(found.contains)
    }

    /// Whether any of the words is there, even if another says that it is not so.
    static func isMentioned(in text: String) -> Bool {
        NameWords.split(text).contains { byWord[$0] != nil }
    }

    private static let negations: Set<String> = [
        "not", "never", "no", "non", "nicht", "nie", "kein", "keine", "pas", "jamais", "não", "nao", "nunca", "niet",
        "nooit", "ikke", "inte", "ej", "ei", "не", "isn", "aren", "wasn", "without", "ohne", "sans", "sin", "sem",
    ]

    private static let byWord: [String: StatusWord] = {
        var table: [String: StatusWord] = [:]
        for (word, texts) in synonyms {
            for text in [word.rawValue] + texts { table[text] = word }
        }
        return table
    }()

    private static let synonyms: [(StatusWord, [String])] = [
        (
            .suspended,
            [
                "suspend", "suspendiert", "ausgesetzt", "suspendu", "suspendue", "suspendido", "suspendida", "suspenso",
                "suspensa", "sospeso", "sospesa", "opgeschort", "geschorst", "zawieszony", "zawieszona",
                "приостановлен", "停用", "已暂停",
            ]
        ),
        (
            .blocked,
            [
                "block", "locked", "lockedout", "compromised", "gesperrt", "blockiert", "bloqué", "bloquée",
                "verrouillé", "verrouillée", "bloqueado", "bloqueada", "bloccato", "bloccata", "geblokkeerd",
                "zablokowany", "zablokowana", "blokeret", "blokkert", "blockerad", "spärrad", "engellendi",
                "заблокирован", "заблокирована", "已锁定", "ブロック",
            ]
        ),
        (.banned, ["ban", "verbannt", "banni", "bannie", "baneado", "banido"]),
        (
            .deactivated,
            [
                "deactive", "deprovisioned", "deaktiviert", "désactivé", "désactivée", "desactivado", "desactivada",
                "desativado", "desativada", "disattivato", "disattivata", "gedeactiveerd", "dezaktywowany",
                "dezaktywowana", "deaktiveret", "deaktivert", "inaktiverad", "avaktiverad",
            ]
        ),
        (
            .disabled,
            [
                "ausgeschaltet", "deshabilitado", "deshabilitada", "inhabilitado", "inhabilitada", "desabilitado",
                "disabilitato", "disabilitata", "uitgeschakeld", "wyłączony", "отключен", "отключён", "禁用", "已禁用",
            ]
        ),
        (
            .inactive,
            [
                "dormant", "unaffiliated", "revoked", "rejected", "denied", "declined", "expired", "cancelled",
                "canceled", "inaktiv", "abgelehnt", "abgelaufen", "inactif", "refusé", "refusée", "expiré", "expirée",
                "inactivo", "inactiva", "rechazado", "inativo", "inativa",
                "inattivo", "inattiva", "inactief", "nieaktywny", "nieaktywna", "неактивен", "無効",
            ]
        ),
        (
            .deleted,
            [
                "removed", "purged", "gelöscht", "entfernt", "supprimé", "supprimée", "eliminado", "eliminada",
                "borrado", "excluído", "eliminato", "eliminata", "verwijderd", "usunięty", "usunięta", "slettet",
                "borttagen", "удален", "удалён", "已删除", "削除済み",
            ]
        ),
        (
            .archived,
            ["archive", "archiviert", "archivé", "archivée", "archivado", "arquivado", "archiviato", "gearchiveerd"]
        ),
        (
            .former,
            [
                "left", "terminated", "resigned", "retired", "departed", "offboarded", "ehemalig", "ehemaliger",
                "ehemalige", "ausgeschieden", "ausgetreten", "ancien", "ancienne", "parti", "partie", "antiguo",
                "antigua",
            ]
        ),
        (
            .pending,
            [
                "awaiting", "waiting", "invited", "requested", "staged", "unconfirmed", "unverified", "unapproved",
                "notapproved", "notconfirmed", "notverified", "ausstehend", "wartend", "eingeladen", "unbestätigt",
                "attente", "enattente", "pendiente", "pendente", "attesa", "inattesa", "afwachting", "oczekujący",
                "oczekująca", "afventer", "venter", "väntar", "ожидает", "ожидание", "待处理", "保留中",
            ]
        ),
        (
            .guest,
            [
                "guests", "external", "extern", "externe", "outsidecollaborator", "externaluser", "gast", "gäste",
                "invité", "invitée", "invitado",
                "invitada", "convidado", "convidada", "ospite", "gość", "gæst", "gjest", "gäst", "гость", "访客",
                "ゲスト",
            ]
        ),
        (.bot, ["bots", "serviceaccount"]),
    ]
}
