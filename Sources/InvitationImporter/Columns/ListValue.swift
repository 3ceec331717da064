/// Splits what people write where several roles or groups are meant.
public enum ListValue {
    /// The parts between `;`, `|`, `,` and line breaks, trimmed, in their order, without empty ones and repeats.
    ///
    /// A comma inside a CSV cell can only be there because the cell was quoted, or is not the delimiter.
    public static func split(_ text: String) -> [String] {
        var parts: [String] = []
        add(text, to: &parts)
        return parts
    }

    /// The parts of a value: of a text as in ``split(_:)``, of an array of texts each of them split.
    ///
    /// - Returns: `nil` if the value is neither, so that it cannot be a list of names; none for `null`.
    public static func parts(of value: JSONValue) -> [String]? {
        var parts: [String] = []
        switch value {
        case .null: break
        case .string(let text): add(text, to: &parts)
        case .array(let elements):
            for element in elements {
                guard let text = element.string else { return nil }
                add(text, to: &parts)
            }
        case .bool, .number, .object: return nil
        }
        return parts
    }

    private static func add(_ text: String, to parts: inout [String]) {
        for part in text.unicodeScalars.split(whereSeparator: isSeparator) {
            let trimmed = String(part).trimmed()
            if !trimmed.isEmpty && !parts.contains(trimmed) { parts.append(trimmed) }
        }
    }

    private static func isSeparator(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case ";", "|", ",", "\n", "\r": true
        default: false
        }
    }
}

extension String {
    /// The text without white space (Unicode property White_Space) at its ends.
    func trimmed() -> String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
        guard first.isWhiteSpace || last.isWhiteSpace else { return self }
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isWhiteSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isWhiteSpace { scalars.removeLast() }
        return String(scalars)
    }
}

extension UnicodeScalar {
    /// The Unicode property White_Space, quickly for ASCII.
    var isWhiteSpace: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}
