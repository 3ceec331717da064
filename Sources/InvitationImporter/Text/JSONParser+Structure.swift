/// White space, brackets, commas, colons and the first byte of each value.
extension JSONParser {
    /// The three words of JSON.
    enum Literal: Sendable {
        case null, `true`, `false`

        var word: StaticString {
            switch self {
            case .null: "null"
            case .true: "true"
            case .false: "false"
            }
        }

        var value: JSONValue {
            switch self {
            case .null: .null
            case .true: .bool(true)
            case .false: .bool(false)
            }
        }
    }

    mutating func readStructure(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError.Fault) {
        while position < bytes.count, isBetween(bytes[position]) { position += 1 }
        guard position < bytes.count else { return }
        let byte = bytes[position]
        switch (step, byte) {
        case (.valueOrClose, .closeBracket), (.nameOrClose, .closeBrace): close()
        case (.value, _), (.valueOrClose, _): try beginValue(byte, bytes, at: position)
        case (.nameOrClose, .quote), (.name, .quote): beginString(isName: true)
        case (.colon, .colon): step = .value
        case (.commaOrClose, .comma): step = builder.isInObject == true ? .name : .value
        case (.commaOrClose, .closeBrace) where builder.isInObject == true: close()
        case (.commaOrClose, .closeBracket) where builder.isInObject == false: close()
        default: throw unexpected(byte)
        }
        position += 1
    }

    private mutating func beginValue(
        _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
    ) throws(JSONError.Fault) {
        if builder.depth == 0, unit != .document, byte != .openBracket, unit == .elements || byte != .openBrace {
            throw JSONError.Fault("an array is expected here, not \(Self.shown(byte))")
        }
        markStart(bytes, at: position)
        switch byte {
        case .openBracket: try open(isObject: false)
        case .openBrace: try open(isObject: true)
        case .quote: beginString(isName: false)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): beginNumber(byte)
        case UInt8(ascii: "t"): begin(.true)
        case UInt8(ascii: "f"): begin(.false)
        case UInt8(ascii: "n"): begin(.null)
        default: throw unexpected(byte)
        }
    }

    private mutating func open(isObject: Bool) throws(JSONError.Fault) {
        guard builder.depth < depthLimit else {
            throw JSONError.Fault("arrays and objects are nested more than \(depthLimit) deep", code: .tooDeep)
        }
        builder.openContainer(isObject: isObject)
        step = isObject ? .nameOrClose : .valueOrClose
        guard handing == .nothing else { return }
        if unit == .chosen {
            stop = .opened(isObject: isObject)
        } else {
            handing = .contents
        }
    }

    private mutating func close() {
        if handing == .contents, builder.depth == depthAround { endHanding() }
        builder.closeContainer()
        completeValue()
    }

    private mutating func begin(_ literal: Literal) {
        self.literal = literal
        literalMatched = 1
        step = .literal
    }

    mutating func readLiteral(_ byte: UInt8, _ position: inout Int) throws(JSONError.Fault) {
        let word = literal.word
        guard byte == word.utf8Start[literalMatched] else {
            throw JSONError.Fault("\(word) is expected here, or text needs quotes")
        }
        position += 1
        literalMatched += 1
        guard literalMatched == word.utf8CodeUnitCount else { return }
        addScalar(literal.value)
    }

    private func unexpected(_ byte: UInt8) -> JSONError.Fault {
        if step == .end { return JSONError.Fault("nothing may follow the value, but \(Self.shown(byte)) does") }
        return JSONError.Fault("\(expectation) is expected here, not \(Self.shown(byte))")
    }

    /// What would be right here, as part of a sentence.
    var expectation: String {
        switch step {
        case .value: builder.depth == 0 && unit == .elements ? "an array" : "a value"
        case .valueOrClose: "a value or ]"
        case .nameOrClose: "a name in quotes or }"
        case .name: "a name in quotes"
        case .colon: "a colon"
        case .commaOrClose: builder.isInObject == true ? "a comma or }" : "a comma or ]"
        case .end: "the end"
        case .string, .escape, .hexDigits, .lowBackslash, .lowEscape: "a closing quote"
        case .literal: "the rest of \(literal.word)"
        default: "a digit"
        }
    }

    static func shown(_ byte: UInt8) -> String {
        if byte > 0x20 && byte < 0x7F { return "\(Character(UnicodeScalar(byte)))" }
        let digits = String(byte, radix: 16, uppercase: true)
        return "byte 0x" + (digits.count == 1 ? "0" : "") + digits
    }
}
