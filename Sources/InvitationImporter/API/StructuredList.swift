/// Reads the structured fields of HTTP that are lists or dictionaries of items (RFC 9651, sections 4.2.1 to 4.2.3).
///
/// As the RFC asks, a field with one mistake in it is no field at all. In one respect this is more generous: a number
/// with too many digits loses only its own value. Inner lists do not occur in the fields read here, and count as a
/// mistake. Complexity: O(n) for n bytes.
struct StructuredList {
    /// A value without its parameters.
    enum Value: Hashable {
        case number(Double)
        /// A string, or a token, which servers write where a string belongs.
        case text(String)
        /// Bytes in Base64, as they stand.
        case bytes(String)
        /// A Boolean, a date, or a number too long to count with.
        case other
    }

    /// A member of a list or, if it has a key, of a dictionary.
    struct Member: Hashable {
        var key: String?
        var value: Value
        /// The parameters by name. If a name comes twice, the last one counts.
        var parameters: [String: Value] = [:]
    }

    private let bytes: [UInt8]
    private var position = 0

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The members; `nil` if the text is no such field. An empty text has none.
    static func members(_ text: String) -> [Member]? {
        var reader = StructuredList(text)
        return reader.list()
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: Character) -> Bool {
        guard let next, next == byte.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func takeWhile(_ belongs: (UInt8) -> Bool) -> String {
        let start = position
        while let next, belongs(next) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func list() -> [Member]? {
        var members: [Member] = []
        _ = takeWhile(Self.isSpace)
        guard next != nil else { return members }
        repeat {
            _ = takeWhile(Self.isSpace)
            guard let member = member() else { return nil }
            members.append(member)
            _ = takeWhile(Self.isSpace)
        } while take(",")
        return next == nil ? members : nil
    }

    private mutating func member() -> Member? {
        guard var value = value() else { return nil }
        var key: String?
        if case .text(let name) = value, bytes[position - 1] != UInt8(ascii: "\""), take("=") {
            guard let named = self.value() else { return nil }
            (key, value) = (name.lowercased(), named)
        }
        guard let parameters = parameters() else { return nil }
        return Member(key: key, value: value, parameters: parameters)
    }

    private mutating func parameters() -> [String: Value]? {
        var parameters: [String: Value] = [:]
        while take(";") {
            _ = takeWhile(Self.isSpace)
            let name = takeWhile { Self.isToken($0) && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
            guard !name.isEmpty else { return nil }
            if take("=") {
                guard let value = value() else { return nil }
                parameters[name.lowercased()] = value
            } else {
                parameters[name.lowercased()] = .other
            }
        }
        return parameters
    }
}

// MARK: - Values

extension StructuredList {
    private mutating func value() -> Value? {
        switch next {
        case UInt8(ascii: "\""): return string()
        case let first? where Self.isDigit(first) || first == UInt8(ascii: "-"): return number()
        case UInt8(ascii: "@"):
            position += 1
            return number() == nil ? nil : .other
        case UInt8(ascii: "?"):
            position += 1
            return take("0") || take("1") ? .other : nil
        case UInt8(ascii: "%"):
            position += 1
            return string()
        case UInt8(ascii: ":"):
            position += 1
            let encoded = takeWhile { Self.isToken($0) && $0 != UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
            return take(":") ? .bytes(encoded) : nil
        case let first? where Self.isLetter(first) || first == UInt8(ascii: "*"):
            return .text(takeWhile(Self.isToken))
        default: return nil
        }
    }

    private mutating func string() -> Value? {
        guard take("\"") else { return nil }
        var text: [UInt8] = []
        while let byte = next, (0x20...0x7E).contains(byte) {
            position += 1
            if byte == UInt8(ascii: "\"") { return .text(String(decoding: text, as: UTF8.self)) }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard let escaped = next, escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\") else { return nil }
            position += 1
            text.append(escaped)
        }
        return nil
    }

    private mutating func number() -> Value? {
        let sign = take("-") ? "-" : ""
        let whole = takeWhile(Self.isDigit)
        guard !whole.isEmpty else { return nil }
        var fraction = "0"
        if take(".") {
            fraction = takeWhile(Self.isDigit)
            guard !fraction.isEmpty else { return nil }
        }
        // RFC 9651, 3.3.1 allows fifteen digits, and a Double holds them exactly.
        guard whole.utf8.count <= 15, let number = Double(sign + whole + "." + fraction.prefix(9)) else {
            return .other
        }
        return .number(number)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// Whether a token may have this byte (RFC 9651, 3.3.4).
    private static func isToken(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "!#$%&'*+-.^_`|~:/".utf8.contains(byte)
    }
}
