extension StatusLanguage {
    /// Danish, Norwegian and Swedish, which share most of these words.
    static let nordic = StatusLanguage(
        endings: "_ e a t",
        states: [
            .suspended: "suspenderet suspendert suspenderad~ avstängd~",
            .blocked: "blokeret blokkert blockerad~ spärrad~ sperret spærret låst låste",
            .banned: "bannlyst utestengt",
            .deactivated: "deaktiveret deaktivert avaktiverad~ inaktiverad~ deaktiverad~", .inactive: "inaktiv~",
            .deleted: "slettet slettede borttagen borttagna raderad~", .archived: "arkiveret arkivert arkiverad~",
            .former: "fratrådt fratrådte opsagt oppsagt avgått slutat",
            .revoked: "tilbakekalt tilbagekaldt återkallad~",
        ],
        plainStates: [
            .disabled: "slåetfra deaktiveret", .inactive: "ugyldig~ ogiltig~",
            .former: "tidligere tidigare pensioneret pensionerad~ sluttet", .expired: "udløbet utløpt utgången",
            .revoked: "afvist avvist avvisad~ annulleret annullert lukket stängd~",
            .pending: "afventer venter väntar inviteret invitert inbjuden ubekreftet obekräftad",
        ],
        events: [
            .blocked: "blokering blokkering blockering spärr", .deactivated: "deaktivering inaktivering",
            .deleted: "sletning sletting radering borttagning",
            .former: """
            fratrædelse fratrædelses fratreden opsigelse oppsigelse ophør sluttdato slutdatum slutdato avgång \
            avslut anställningsslut
            """,
        ],
        beings: [.guest: "gæst gjest gäst ekstern~ extern~"],
        ins: [
            .inactive: "aktiv~", .disabled: "aktiveret aktivert aktiverad~ slåettil", .expired: "gyldig~ giltig~",
            .former: "ansat ansatt anställd nuværende nåværende nuvarande",
            .pending: "godkendt godkjent godkänd~ bekræftet bekreftet bekräftad~ registreret registrert",
        ],
        usual: "medlem ejer eier ägare verifierad~ sand sandt sann sant",
        wanted: "inviter bjudin",
        unwanted: "ekskluder bjudinteinn ikkeinviter inviterikke bjudinte bjudintein",
        marks: [
            .denial: "ikke inte ej aldrig aldri ingen uden uten utan",
            .people: """
            bruger brugere bruker brukere användare konto kontoen medarbejder ansatt medlem medlems anställd \
            kunde person
            """,
            .small: "er af av det den ja nej nei", .question: "er har", .date: "dato datum tidspunkt",
            .end: "slut slutt udløb utløp utgång udløbsdato utløpsdato", .until: "til till indtil inntil",
            .since: "siden fra sedan från", .last: "sidste siste senaste", .reason: "årsag orsak",
            .status: "tilstand tillstånd", .type: "typ",
            .access: "adgang tilgang åtkomst inloggning",
            .leave: "orlov sygemeldt sykmeldt sjuk sjukskriven föräldraledig barsel ferie semester tjänstledig",
            .other: "adgangskode passord lösenord ordre projekt",
        ])
}
