import InvitationImporter
import Testing

@Suite struct GarbledTextTests {
    static let garbled: [(text: String, meaning: String)] = [
        ("JÃ¼rgen", "Jürgen"), ("Â¡Bienvenido!", "¡Bienvenido!"), ("Donâ€™t", "Don’t"), ("FranÃ§ois", "François"),
        ("â€œHiâ€\u{9D}", "“Hi”"), ("caf√©", "café"), ("Ren├®e", "Renée"), ("J├╝rgen", "Jürgen"), ("Ð˜Ð²Ð°Ð½", "Иван"),
        ("Р\u{98}РІР°РЅ", "Иван"), ("Î‘Î½Î½Î±", "Αννα"), ("ZoÃƒÂ«", "Zoë"), ("WiÄ…zek Å‚", "Wiązek ł"),
        ("5 â‚¬", "5 €"),
        ("æ—¥æœ¬", "日本"), ("GroÃŸ", "Groß"),
    ]

    @Test(arguments: garbled) func aGarbledTextIsRecognised(
        text: String, meaning: String
    ) {
        #expect(GarbledText.meaning(of: text) == meaning)
    }

    @Test(arguments: [
        "Ann", "Jürgen", "«CAFÉ»", "„MENÜ“", "SÃO PAULO", "Ångström", "Élan – “déjà vu” … 50 °C ±2", "Иван «СССР»",
        "Łódź", "日本語",
        "Αθήνα", "Đặng Thị", "été à Nîmes", "I ♥ NY", "🎉", "½ £5 ¡Hola! ¿Qué?", "ÄÖÜ€", "√2 ≈ 1.41", "Â", "Ã",
    ]) func aTextOfItsOwnIsLeftAlone(_ text: String) {
        #expect(GarbledText.meaning(of: text) == nil)
    }

    @Test func namesAndMessagesThatWouldBeMailedGarbledAreWarnedOf() throws {
        let text = "email,name,roles,message\na@n.example,JÃ¼rgen,r,Â¡Bienvenido!\nb@n.example,Jo\u{FFFD}l,r,\n"
        let plan = try Planned(text)
        #expect(plan.rows == ["a@n.example", "b@n.example"])
        #expect(plan.findings == [[.textGarbled, .textGarbled], [.textGarbled]])
    }
}
