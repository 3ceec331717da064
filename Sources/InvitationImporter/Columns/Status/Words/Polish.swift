extension StatusLanguage {
    static let polish = StatusLanguage(
        endings: "y a e i",
        states: [
            .suspended: "zawieszon~ wstrzyman~",
            .blocked: "zablokowan~ zamrożon~ zablokowano",
            .banned: "zbanowan~",
            .deactivated: "dezaktywowan~", .inactive: "nieaktywn~ nieczynn~",
            .deleted: "usunięt~ usunieci skasowan~ zanonimizowan~",
            .archived: "zarchiwizowan~ archiwaln~", .former: "zwolnion~ zmarł~", .revoked: "cofnięt~ odwołan~",
            .unsubscribed: "wypisan~",
        ],
        plainStates: [
            .unsubscribed: "niewysyłać niewysyłaj niewysyłaćmaili niekontaktować",
            .disabled: "wyłączon~", .inactive: "nieważn~",
            .former:
                "jużniepracuje niepracuje byłypracownik były była byli odszedł odeszła zakończon~ emeryt emerytowan~",
            .expired: "wygasł~ przeterminowan~ nieważny wygasł wygasła wygasło",
            .revoked: "odrzucon~ anulowan~ zamknięt~ odmówion~",
            .pending: "oczekując~ oczekuje zaproszon~ niepotwierdzon~ wtoku robocz~ niezatwierdzon~",
            .excluded: "wykluczon~ pominięt~",
        ],
        events: [
            .suspended: "zawieszenie zawieszenia", .blocked: "blokada blokady zablokowanie",
            .deactivated: "dezaktywacja dezaktywacji",
            .deleted: "usunięcie usunięcia", .archived: "archiwizacja archiwizacji",
            .former: """
            zwolnienie zwolnienia odejście odejścia rozwiązania rozwiązanie zakończenie zakończenia ostatnidzień \
            ostatnidzieńpracy wypowiedzenie ustania
            """,
            .revoked: "cofnięcie anulowanie zamknięcie zamknięcia",
        ],
        beings: [
            .shared: "skrzynkawspółdzielona skrzynkawspólna",
            .bot: "kontousługi kontosystemowe kontoserwisowe", .guest: "gość goście zewnętrzn~",
        ],
        things: [
            .bot: "systemow~ techniczn~ usługa", .shared: "sala współdzielon~ zasób", .test: "testow~ przykładow~",
        ],
        ins: [
            .inactive: "aktywn~ czynn~", .disabled: "włączon~ aktywowan~", .expired: "ważn~",
            .former: "zatrudnion~ obecn~ aktualn~ nadalpracuje wciążpracuje członek",
            .pending: "zatwierdzon~ potwierdzon~ zaakceptowan~ zarejestrowan~", .blocked: "dozwolon~ uprawnion~",
        ],
        usual: "członek właściciel nowy nowa zweryfikowan~ odblokowan~ prawda pełny",
        wanted: "zaprosić zaproś migrować importować",
        unwanted: "wyklucz pomiń ignoruj niezapraszać niezapraszaj nieimportować niemigrować",
        marks: [
            .denial: "nie nigdy bez",
            .people: """
            użytkownik użytkownika użytkownicy konto konta członek członka członkostwa członkostwo pracownik \
            pracownika osoba osoby klient kontakt uczeń student umowa umowy praca pracy zatrudnienia \
            zatrudnienie
            """,
            .small: "z w na i czy tak od pole nadal", .question: "czy jest ma", .date: "data dnia dzień czas",
            .end: "koniec końca wygaśnięcia wygasa ważności", .until: "do",
            .since: "od początek", .last: "ostatni ostatnia ostatnie", .reason: "powód przyczyna przez",
            .status: "stan", .type: "typ rodzaj kategoria rola",
            .access: "logowanie logowania dostęp dostępu", .allowed: "może", .mail: "poczta kontaktować",
            .leave: """
            urlop urlopie urlopu naurlopie macierzyński macierzyńskim wychowawczy wychowawczym chory chora chorobowe \
            chorobowym zwolnienielekarskie l4
            """,
            .other: """
            hasło hasła telefon zamówienie zamówienia faktura projekt liczba numer cywilny płatność płatności \
            faktury urządzenie urządzenia licencja licencji szkolenie szkolenia certyfikat certyfikatu pojazd \
            dostawa dostawy
            """,
        ])
}
