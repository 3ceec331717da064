/// A placeholder of another program, which would be mailed as it stands: `{{name}}`, `*|FNAME|*`, `[First Name]`.
public struct ForeignPlaceholder: Hashable, Sendable {
    /// The placeholder as written.
    public let written: String
    /// How this program writes it: `{name}`.
    public let ours: String

    /// Finds the first one in a text; `nil` if there is none.
    ///
    /// - Parameter isTemplate: Whether a word in braces is a placeholder of this program. In a cell, nothing fills it
    /// in.
    public init?(in text: some StringProtocol, isTemplate: Bool = true) {
        // Almost no name has any of these signs.
        guard text.utf8.contains(where: Self.mayOpen) else { return nil }
        let text = Array(text)
        for start in text.indices where Self.openings.contains(text[start]) {
            let isInWord = start > 0 && (text[start - 1].isLetter || text[start - 1].isNumber)
            if let found = Self(word: text[start...], isInWord: isInWord) {
                self = found
                return
            }
            for pair in isTemplate ? Self.pairs : Self.pairs + [Self.braces] {
                guard let found = Self(text[start...], pair, isAfterWord: start > 0 && text[start - 1].isNumber) else {
                    continue
                }
                self = found
                return
            }
        }
        return nil
    }

    /// What to tell the person.
    public var advice: String {
        "\(Printable.escape(written, limit: 40)) is how another program writes a placeholder, and it would be mailed as it "
            + "stands. Here it is \(Printable.escape(ours, limit: 40))"
    }

    private struct Pair {
        var open: [Character]
        var close: [Character]
        /// Whether nothing but a placeholder is written like this. Otherwise a word for a person's data must be inside.
        var isCertain: Bool
        /// Whether such signs stand around much else. Then there must be nothing else inside, not even a space.
        var isTight: Bool

        init(_ open: String, _ close: String, isCertain: Bool = false, isTight: Bool = false) {
            (self.open, self.close) = (Array(open), Array(close))
            (self.isCertain, self.isTight) = (isCertain, isTight)
        }
    }

    private init?(_ text: ArraySlice<Character>, _ pair: Pair, isAfterWord: Bool) {
        guard text.starts(with: pair.open) else { return nil }
        let rest = text.dropFirst(pair.open.count).prefix(60)
        guard let end = rest.indices.first(where: { rest[$0...].starts(with: pair.close) }) else { return nil }
        let opened = String(rest[..<end].drop { "{=!&#".contains($0) }).trimmed()
        let bare = opened.drop { "@$*-_%|~?/\\(:#".contains($0) }
        let inner = String(bare.reversed().drop { "@$*-_%|~?/\\):# ".contains($0) }.reversed()).trimmed()
        if pair.isTight, rest.first?.isWhitespace != false || rest[..<end].last?.isWhitespace == true { return nil }
        let after = text[end...].dropFirst(pair.close.count).first
        guard let first = inner.first, first.isLetter || first == "_",
            !inner.contains(where: { $0.isNewline || $0 == "{" })
        else {
            return nil
        }
        // `<ann@n.org>` is an address.
        if !pair.isCertain, inner.dropFirst().contains("@") { return nil }
        let words = NameWords.split(inner)
        let isWhole = Self.personal.contains(words.joined())
        let isKnown = isWhole || words.contains(where: Self.personal.contains) && !pair.isTight
        // `[name](https://…)` is a link, and `50%of 20%` has two percent signs by chance.
        guard pair.isCertain || isKnown && words.count < 4 && after != "(" && !isAfterWord else { return nil }
        written = String(text[..<end]) + String(pair.close)
        ours = Self.ours(inner, words)
    }

    private static func ours(_ inner: String, _ words: [String]) -> String {
        let known: [(words: Set<String>, name: String)] = [
            (["email", "mail"], "{email}"), (["organization", "organisation", "org", "company"], "{organization}"),
            (names, "{name}"),
        ]
        for (own, name) in known where !own.isDisjoint(with: words + [words.joined()]) { return name }
        return "{\(inner)}"
    }

    private static let openings = Set(pairs.compactMap(\.open.first)).union(["$", "%", ":", "@"])

