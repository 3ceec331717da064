/// Reads JSON as this program writes it: members in a known order, nothing between the values, texts without escapes.
///
/// It makes no tree of values, and never guesses. Whatever else there may be is left to ``JSONParser``, which says what
/// is right.
struct OwnJSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// Begins at the first of some bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether all bytes have been read.
    var isAtEnd: Bool { index == bytes.count }

    /// Reads these characters of ASCII; `false` and nothing for any others.
    @inline(__always)
    mutating func takes(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - index >= count else { return false }
        for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
        index += count
        return true
    }

    /// Reads a whole number of at most 18 digits that is not negative; `nil` for anything else.
    mutating func number() -> Int? {
        let start = index
        var number = 0
        while index < bytes.count, bytes[index].isDigit, index - start < 18 {
            number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        let hasLeadingZero = index - start > 1 && bytes[start] == UInt8(ascii: "0")
        return index == start || hasLeadingZero ? nil : number
    }

    /// Reads a text with its quotes; `nil` for anything else, and for a text with an escape.
    mutating func text() -> String? {
        guard index < bytes.count, bytes[index] == .quote else { return nil }
        let start = index + 1
        var end = start
        var bits: UInt8 = 0
        while end < bytes.count, bytes[end] != .quote {
            guard bytes[end] >= .space, bytes[end] != .backslash else { return nil }
            bits |= bytes[end]
            end += 1
        }
        guard end < bytes.count else { return nil }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if bits >= 0x80 {
            var check = UTF8Check()
            guard check.firstMalformed(in: text) == nil, !check.isInsideCharacter else { return nil }
        }
        index = end + 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads a list of at least one such text; `nil` for anything else.
    mutating func texts() -> [String]? {
        guard takes("[") else { return nil }
        var texts: [String] = []
        repeat {
            guard let text = text() else { return nil }
            texts.append(text)
        } while takes(",")
        return takes("]") ? texts : nil
    }

    /// Reads a member that may be missing.
    ///
    /// - Parameter name: What comes before its value.
    /// - Returns: Its value, `.some(nil)` if there is no such member, or `nil` if its value is anything else.
    mutating func optional<Value>(_ name: StaticString, _ value: (inout Self) -> Value?) -> Value?? {
        guard takes(name) else { return .some(nil) }
        return value(&self).map(Optional.some)
    }
}
