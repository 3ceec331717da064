/// The header fields of a reply. Names are looked up in any case (RFC 9110, 5.1).
public struct HTTPHeaders: Hashable, Sendable {
    /// One field.
    public struct Field: Hashable, Sendable {
        /// The name in lower case.
        public var name: String
        /// The value, without white space at either end.
        public var value: String
    }

    /// The fields, in the order in which they came.
    public private(set) var fields: [Field] = []

    /// Makes an empty set of headers.
    public init() {}

    /// Makes headers from names and values.
    public init(_ pairs: [(String, String)]) {
        for (name, value) in pairs { append(name, value) }
    }

    /// The value of the first field with this name, or `nil`.
    public subscript(name: String) -> String? {
        let name = name.lowercased()
        return fields.first { $0.name == name }?.value
    }

    /// All values of fields with this name, in order.
    public func values(_ name: String) -> [String] {
        let name = name.lowercased()
        return fields.filter { $0.name == name }.map(\.value)
    }

    /// Adds a field.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name.lowercased(), value: value))
    }

    /// Adds the field of one raw header line. Ignores a line without a name before a colon, and a line that begins with
    /// white space: an old way to continue the line before (RFC 9112, 5.2).
    mutating func append(line: some Collection<UInt8>) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let first = line.first,
            ![UInt8(ascii: ":"), 0x20, 0x09].contains(first)
        else { return }
        append(Self.text(line[..<colon]), Self.text(line[line.index(after: colon)...]))
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        var part = bytes[...]
        while let first = part.first, isSpace(first) { part = part.dropFirst() }
        let whole = Array(part)
        let end = whole.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
        return String(decoding: whole[..<end], as: UTF8.self)
    }
}
