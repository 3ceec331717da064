/// A JSON object on a line of its own. Its last member is `crc`, the ``CRC32`` of all bytes before `,"crc"`.
///
/// The lines of the journal and of the plan have this form.
enum ChecksummedLine {
    private static let tailLength = ",\"crc\":\"00000000\"}".utf8.count
    private static let digitsAndEnd = "00000000\"}".utf8.count

    /// The line with its checksum and line feed. There must be at least one member.
    static func bytes(_ members: [JSONValue.Member]) -> [UInt8] {
        var line = JSONValue.object(members).bytes
        line.removeLast()
        end(&line, from: 0)
        return line
    }

    /// Ends a line that begins at an index of some bytes and has all its members, but not the brace after them: adds
    /// its checksum and the line feed.
    static func end(_ bytes: inout [UInt8], from start: Int) {
        let sum = CRC32.of(bytes[start...])
        bytes.add(beforeSum)
        CRC32.write(sum, into: &bytes)
        bytes.add("\"}\n")
    }

    private static let beforeSum: StaticString = ",\"crc\":\""

    /// Reads a line without its line feed; `nil` if it does not match its checksum.
    static func value(_ bytes: some Sequence<UInt8>) -> JSONValue? {
        read(bytes) { try? JSONValue(parsing: Array($0) + [.closeBrace]) }
    }

    /// Reads a line without its line feed.
    ///
    /// - Parameter take: Gets the line without its checksum, and without the brace at its end.
    /// - Returns: What `take` returns; `nil` if the line does not match its checksum.
    static func read<Value>(_ bytes: some Sequence<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
        let value = bytes.withContiguousStorageIfAvailable { content($0).flatMap(take) }
        return value ?? Array(bytes).withUnsafeBufferPointer { content($0).flatMap(take) }
    }

    /// What a line has before its checksum; `nil` if it does not match it.
    private static func content(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard line.count >= tailLength else { return nil }
        let content = UnsafeBufferPointer(rebasing: line.dropLast(tailLength))
        var tail = OwnJSONScanner(UnsafeBufferPointer(rebasing: line[content.count...]))
        let digits = UnsafeBufferPointer(rebasing: line.suffix(digitsAndEnd).dropLast(2))
        let isSum = tail.takes(beforeSum) && CRC32.stands(CRC32.of(content), in: digits)
        return isSum && line[line.count - 2] == .quote && line[line.count - 1] == .closeBrace ? content : nil
    }
}
