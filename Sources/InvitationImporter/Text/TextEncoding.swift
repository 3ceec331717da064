/// How an input writes its characters as bytes.
///
/// UTF-8 is the default, and UTF-16 is recognised by its byte order mark. A person must name the others. In most of
/// them any bytes are text, so a guess could not be checked and would put wrong letters into names and addresses.
public struct TextEncoding: RawRepresentable, Hashable, Sendable {
    /// The name, in lower case.
    public let rawValue: String

    /// UTF-8, with or without a byte order mark.
    public static let utf8 = TextEncoding("utf-8")
    /// UTF-16 with a byte order mark; without one, the least significant byte comes first.
    public static let utf16 = TextEncoding("utf-16")
    /// UTF-16, the least significant byte first.
    public static let utf16LittleEndian = TextEncoding("utf-16le")
    /// UTF-16, the most significant byte first.
    public static let utf16BigEndian = TextEncoding("utf-16be")
    /// Code page 1252, which Windows programs of Western Europe and America write.
    public static let windows1252 = TextEncoding("windows-1252")
    /// ISO 8859-1.
    public static let latin1 = TextEncoding("latin-1")

    /// The encodings that need no help from the system.
    public static let allCases = [utf8, utf16, utf16LittleEndian, utf16BigEndian, windows1252, latin1]

    private init(_ name: String) {
        rawValue = name
    }

    /// Reads a name as ``init(named:)`` does.
    public init?(rawValue: String) {
        self.init(named: rawValue)
    }

    /// Reads a name in any common spelling: `utf8`, `cp1252`, `ISO-8859-1`; also any name that the system's iconv
    /// knows, such as `shift_jis`, `gb18030` or `koi8-r`.
    ///
    /// - Returns: `nil` if there is no such encoding.
    public init?(named name: String) {
        let word = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        if let known = Self.known[word] {
            self = known
            return
        }
        let isCodePage = word.hasPrefix("windows") || word.hasPrefix("win")
        let digits = word.drop { !$0.isNumber }
        let names = [name.lowercased()] + (isCodePage && !digits.isEmpty ? ["cp\(digits)"] : [])
        guard let found = names.first(where: SystemConverter.knows) else { return nil }
        self.init(found)
    }

    private static let known: [String: TextEncoding] = [
        "utf8": .utf8, "utf16": .utf16, "ucs2": .utf16, "unicode": .utf16, "utf16le": .utf16LittleEndian,
        "utf16be": .utf16BigEndian, "windows1252": .windows1252, "cp1252": .windows1252, "win1252": .windows1252,
        "ansi": .windows1252, "latin1": .latin1, "iso88591": .latin1,
    ]

    /// Whether reading it needs the system's iconv.
    var needsSystem: Bool { !Self.allCases.contains(self) }

    /// The encoding that a byte order mark states, and the mark's length; `nil` if there is no mark.
    static func marked(_ head: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}
