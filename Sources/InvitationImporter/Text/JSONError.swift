/// Why a text is not JSON (RFC 8259), is over a limit, or could not be taken without guessing.
public struct JSONError: Error, Hashable, Sendable {
    /// What kind of error it is.
    public enum Code: String, Hashable, Sendable {
        /// The text does not follow the grammar.
        case syntax
        /// An escape such as `\uD800` is half of a character (RFC 8259 section 8.2).
        case loneSurrogate
        /// Arrays and objects are nested more deeply than the limit.
        case tooDeep
        /// A string is not valid UTF-8 (RFC 8259 section 8.1).
        case notUTF8
        /// One value is longer than the limit.
        case tooLong
    }

    /// What kind of error it is.
    public var code: Code
    /// The place of the byte at which the error was noticed.
    public var position: TextPosition
    /// What is wrong, as part of a sentence, without the place.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, at position: TextPosition, message: String) {
        self.code = code
        self.position = position
        self.message = message
    }

    /// The error without its place, as the parts of the parser throw it.
    struct Fault: Error {
        var code: Code
        var message: String

        init(_ message: String, code: Code = .syntax) {
            self.code = code
            self.message = message
        }
    }
}

extension JSONError: CustomStringConvertible {
    /// `line 1, column 12: …`
    public var description: String { "line \(position.line), column \(position.column): \(message)" }
}
