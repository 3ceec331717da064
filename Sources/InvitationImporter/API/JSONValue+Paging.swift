// MARK: - What values beside a list say

extension JSONValue {
    /// A whole number however it is written: 25, 25.0, "25", "25+", "1,040", [25], {"value":25}.
    var wholeNumber: Int? {
        if let integer { return integer }
        switch self {
        case .string(let text):
            let digits = text.filter { !", _+~≥>'".contains($0) }
            return Double(digits).flatMap { Int(exactly: $0.rounded()) }
        case .array(let elements): return elements.count == 1 ? elements[0].integer : nil
        case .number: return Double(serialized).flatMap { Int(exactly: $0.rounded()) }
        case .object: return self["value"]?.integer
        default: return nil
        }
    }

    /// The only number in a text of good words: "Fetched 3 invitations"; `nil` if there is another word or number.
    var soleNumber: Int? {
        let words = string?.split { !($0.isLetter || $0.isNumber) } ?? []
        let numbers = words.compactMap { Int($0) }
        let isGood = OtherMembers.isGood(words.filter { Int($0) == nil }.joined(separator: " "))
        return numbers.count == 1 && isGood ? numbers[0] : nil
    }

    /// Whether it is `false`, as a value or as a word.
    var isDenied: Bool { self == .bool(false) || string?.lowercased() == "false" }

    /// Whether it says nothing: `null`, a blank text, an empty array or object.
    var isNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.utf8.allSatisfy(\.isBlank)
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .bool, .number: false
        }
    }
}
