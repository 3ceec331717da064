/// Writes objects from templates: what stands before a value, and the value.
extension [UInt8] {
    /// Appends what comes before a text, and the text as JSON.
    mutating func add(_ before: StaticString, _ text: String) {
        add(before)
        JSONWriter.write(text, into: &self)
    }

    /// Appends what comes before a number, and the number.
    mutating func add(_ before: StaticString, _ number: Int) {
        add(before)
        JSONWriter.write(number, into: &self)
    }

    /// Appends what comes before a list of texts, and the list; nothing for an empty list.
    mutating func add(_ before: StaticString, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        add(before)
        JSONWriter.write(texts, into: &self)
    }

    /// Appends what comes before a value, and the value.
    mutating func add(_ before: StaticString, _ value: JSONValue) {
        add(before)
        JSONWriter.write(value, into: &self)
    }

    /// Appends characters of ASCII as they are.
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }
}
