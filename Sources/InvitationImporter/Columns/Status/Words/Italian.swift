extension StatusLanguage {
    static let italian = StatusLanguage(
        endings: "o a i e",
        states: [
            .suspended: "sospes~", .blocked: "bloccat~", .banned: "bannat~", .deactivated: "disattivat~",
            .inactive: "inattiv~",
            .deleted: "eliminat~ cancellat~ anonimizzat~", .archived: "archiviat~",
            .former: "licenziat~ cessat~ dimess~ dismess~ decedut~",
            .revoked: "revocat~", .unsubscribed: "disiscritt~",
        ],
        plainStates: [
            .unsubscribed: "noninviare noninviareemail nondisturbare noncontattare",
            .blocked: "congelat~", .banned: "espuls~", .disabled: "disabilitat~",
            .inactive: "passiv~ nonattivo invalid~",
            .deleted: "rimoss~",
            .former: "ex nonlavorapiù exdipendente pensionat~ terminat~ uscit~ congedat~ nonpiùinservizio inpensione",
            .expired: "scadut~",
            .revoked: "rifiutat~ annullat~ chius~ respint~ negat~",
            .pending: "attesa inattesa invitat~ richiest~ sospeso daconfermare bozza provvisori~",
            .bounced: "respinto", .excluded: "esclus~ ignorat~",
        ],
        events: [
            .suspended: "sospensione", .blocked: "sblocco riattivazione blocco bloccare",
            .deactivated: "disattivazione",
            .deleted: "eliminazione cancellazione rimozione",
            .archived: "archiviazione",
            .former: """
            uscita cessazione dimissioni licenziamento pensionamento finerapporto ultimogiorno \
            ultimogiornolavorativo decesso finecontratto ultimogiornodilavoro
            """,
            .revoked: "revoca annullamento chiusura",
        ],
        beings: [
            .bot: "accountdiservizio",
            .shared: "casellacondivisa", .guest: "ospite ospiti estern~ visitatore",
        ],
        things: [
            .bot: "sistema servizio macchina tecnic~", .shared: "sala condivis~ risorsa generic~",
            .test: "prova esempio fittizio",
        ],
        ins: [
            .inactive: "attiv~", .disabled: "attivat~ abilitat~", .expired: "valid~",
            .former: """
            attuale impiegat~ iscritt~ assunt~ inforza inservizio ancorainservizio lavoraancora lavoraqui membro
            """,
            .pending: "approvat~ accettat~ confermat~ registrat~", .blocked: "consentit~ autorizzat~ permess~",
        ],
        usual: """
            verificat~ membro proprietari~ amministratore utente nuov~ sbloccat~ riattivat~ vero effettivo titolare \
            apert~
            """,
        wanted: "invitare migrare importare",
        unwanted: "escludere ignorare noninvitare nonimportare nonmigrare",
        marks: [
            .denial: "non mai senza nessun più",
            .people: """
            utente utenti conto membro membri dipendente dipendenti collaboratore personale persona cliente contatto \
            studente socio profilo contratto impiego azienda iscritto abbonato lavoratore rapporto
            """,
            .small: """
            di del della dello dei delle il lo la i gli le è un una e o al alla s sì campo ancora effettiv~ previst~
            """,
            .question: "è ha sono",
            .date: "data giorno ora il", .end: "fine scadenza scade termine",
            .until: "fino finoal sblocco riattivazione",
            .since: "dal inizio",
            .last: "ultimo ultima", .reason: "motivo ragione causa motivazione",
            .status: "stato situazione", .type: "tipo classe categoria ruolo", .access: "accesso accedere",
            .allowed: "può",
            .mail: "posta contattare",
            .leave: """
            ferie congedo malattia inmalattia maternità inmaternità paternità aspettativa inaspettativa inferie \
            incongedo inpermesso
            """,
            .other: """
            telefono cellulare ordine fattura progetto abbonamento numero civile pagamento pagamenti dispositivo \
            licenza formazione corso certificato veicolo spedizione consegna valutazione
            """,
        ])
}
