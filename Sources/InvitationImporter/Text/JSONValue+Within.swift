extension JSONValue {
    /// The most bytes of a text that is read as JSON.
    private static let longestText = 1 << 16

    /// The object, or the list of objects, that a text holds, as databases write them into a cell; else the value
    /// itself. What Python prints (`{'active': False}`) counts as well.
    var asJSON: JSONValue {
        guard case .string(let text) = self, let first = text.utf8.first(where: { !$0.isBlank }),
            first == .openBrace || first == .openBracket, text.utf8.count <= Self.longestText
        else { return self }
        guard let read = (try? JSONValue(parsing: text)) ?? Self.python(text) else { return self }
        switch read {
        case .object: return read
        case .array(let elements): return elements.contains { $0.members != nil } ? read : self
        default: return self
        }
    }

    /// Reads a dictionary or a list as Python prints it; `nil` for anything else.
    private static func python(_ text: String) -> JSONValue? {
        guard text.utf8.contains(UInt8(ascii: "'")), !text.utf8.contains(.quote) else { return nil }
        let quoted = text.replacing("'", with: "\"")
        var words = quoted
        for (python, json) in [("None", "null"), ("True", "true"), ("False", "false")] {
            for before in [" ", "[", ":"] { words = words.replacing(before + python, with: before + json) }
        }
        return try? JSONValue(parsing: words)
    }
}
