/// A message with placeholders that is filled in for each person: `Hello {name}, welcome to {organization}!`
///
/// `{name}`, `{email}` and `{organization}` come from the invitation. Any other name is a column of the input, or a
/// path such as `{profile.city}`. `{{` and `}}` stand for braces.
public struct MessageTemplate: Hashable, Sendable {
    /// Why a text is not a template.
    public struct Problem: Error, Hashable, Sendable {
        /// What is wrong and what to do. Safe to show.
        public var advice: String
    }

    private enum Part: Hashable, Sendable {
        case text(String)
        case placeholder(String)
    }

    private var parts: [Part] = []

    /// Reads a template.
    ///
    /// - Throws: ``Problem``, also for a placeholder of another program: a mail cannot be taken back.
    public init(_ text: String) throws(Problem) {
        if let foreign = ForeignPlaceholder(in: text) { throw Problem(advice: foreign.advice + " in the message.") }
        var rest = text[...]
        var literal = ""
        while let character = rest.first {
            rest.removeFirst()
            if character == "{" || character == "}", rest.first == character {
                rest.removeFirst()
                literal.append(character)
            } else if character == "{" {
                if !literal.isEmpty { parts.append(.text(literal)) }
                literal = ""
                parts.append(.placeholder(try Self.name(&rest)))
            } else {
                literal.append(character)
            }
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
    }

    private static func name(_ rest: inout Substring) throws(Problem) -> String {
        let inner = rest.prefix { $0 != "}" && $0 != "{" }
        let name = String(inner).trimmed()
        rest = rest.dropFirst(inner.count)
        guard rest.popFirst() == "}", !name.isEmpty else {
            let shown = Printable.escape(String(inner), limit: 40)
            throw Problem(
                advice: "The message has a { without a name and a } behind it: {\(shown)… Write {{ for a brace itself.")
        }
        return name
    }

    /// The names between braces, each once.
    public var placeholders: [String] {
        parts.compactMap { part in if case .placeholder(let name) = part { name } else { nil } }.withoutRepeats()
    }

    /// Names that need no column.
    static let own: Set<String> = ["name", "email", "organization"]

    /// The text for one person.
    ///
    /// - Parameter value: Gives the text for a name.
    func filled(_ value: (String) -> String) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .placeholder(let name): text += value(name)
            }
        }
        return text
    }
}
