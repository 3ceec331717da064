/// A JSON object on a line of its own. Its last member is `crc`, the ``CRC32`` of all bytes before `,"crc"`.
///
/// The lines of the journal and of the plan have this form.
enum ChecksummedLine {
    private static let tailLength = ",\"crc\":\"00000000\"}".utf8.count

    /// The line with its checksum and line feed. There must be at least one member.
    static func bytes(_ members: [JSONValue.Member]) -> [UInt8] {
        var line = JSONValue.object(members).bytes
        finish(&line)
        return line
    }

    /// Adds the checksum and line feed to an object with at least one member.
    static func finish(_ object: inout [UInt8]) {
        object.removeLast()
        end(&object, from: 0)
    }

    /// Ends a line that begins at an index of some bytes and has all its members, but not the brace after them: adds
    /// its checksum and the line feed.
    static func end(_ bytes: inout [UInt8], from start: Int) {
        let sum = CRC32.of(bytes[start...])
        bytes.append(contentsOf: ",\"crc\":\"".utf8)
        bytes.append(contentsOf: CRC32.digits(sum))
        bytes.append(contentsOf: "\"}\n".utf8)
    }

    /// Reads a line without its line feed; `nil` if it does not match its checksum.
    static func value(_ bytes: some RandomAccessCollection<UInt8>) -> JSONValue? {
        let content = bytes.dropLast(tailLength)
        let tail = String(decoding: bytes.suffix(tailLength), as: UTF8.self)
        guard tail == ",\"crc\":\"\(CRC32.text(CRC32.of(content)))\"}" else { return nil }
        return try? JSONValue(parsing: Array(content) + [UInt8(ascii: "}")])
    }
}
