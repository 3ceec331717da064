extension StatusLanguage {
    static let german = StatusLanguage(
        endings: "_ e er es en em",
        states: [
            .suspended: "suspendiert~", .blocked: "gesperrt~ blockiert~ geblockt~", .banned: "verbannt~ gebannt~",
            .deactivated: "deaktiviert~", .inactive: "inaktiv~", .deleted: "gelöscht~ anonymisiert~ zulöschen",
            .archived: "archiviert~", .former: "ausgeschieden~ ausgetreten~ gekündigt~ verstorben~",
            .revoked: "widerrufen~", .unsubscribed: "abgemeldet~ werbesperre",
        ],
        plainStates: [
            .unsubscribed: """
            newsletterabbestellt newsletterabmeldung newsletterabgemeldet widerspruchwerbung werbewiderspruch \
            keinewerbung
            """,
            .suspended: "ausgesetzt~ pausiert~ stillgelegt~",
            .blocked: "eingefroren~ sperrvermerk",
            .disabled: "ausgeschaltet~ abgeschaltet~", .inactive: "passiv~ ungültig~ nichtaktiv ruhend~",
            .deleted: "entfernt~ gestrichen~ löschvermerk",
            .former: """
            ehemalig~ früher~ entlassen~ exmatrikuliert~ pensioniert~ beendet~ ausgestellt~ weg verlassen \
            nichtmehrda nichtmehrdabei nichtmehrhier nichtmehrbeiuns inrente rentner rentnerin imruhestand
            """,
            .expired: "abgelaufen~ verfallen~ erloschen~",
            .revoked: "abgelehnt~ zurückgewiesen~ storniert~ geschlossen~ entzogen~ ungültig~ gekuendigt~",
            .pending: """
            ausstehend~ wartend~ eingeladen~ unbestätigt~ offen~ beantragt~ angefragt~ vorgemerkt~ nochnicht \
            schwebend~ inprüfung inbearbeitung
            """,
            .bounced: "unzustellbar~", .excluded: "ausgeschlossen~ ausgenommen~ ignoriert~",
        ],
        events: [
            .suspended: "suspendierung aussetzung", .blocked: "sperrung sperre sperren sperr blockierung blockieren",
            .deactivated: "deaktivierung deaktivierungs deaktivieren",
            .deleted: "löschung lösch löschen entfernung entfernen",
            .archived: "archivierung archivieren",
            .former: """
            austritt austritts kündigung kündigungs ausscheiden ausscheidens entlassung abgang abgangs weggang \
            letzterarbeitstag letztertag exmatrikulation ruhestand vertragsende dienstende beschäftigungsende \
            entsperrung entsperr reaktivierung reaktivierungs arbeitsende abmeldung ausscheidedatum ausscheide \
            vertragsablauf arbeitsverhältnisende endedesarbeitsverhältnisses endedesdienstverhältnisses
            """,
            .revoked: "widerruf stornierung schließung entzug", .unsubscribed: "abmelden abbestellung abbestellt~",
        ],
        beings: [.guest: "gast gäste extern~ besucher gastkonto gastbenutzer", .bot: "roboter", .test: "platzhalter"],
        things: [
            .bot: "dienst dienste systemkonto maschine gerät technisch~ automatisch~ funktions funktionskonto",
            .shared: """
            raum ressource gemeinsam~ geteilt~ freigegebenespostfach sammel verteiler funktionspostfach raumpostfach \
            sammelpostfach gruppenpostfach
            """,
            .test: "beispiel muster",
        ],
        ins: [
            .inactive: "aktiv~", .disabled: "aktiviert~ freigeschaltet~ eingeschaltet~", .expired: "gültig~",
            .former: "angestellt~ beschäftigt~ aktuell~ derzeitig~ eingeschrieben~ immatrikuliert~ mitglied",
            .pending: "bestätigt~ genehmigt~ zugelassen~ akzeptiert~ angenommen~ registriert~ freigegeben~",
            .blocked: "erlaubt~ berechtigt~ gestattet~",
        ],
        usual: """
            freigegeben~ verifiziert~ mitglied vollmitglied inhaber inhaberin eigentümer eigentümerin neu einladen \
            vollzeit \
            teilzeit normal~ ordentlich~ entsperrt~ reaktiviert~ wahr
            """,
        wanted: "einladen migrieren importieren übernehmen",
        unwanted: """
            ausschließen ignorieren überspringen auslassen nichteinladen nichtsenden nichtimportieren nichtmigrieren
            """,
        marks: [
            .denial: "nicht nie kein keine keinen niemals ohne nichtmehr un",
            .people: """
            benutzer nutzer nutzers anwender konto kontos konten mitarbeiter mitarbeiterin mitarbeitende mitarbeiters \
            mitglied mitglieds mitglieder mitgliedschaft mitgliedschafts person personen personal arbeitnehmer \
            angestellte~ kunde kunden kontakt teilnehmer schüler student studierende~ zugang zugangs benutzerkonto \
            postfach vertrag vertrags beschäftigung beschäftigungs anstellung firma unternehmen befristet befristung \
            dienst arbeit arbeits
            """,
            .small: """
            ist der die das des am im vom zum zur den dem von ja nein j erforderlich kennzeichen kz feld und s es \
            noch immer weiterhin einladung tatsächlich~ voraussichtlich~ geplant~
            """,
            .question: "ist hat wird soll", .date: "datum zeitpunkt tag am zeit uhrzeit stichtag termin",
            .end: """
            ende ablauf ablaufdatum endet erlischt verfall enddatum gültigkeitsende läuftab läuftabam laeuftabam \
            ablaufam
            """,
            .until: "bis entsperrung entsperr reaktivierung reaktivierungs",
            .since: "seit ab von beginn start eintritt eintritts",
            .last: "letzte~ zuletzt vorige~ vorherige~", .reason: "grund gründe durch von ursache begründung bemerkung",
            .status: "zustand", .type: "typ art klasse kategorie rolle",
            .access: "anmeldung anmelden sichanmelden einloggen zugriff zugang", .allowed: "darf kann",
            .mail: "kontaktieren anschreiben post werbung",
            .leave: """
            urlaub elternzeit beurlaubt~ krank krankheit krankgeschrieben abwesend abwesenheit freigestellt~ \
            mutterschutz elternurlaub sonderurlaub sabbatical
            """,
            .other: """
            passwort kennwort telefon handy mobil vorgesetzte~ rechnung bestellung auftrag projekt anzahl nummer \
            stufe abteilung gerät lizenz führerschein \
            zahlung zahlungs zahlungen rechnungs bestell geräte endgerät endgeräte lizenzen schulung schulungs \
            zertifikat fahrzeug lieferung liefer bewertung abonnement familien
            """,
        ])
}
