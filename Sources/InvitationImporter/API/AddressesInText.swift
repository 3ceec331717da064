/// Finds the addresses that a text of the server names, however they are packed: `SMTP:ann@x.example`,
/// `Ann (ann@x.example)`, `ann%40x.example`, `ann (at) x.example`, a link, a JSON text.
enum AddressesInText {
    /// The addresses, each with what stands before it if that may belong to it: `email=ann@x.example` names two.
    static func all(in text: String) -> [EmailAddress] { found(in: text).flatMap(\.readings) }

    /// The only address that the text names; `nil` for none, or for several.
    static func only(in text: String) -> EmailAddress? {
        let likely = found(in: text).compactMap(\.readings.last)
        guard let first = likely.first, likely.allSatisfy({ $0.key == first.key }) else { return nil }
        return first
    }

    /// A place with an @.
    private struct Place {
        /// What may be the address, the likeliest last.
        let readings: [EmailAddress]
    }

    private static func found(in text: String) -> [Place] {
        var places: [Place] = []
        for view in Set([text, decoded(text)]) where view.utf8.contains(UInt8(ascii: "@")) {
            let scalars = Array(view.unicodeScalars)
            places += scalars.indices.filter { scalars[$0] == "@" }.compactMap { place(at: $0, in: scalars) }
        }
        return places
    }

    private static func place(at position: Int, in scalars: [UnicodeScalar]) -> Place? {
        var end = position + 1
        while end < scalars.count, isOfDomain(scalars[end]) { end += 1 }
        while end > position + 1, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
        var start = position
        while start > 0, isOfLocalPart(scalars[start - 1]) { start -= 1 }
        while start < position, "'`.".unicodeScalars.contains(scalars[start]) { start += 1 }
        let separator = scalars[start..<position].lastIndex { "=/?&|!{}".unicodeScalars.contains($0) }
        let starts = [start] + (separator.map { [$0 + 1] } ?? [])
        let readings = starts.compactMap { EmailAddress.check(text(scalars[$0..<end])).address }
        return readings.isEmpty ? nil : Place(readings: readings)
    }

    private static func isOfDomain(_ scalar: UnicodeScalar) -> Bool {
        scalar == "-" || scalar == "." || isOfWord(scalar)
    }

    private static func isOfLocalPart(_ scalar: UnicodeScalar) -> Bool {
        isOfWord(scalar) || ".!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isOfWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.canonicalCombiningClass != .notReordered
    }

    private static func text(_ scalars: ArraySlice<UnicodeScalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}

// MARK: - Packing

extension AddressesInText {
    /// The text without invisible characters, wide forms, what links and pages make of it, and ways around the sign @.
    private static func decoded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        let read = String(decoding: WebText.decoded(Array(text.utf8)), as: UTF8.self)
        for scalar in read.withoutWidth().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .format, .control: continue
            default: scalars.append(scalar == "\u{FE6B}" ? "@" : scalar)
            }
        }
        var plain = String(scalars)
        for sign in signs where plain.lowercased().contains(sign) {
            plain = plain.lowercased().replacing(sign, with: "@")
        }
        if plain.contains("@") {
            for sign in dots where plain.lowercased().contains(sign) {
                plain = plain.lowercased().replacing(sign, with: ".")
            }
        }
        return plain
    }

    private static let dots = [" (dot) ", " [dot] ", " {dot} ", "(dot)", "[dot]", "{dot}"]
    /// Longer ones first: what is left of one is another.
    private static let signs = [" (at) ", " [at] ", " {at} ", "(at)", "[at]", "{at}", " @ "]
}