    /// Whether a placeholder may begin with a byte, or with a character that begins with it.
    static func mayOpen(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "~"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: "^"), UInt8(ascii: "="), .backslash:
            true
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "$"),
            UInt8(ascii: "#"),
            UInt8(ascii: "*"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0xC2, 0xE2,
            0xE3:
            true
        default: false
        }
    }

    /// A sign followed by a word, without a closing sign: `$name`, `:name`, `%s`; or in two that stand in addresses,
    /// too: `@name@`.
    private init?(word text: ArraySlice<Character>, isInWord: Bool) {
        guard !isInWord, let sign = text.first else { return nil }
        let word = text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let words = NameWords.split(String(word))
        let isKnown = Self.personal.contains(words.joined()) || words.contains(where: Self.personal.contains)
        let after = text.dropFirst(1 + word.count).first
        var closing = ""
        switch sign {
        case "$" where isKnown: break
        // `Hello:name` is a slip, and `:name:` a small picture in a chat.
        case ":" where Self.personal.contains(words.joined()) && after != ":": break
        case ":" where Self.names.contains(words.joined()) && after == ":": closing = ":"
        case "@" where Self.personal.contains(words.joined()) && after == "@": closing = "@"
        case "@" where Self.names.contains(words.joined()): break
        case "%" where Self.names.contains(words.joined()) && after != "%": break
        case "#" where Self.names.contains(words.joined()) && word.allSatisfy({ $0.isUppercase || $0 == "_" }): break
        case "%" where word.elementsEqual("s"): break
        case "%"
        where word.allSatisfy(\.isNumber) && !word.isEmpty && text.dropFirst(1 + word.count).starts(with: "$s"):
            closing = "$s"
        default: return nil
        }
        written = String(sign) + String(word) + closing
        ours = sign == "%" && words.count < 2 ? "{name}" : Self.ours(String(word), words)
    }

    /// Where two begin alike, the longer one comes first.
    private static let pairs = [
        Pair("%(", ")s", isCertain: true), Pair("<?", "?>", isCertain: true), Pair("\\{", "\\}", isCertain: true),
        Pair("$(", ")"), Pair("((", "))"), Pair("(*", "*)"), Pair("(@", ")"), Pair("|*", "*|"), Pair("‹", "›"),
        Pair("【", "】"), Pair("==", "==", isTight: true), Pair("~", "~", isTight: true), Pair("^", "^", isTight: true),
        Pair("¤", "¤", isTight: true), Pair("&", ";", isTight: true),
        Pair("{{", "}}", isCertain: true), Pair("{%", "%}", isCertain: true), Pair("{!", "}", isCertain: true),
        Pair("${", "}", isCertain: true), Pair("#{", "}", isCertain: true), Pair("%{", "}", isCertain: true),
        Pair("*|", "|*", isCertain: true), Pair("<%", "%>", isCertain: true), Pair("[%", "%]", isCertain: true),
        Pair("%%", "%%"), Pair("%", "%"), Pair("[[", "]]"), Pair("[", "]"), Pair("<<", ">>"), Pair("<", ">"),
        Pair("«", "»"), Pair("@@", "@@"), Pair("__", "__"), Pair("||", "||"), Pair("##", "##"),
        Pair("|", "|", isTight: true), Pair("#", "#", isTight: true),
    ]
    private static let braces = Pair("{", "}")

    private static let names: Set<String> = [
        "name", "fname", "lname", "firstname", "lastname", "fullname", "first", "last", "username", "displayname",
        "givenname", "surname", "vorname", "nachname", "prenom", "prénom", "nom", "nombre", "apellido", "nome",
        "cognome",
        "naam", "voornaam", "achternaam", "imię", "imie", "nazwisko", "jméno", "jmeno", "příjmení", "имя", "фамилия",
        "фио", "isim",
        "adı", "soyadı", "navn", "fornavn", "namn", "förnamn", "nimi", "姓名", "名字", "名前", "氏名", "お名前", "이름", "성명",
        "anrede",
        "salutation", "sobrenome", "apellidos", "prénoms",
    ]

    private static let personal = names.union([
        "user", "email", "mail", "company", "organization", "organisation", "org", "recipient", "contact", "employee",
        "member", "subscriber", "firma", "empresa", "empfänger", "empfaenger", "mitarbeiter", "destinataire",
        "destinatario",
        "destinatário", "ontvanger", "odbiorca", "příjemce", "получатель", "alıcı", "收件人", "受信者", "宛名", "받는사람", "회사",
    ])
}
