/// A bearer token.
///
/// It prints as three stars, so that no message can reveal it by accident.
public struct Token: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The token itself, only for the `Authorization` header.
    let secret: String

    /// Why there is no token. The text says what to do and never holds the token.
    public struct Missing: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
        /// Whether this machine has no process, memory or descriptor left to get a token. Later there may be one.
        public internal(set) var isShortage = false

        init(description: String) {
            self.description = description
        }
    }

    /// Makes a token from its text.
    ///
    /// - Throws: ``Missing`` if the text is empty or has a character that cannot stand in a header.
    public init(_ text: String, from source: String) throws(Missing) {
        let text = text.trimmed()
        guard !text.isEmpty else { throw Missing(description: "\(source) is empty; put the token there.") }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Missing(
                description: "\(source) is not a token: it has a space, a line break or a letter no token has.")
        }
        secret = text
    }

    /// Three stars.
    public var description: String { "***" }
    /// Three stars.
    public var debugDescription: String { "***" }
}
