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

    /// Adds a field that has been read before, of about so many.
    mutating func append(_ field: Field, of count: Int) {
        if fields.isEmpty { fields.reserveCapacity(count) }
        fields.append(field)
    }

    /// Adds the field of one raw header line. Ignores a line without a name before a colon, and a line that begins with
    /// white space: an old way to continue the line before (RFC 9112, 5.2).
    mutating func append(line: UnsafeRawBufferPointer) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let first = line.first,
            ![UInt8(ascii: ":"), 0x20, 0x09].contains(first)
        else { return }
        let name = Self.withoutSpace(line[..<colon])
        fields.append(Field(name: Self.small(name), value: Self.text(Self.withoutSpace(line[(colon + 1)...]))))
    }

    private static func withoutSpace(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while start < end, isSpace(bytes[end - 1]) { end -= 1 }
        return bytes[start..<end]
    }

    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    /// The text in lower case.
    private static func small(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return text(bytes).lowercased() }
        return String(unsafeUninitializedCapacity: bytes.count) { room in
            for (index, byte) in bytes.enumerated() { room[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
            return bytes.count
        }
    }
}
