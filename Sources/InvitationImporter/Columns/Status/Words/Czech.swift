extension StatusLanguage {
    static let czech = StatusLanguage(
        endings: "_ ý á é y a o i",
        states: [
            .suspended: "pozastaven~ suspendován~ suspendovan~",
            .blocked: "zablokován~ zablokovan~ blokován~ blokovan~ uzamčen~ zamčen~ zamrazen~",
            .banned: "zabanován~ zabanovan~", .deactivated: "deaktivován~ deaktivovan~",
            .inactive: "neaktivn~ neaktivní",
            .deleted: "smazán~ smazan~ odstraněn~ vymazán~ vymazan~ odstránen~ zmazan~",
            .archived: "archivován~ archivovan~", .former: "propuštěn~ zemřel~", .revoked: "odvolán~ odvolan~",
            .unsubscribed: "odhlášen~",
        ],
        plainStates: [
            .unsubscribed: "neposílat neposílejte nekontaktovat nezasílat",
            .disabled: "vypnut~ zakázán~ zakázan~", .inactive: "neplatn~ pasivní",
            .former:
                "užnepracuje jižnepracuje nepracuje bývalý bývalá odešel odešla ukončen~ vyřazen~ důchodce vdůchodu",
            .expired: "vypršel~ prošl~ expirovan~", .revoked: "odmítnut~ zamítnut~ zrušen~ uzavřen~",
            .pending: "čekající čeká čaká pozván~ pozvan~ nepotvrzen~ neschválen~ rozpracován~",
            .excluded: "vyloučen~ vynechán~",
        ],
        events: [
            .suspended: "pozastavení", .blocked: "zablokování blokace uzamčení", .deactivated: "deaktivace deaktivácia",
            .deleted: "smazání odstranění vymazání", .archived: "archivace",
            .former: """
            odchod odchodu výstup výstupu ukončení propuštění výpověď výpovědi poslednídenpráce posledníden skončení \
            konecpracovníhopoměru
            """,
            .revoked: "odvolání zrušení uzavření",
        ],
        beings: [
            .shared: "sdílenáschránka",
            .bot: "servisníúčet službovýúčet účetslužby systémovýúčet", .guest: "hosté externí externý",
        ],
        things: [
            .bot: "systémový systémové služba služební technický", .shared: "sdílen~ místnost zdroj",
            .test: "testovací ukázkový",
        ],
        ins: [
            .inactive: "aktivn~ aktivní aktívny", .disabled: "zapnut~ povolen~ aktivován~ aktivovan~",
            .expired: "platn~",
            .former: "zaměstnán~ zaměstnan~ současný aktuální stálepracuje člen",
            .pending: "schválen~ potvrzen~ přijat~ registrován~ registrovan~", .blocked: "oprávněn~",
        ],
        usual: "člen členka vlastník nový nová ověřen~ odblokován~ odblokovan~ pravda schváleno potvrzeno",
        wanted: "pozvat migrovat importovat",
        unwanted: "vyloučit ignorovat přeskočit vynechat nezvat nepozvat nezvěte neimportovat nemigrovat",
        marks: [
            .denial: "ne není nie nikdy bez už",
            .people: """
            uživatel uživatele uživatelé účet účtu konto člen člena členství zaměstnanec zaměstnance pracovník \
            osoba zákazník kontakt student žák smlouva smlouvy poměr poměru pracovní používateľ zamestnanec \
            pracovního poměru pracovní poměr
            """,
            .small: "z v na a je ano pole stále", .question: "je má zda", .date: "datum dátum den dne čas",
            .end: "konec konce vypršení platnosti platnost platído platnostdo vyprší vyprsi",
            .until: "do",
            .since: "od začátek", .last: "poslední", .reason: "důvod příčina", .status: "stav",
            .type: "typ druh kategorie role",
            .access: "přihlášení přístup přístupu", .allowed: "může smí", .mail: "pošta kontaktovat",
            .leave: """
            dovolená dovolené nadovolené nemocný nemocná nemoc mateřská mateřské namateřské rodičovská rodičovské \
            narodičovské pracovníneschopnost
            """,
            .other: """
            heslo hesla telefon objednávka objednávky faktura projekt počet číslo rodinný platba platby faktury \
            zařízení licence školení certifikát certifikátu vozidlo dodávka dodávky
            """,
        ])
}
