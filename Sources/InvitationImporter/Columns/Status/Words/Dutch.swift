extension StatusLanguage {
    static let dutch = StatusLanguage(
        endings: "_ e en",
        states: [
            .suspended: "opgeschort~ geschorst~", .blocked: "geblokkeerd~ vergrendeld~", .banned: "verbannen",
            .deactivated: "gedeactiveerd~ gedesactiveerd~", .inactive: "inactief inactieve",
            .deleted: "verwijderd~ gewist~ geanonimiseerd~",
            .archived: "gearchiveerd~", .former: "werktniet werktnietmeer uitdienst uitgetreden ontslagen overleden",
            .revoked: "ingetrokken",
            .unsubscribed: "uitgeschreven afgemeld~",
        ],
        plainStates: [
            .unsubscribed: "nietversturen nietverzenden",
            .blocked: "bevroren", .disabled: "uitgeschakeld~", .inactive: "ongeldig~ passief",
            .former:
                "voormalig~ vertrokken gepensioneerd~ beëindigd~ oud metpensioen werkthiernietmeer nietmeerwerkzaam",
            .expired: "verlopen vervallen",
            .revoked: "afgewezen geweigerd~ geannuleerd~ gesloten opgezegd~",
            .pending: "afwachting inafwachting uitgenodigd~ aangevraagd~ onbevestigd~ wachtend~ openstaand~ concept",
            .excluded: "uitgesloten genegeerd~ overgeslagen",
        ],
        events: [
            .suspended: "opschorting schorsing", .blocked: "deblokkering heractivering blokkering blokkeren blokkade",
            .deactivated: "deactivering deactivatie",
            .deleted: "verwijdering verwijderen", .archived: "archivering",
            .former: """
            uitdiensttreding uittreding vertrek ontslag beëindiging laatstewerkdag laatstedag pensionering \
            opzegging uitdienstdatum
            """,
            .revoked: "intrekking annulering sluiting", .unsubscribed: "uitschrijving uitschrijven afmelding afmelden",
        ],
        beings: [
            .shared: "gedeeldemailbox gedeeldpostvak",
            .bot: "serviceaccount dienstaccount", .guest: "gast gasten extern~ bezoeker",
        ],
        things: [
            .bot: "systeem dienst technisch~", .shared: "ruimte zaal gedeeld~ vergaderruimte algemeen",
            .test: "voorbeeld",
        ],
        ins: [
            .inactive: "actief actieve", .disabled: "ingeschakeld~ geactiveerd~", .expired: "geldig~",
            .former: "huidig~ indienst inschrijving ingeschreven nogindienst werktnog werkthiernog lid",
            .pending: "goedgekeurd~ geaccepteerd~ bevestigd~ geregistreerd~ aanvaard~",
            .blocked: "toegestaan~",
        ],
        usual: "geverifieerd~ lid eigenaar beheerder gebruiker nieuw~ gedeblokkeerd~ waar vast",
        wanted: "uitnodigen migreren importeren",
        unwanted: "uitsluiten negeren overslaan nietuitnodigen nietimporteren nietmigreren",
        marks: [
            .denial: "niet nooit geen zonder nietmeer",
            .people: """
            gebruiker gebruikers account medewerker medewerkers werknemer werknemers personeel lid leden \
            lidmaatschap persoon klant contactpersoon deelnemer student leerling contract dienstverband
            """,
            .small: "van de het een en is per op in j ja nee veld nog steeds met werkelijke verwachte",
            .question: "is heeft",
            .date: "datum dag tijdstip op",
            .end: "einde eind einddatum vervaldatum verloopt", .until: "deblokkering heractivering tot totenmet tm",
            .since: "sinds vanaf begin",
            .last: "laatste", .reason: "reden door oorzaak", .status: "toestand", .type: "soort categorie rol",
            .access: "aanmelden inloggen toegang", .allowed: "mag kan", .mail: "benaderen mailen",
            .leave: "verlof ziek ziekte vakantie zwangerschapsverlof ouderschapsverlof bijzonderverlof",
            .other: """
            wachtwoord telefoon mobiel bestelling factuur project abonnement aantal nummer burgerlijke betaling \
            betalings factuur apparaat licentie opleiding training certificaat voertuig levering beoordeling
            """,
        ])
}
