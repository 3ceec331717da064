import SystemPackage

/// A bearer token, and where it may come from.
///
/// It prints as three stars, so that no message can give it away by accident.
public struct Token: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The token itself, for the `Authorization` header alone.
    let secret: String
    /// Something a person should know about where the token came from; `nil` for nothing.
    public let warning: String?

    /// Why there is no token; the text says what to do and never holds the token.
    public struct Missing: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
    }

    /// Makes a token from its text.
    ///
    /// - Throws: ``Missing`` if the text is empty or has a character that cannot stand in a header.
    public init(_ text: String, from source: String, warning: String? = nil) throws(Missing) {
        let text = text.trimmed()
        guard !text.isEmpty else { throw Missing(description: "\(source) is empty; put the token there.") }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Missing(
                description: "\(source) is not a token: it has a space, a line break or a letter no token has.")
        }
        secret = text
        self.warning = warning
    }

    /// Finds the token: the file if there is one, else `K0RDENT_TOKEN`.
    ///
    /// - Throws: ``Missing``, also for a file that everybody may read.
    public static func find(file: String?, environment: [String: String]) throws(Missing) -> Token {
        if let file { return try read(FilePath(file)) }
        guard let text = environment["K0RDENT_TOKEN"] else {
            throw Missing(description: "There is no token: set K0RDENT_TOKEN, or name a file with --token-file.")
        }
        return try Token(text, from: "K0RDENT_TOKEN")
    }

    private static func read(_ path: FilePath) throws(Missing) -> Token {
        let text: String
        let mode: FilePermissions
        do {
            let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
            defer { try? file.close() }
            mode = try file.stat().permissions
            // Not by position: it may be a pipe.
            let bytes = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
                count = try file.read(into: UnsafeMutableRawBufferPointer(room))
            }
            text = String(decoding: bytes, as: UTF8.self)
        } catch {
            throw Missing(description: "The token file \(path) cannot be read: \(error).")
        }
        guard mode.isDisjoint(with: [.otherRead, .otherWrite]) else {
            throw Missing(description: "Everybody may read the token file \(path); type: chmod 600 \(path)")
        }
        let isShared = !mode.isDisjoint(with: [.groupRead, .groupWrite])
        let warning = isShared ? "The group may read the token file \(path); better: chmod 600 \(path)" : nil
        return try Token(text, from: "The token file \(path)", warning: warning)
    }

    /// Three stars.
    public var description: String { "***" }
    /// Three stars.
    public var debugDescription: String { "***" }
}
