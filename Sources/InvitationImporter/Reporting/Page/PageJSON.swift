/// JSON within a page, for its script to read.
///
/// It stands in an element of HTML, so nothing in it may end that element: `<` is escaped. Characters without a shape,
/// such as marks of writing direction, are escaped too, so that the page's source reads as it is.
enum PageJSON {
    /// A value as text that can stand in a script element.
    static func text(_ value: JSONValue) -> String { escaped(value.serialized) }

    /// A text of JSON with all that must not stand in a page escaped. Such characters occur only within its strings.
    static func escaped(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: mustBeEscaped) else { return json }
        var result = ""
        for scalar in json.unicodeScalars {
            if mustBeEscaped(scalar) {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { result += escape(of: unit) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func mustBeEscaped(_ scalar: UnicodeScalar) -> Bool {
        if scalar.value < 0x7F { return scalar == "<" }
        return Printable.isInvisible(scalar)
    }

    private static func escape(of unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
