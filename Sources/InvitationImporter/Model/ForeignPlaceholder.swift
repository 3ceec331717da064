/// A placeholder as other programs write it, which would be mailed as it stands: `{{name}}`, `*|FNAME|*`, `[First Name]`.
public struct ForeignPlaceholder: Hashable, Sendable {
    /// As it is written.
    public let written: String
    /// How it is written here: `{name}`.
    public let ours: String

    /// Finds the first one in a text; `nil` if there is none.
    public init?(in text: some StringProtocol) {
        let text = Array(text)
        for start in text.indices where Self.openings.contains(text[start]) {
            for pair in Self.pairs {
                guard let found = Self(text[start...], pair, isAfterWord: start > 0 && text[start - 1].isNumber) else {
                    continue
                }
                self = found
                return
            }
        }
        return nil
    }

    /// What to say of it.
    public var advice: String {
        "\(Printable.escape(written, limit: 40)) is how another program writes a placeholder, and it would be mailed as it "
            + "stands. Here it is \(Printable.escape(ours, limit: 40))"
    }

    private struct Pair {
        var open: [Character]
        var close: [Character]
        /// Whether nothing else is written so; else what is inside has to be a word for a person's data.
        var isCertain: Bool

        init(_ open: String, _ close: String, isCertain: Bool = false) {
            (self.open, self.close, self.isCertain) = (Array(open), Array(close), isCertain)
        }
    }

    private init?(_ text: ArraySlice<Character>, _ pair: Pair, isAfterWord: Bool) {
        guard text.starts(with: pair.open) else { return nil }
        let rest = text.dropFirst(pair.open.count).prefix(60)
        guard let end = rest.indices.first(where: { rest[$0...].starts(with: pair.close) }) else { return nil }
        let inner = String(rest[..<end].drop { "{=!&#".contains($0) }).trimmed()
        let after = text[end...].dropFirst(pair.close.count).first
        guard let first = inner.first, first.isLetter || first == "_",
            !inner.contains(where: { $0.isNewline || $0 == "{" })
        else {
            return nil
        }
        let words = NameWords.split(inner)
        let isKnown = words.contains(where: Self.personal.contains) || Self.personal.contains(words.joined())
        // `[name](https://…)` is a link, and `50%of 20%` has two signs by chance.
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

    private static let openings = Set(pairs.compactMap(\.open.first))

    /// Longer ones first, where one begins like another.
    private static let pairs = [
        Pair("{{", "}}", isCertain: true), Pair("{%", "%}", isCertain: true), Pair("{!", "}", isCertain: true),
        Pair("${", "}", isCertain: true), Pair("#{", "}", isCertain: true), Pair("%{", "}", isCertain: true),
        Pair("*|", "|*", isCertain: true), Pair("<%", "%>", isCertain: true), Pair("[%", "%]", isCertain: true),
        Pair("%%", "%%"), Pair("%", "%"), Pair("[[", "]]"), Pair("[", "]"), Pair("<<", ">>"), Pair("<", ">"),
        Pair("«", "»"), Pair("@@", "@@"), Pair("__", "__"), Pair("||", "||"), Pair("##", "##"),
    ]

    private static let names: Set<String> = [
        "name", "fname", "lname", "firstname", "lastname", "fullname", "first", "last", "username", "displayname",
        "givenname", "surname", "vorname", "nachname", "prenom", "prénom", "nom", "nombre", "apellido", "nome",
        "cognome",
        "naam", "voornaam", "imię", "imie",
    ]

    private static let personal = names.union([
        "user", "email", "mail", "company", "organization", "organisation", "org", "recipient", "contact", "employee",
        "member", "subscriber", "firma", "empresa",
    ])
}
