/// Templates of HTML in the language Mustache, as far as pages need it: `{{value}}`, `{{{markup}}}`, `{{#section}}`,
/// `{{^inverted}}` and `{{> partial}}`.
///
/// `{{value}}` is escaped, so that it is text wherever it stands. The package swift-mustache would do the same, but it
/// brings the whole of Foundation, which is larger than this program.
struct MarkupTemplate {
    /// Why a text is no template: a programmer's mistake, which tests find.
    struct Problem: Error {
        /// The tag that is wrong.
        var tag: String
    }

    private indirect enum Part {
        case text(String)
        case value(String)
        case markup(String)
        case section(String, [Part])
        case inverted(String, [Part])
        case partial(String)
    }

    private let parts: [Part]

    /// Reads a template.
    init(_ text: String) throws(Problem) {
        var rest = text[...]
        parts = try Self.parts(&rest, until: nil)
    }

    private static func parts(_ rest: inout Substring, until section: String?) throws(Problem) -> [Part] {
        var parts: [Part] = []
        while let open = rest.firstRange(of: "{{") {
            parts.append(.text(String(rest[..<open.lowerBound])))
            let isMarkup = rest[open.upperBound...].first == "{"
            guard let close = rest[open.upperBound...].firstRange(of: isMarkup ? "}}}" : "}}") else {
                throw Problem(tag: String(rest[open.lowerBound...].prefix(20)))
            }
            let tag = rest[open.upperBound..<close.lowerBound]
            rest = rest[close.upperBound...]
            let name = String(tag.dropFirst().drop { $0 == " " })
            switch tag.first {
            case "{": parts.append(.markup(name))
            case "#": parts.append(.section(name, try Self.parts(&rest, until: name)))
            case "^": parts.append(.inverted(name, try Self.parts(&rest, until: name)))
            case ">": parts.append(.partial(name))
            case "/":
                guard name == section else { throw Problem(tag: String(tag)) }
                return parts
            default: parts.append(.value(String(tag)))
            }
        }
        guard section == nil else { throw Problem(tag: section ?? "") }
        return parts + [.text(String(rest))]
    }

    /// The template with its values.
    ///
    /// - Parameters:
    ///   - values: Texts, flags, lists and dictionaries by name. A name that a section's value lacks is looked for in
    ///     those around it; one that nobody has is nothing.
    ///   - partials: Other templates by name.
    func render(_ values: [String: Any], _ partials: [String: MarkupTemplate] = [:]) -> String {
        var result = ""
        Self.render(parts, [values], partials, into: &result)
        return result
    }

    private static func render(
        _ parts: [Part], _ stack: [Any], _ partials: [String: MarkupTemplate], into result: inout String
    ) {
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .value(let name): escape(text(name, stack), into: &result)
            case .markup(let name): result += text(name, stack)
            case .partial(let name): render(partials[name]?.parts ?? [], stack, partials, into: &result)
            case .section(let name, let inner):
                for value in each(find(name, stack)) { render(inner, stack + [value], partials, into: &result) }
            case .inverted(let name, let inner):
                if each(find(name, stack)).isEmpty { render(inner, stack, partials, into: &result) }
            }
        }
    }

    /// The values for which a section is there.
    private static func each(_ value: Any?) -> [Any] {
        switch value {
        case nil: []
        case let flag as Bool: flag ? [flag] : []
        case let list as [Any]: list
        case let value?: [value]
        }
    }

    private static func find(_ name: String, _ stack: [Any]) -> Any? {
        if name == "." { return stack.last }
        return stack.reversed().lazy.compactMap { ($0 as? [String: Any])?[name] }.first
    }

    private static func text(_ name: String, _ stack: [Any]) -> String { find(name, stack) as? String ?? "" }

    private static func escape(_ text: String, into result: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
