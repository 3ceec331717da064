/// Whether a status that another system wrote beside a person means somebody to invite.
enum PersonStatus: Hashable {
    case active
    case inactive

    /// Reads a status; `nil` for a word that is not known.
    ///
    /// A word is active only as a whole (`not active` is not), but inactive by any part of it (`Single-Channel Guest`):
    /// a mail cannot be taken back.
    init?(_ text: String) {
        let word = text.foldedWord
        if Self.activeWords.contains(word) {
            self = .active
            return
        }
        let answer = BooleanWord.read(text)
        // A tick is an answer to the question of a column, but no status.
        let isWord = word.count > 1 || ["1", "t", "y", "j"].contains(word)
        if answer == true, isWord {
            self = .active
        } else if answer == false || !StatusWord.all(in: text).isEmpty {
            self = .inactive
        } else {
            return nil
        }
    }

    /// Words for people to invite, folded.
    private static let activeWords: Set<String> = [
        // English
        "active", "activated", "enabled", "approved", "accepted", "confirmed", "verified", "validated", "valid",
        "registered", "joined", "member", "fullmember", "activemember", "admin", "administrator", "owner",
        "primaryowner", "workspaceadmin", "workspaceowner", "orgadmin", "orgowner", "organizationadmin",
        "organizationowner", "user", "activeuser", "regular", "full", "normal", "standard", "ok", "good",
        "goodstanding", "ingoodstanding", "live", "licensed", "provisioned", "onboarded", "new", "invite", "toinvite",
        "current", "employed", "employee", "activeemployee", "staff", "fulltime", "parttime", "permanent",
        "onleave", "contractor", "intern", "hired", "working", "reactivated", "vollzeit", "teilzeit",
        // German
        "aktiv", "aktiviert", "freigegeben", "freigeschaltet", "bestätigt", "genehmigt", "verifiziert", "gültig",
        "mitglied", "vollmitglied", "inhaber", "inhaberin", "eigentümer", "eigentümerin", "benutzer", "angestellt",
        "mitarbeiter", "mitarbeiterin", "neu", "einladen",
        // French
        "actif", "activé", "activée", "approuvé", "approuvée", "accepté", "acceptée", "confirmé", "confirmée",
        "vérifié", "vérifiée", "validé", "validée", "valide", "membre", "propriétaire", "administrateur",
        "administratrice", "utilisateur", "utilisatrice", "nouveau", "nouvelle", "inscrit", "inscrite",
        // Spanish and Portuguese
        "activo", "activa", "activado", "activada", "habilitado", "habilitada", "aprobado", "aprobada", "aceptado",
        "aceptada", "confirmado", "confirmada", "verificado", "verificada", "miembro", "propietario", "propietaria",
        "administrador", "administradora", "usuario", "nuevo", "nueva", "ativo", "ativa", "ativado", "ativada",
        "aprovado", "aprovada", "aceito", "aceite", "membro", "proprietário", "proprietária", "usuário", "novo", "nova",
        // Italian
        "attivo", "attiva", "attivato", "attivata", "abilitato", "abilitata", "approvato", "approvata", "accettato",
        "accettata", "confermato", "confermata", "verificato", "verificata", "proprietario", "amministratore", "utente",
        "nuovo", "nuova",
        // Dutch, Danish, Norwegian, Swedish, Finnish
        "actief", "geactiveerd", "ingeschakeld", "goedgekeurd", "geaccepteerd", "bevestigd", "geverifieerd", "lid",
        "eigenaar", "beheerder", "gebruiker", "nieuw", "aktiveret", "godkendt", "bekræftet", "medlem", "ejer",
        "aktivert", "godkjent", "bekreftet", "eier", "aktiverad", "godkänd", "bekräftad", "verifierad", "ägare",
        "aktiivinen", "jäsen", "hyväksytty", "vahvistettu",
        // Polish, Czech, Hungarian, Romanian, Turkish
        "aktywny", "aktywna", "aktywne", "zatwierdzony", "zatwierdzona", "potwierdzony", "potwierdzona", "członek",
        "właściciel", "aktivní", "schváleno", "potvrzeno", "člen", "vlastník", "aktív", "jóváhagyva", "tag", "activ",
        "activă", "aprobat", "confirmat", "membru", "aktif", "onaylandı", "üye",
        // Russian, Ukrainian, Japanese, Chinese, Korean
        "активен", "активна", "активный", "подтвержден", "подтверждён", "участник", "владелец",
        "активний", "підтверджено", "учасник", "有効", "アクティブ", "承認済み", "メンバー", "活跃", "活動", "启用",
        "已启用", "正常", "有效", "成员", "활성", "승인됨", "구성원",
    ]
}
