/// How the characters of an input are written as bytes.
///
/// UTF-8 is taken for granted, and UTF-16 recognised by its mark. The others have to be named: any bytes at all are
/// text in them, so a guess could not be checked and would put wrong letters into names and addresses.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// UTF-16 with a byte order mark; the least significant byte first where there is none.
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// What Windows programs of Western Europe and America write (code page 1252).
    case windows1252 = "windows-1252"
    /// ISO 8859-1.
    case latin1 = "latin-1"

    /// Reads a name, in any of the spellings in use: `utf8`, `cp1252`, `ISO-8859-1`.
    public init?(named name: String) {
        let word = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        let others: [String: TextEncoding] = [
            "utf8": .utf8, "utf16": .utf16, "ucs2": .utf16, "unicode": .utf16, "utf16le": .utf16LittleEndian,
            "utf16be": .utf16BigEndian, "windows1252": .windows1252, "cp1252": .windows1252, "win1252": .windows1252,
            "ansi": .windows1252, "latin1": .latin1, "iso88591": .latin1,
        ]
        guard let encoding = others[word] else { return nil }
        self = encoding
    }

    /// The encoding that a byte order mark says, and the mark's length; `nil` if there is none.
    static func marked(_ head: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}
