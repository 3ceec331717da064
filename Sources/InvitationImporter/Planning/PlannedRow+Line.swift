extension PlannedRow {
    /// The row's line in a plan: the same bytes as of ``json``, with the checksum and line feed.
    var planLine: [UInt8] {
        // An input has a million rows, so that the tree of a value would cost more than all the rest.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.append(contentsOf: "{\"index\":".utf8)
        JSONWriter.write(number, into: &bytes)
        bytes.append(contentsOf: ",\"input\":".utf8)
        JSONWriter.write(place.input, into: &bytes)
        bytes.append(contentsOf: ",\"row\":".utf8)
        JSONWriter.write(place.row, into: &bytes)
        bytes.append(contentsOf: ",\"line\":".utf8)
        JSONWriter.write(line, into: &bytes)
        if let correction { Self.write("correction", correction.json, &bytes) }
        writeDecision(&bytes)
        if !findings.isEmpty { Self.write("findings", .array(findings.map(\.json)), &bytes) }
        bytes.append(.closeBrace)
        ChecksummedLine.finish(&bytes)
        return bytes
    }

    private func writeDecision(_ bytes: inout [UInt8]) {
        switch decision {
        case .invite(let invitation):
            bytes.append(contentsOf: ",\"do\":\"invite\",\"key\":".utf8)
            JSONWriter.write(invitation.key.text, into: &bytes)
            bytes.append(contentsOf: ",\"organization\":".utf8)
            JSONWriter.write(invitation.organization, into: &bytes)
            bytes.append(contentsOf: ",\"body\":".utf8)
            invitation.writeBody(into: &bytes)
            if let there { Self.write("there", there.rawValue, &bytes) }
            if let name = invitation.name { Self.write("name", name, &bytes) }
        case .duplicate(let first, let united):
            bytes.append(contentsOf: ",\"do\":\"duplicate\",\"of\":".utf8)
            JSONWriter.write(first, into: &bytes)
            if let united { Self.write("key", united.text, &bytes) }
        case .invalid: bytes.append(contentsOf: ",\"do\":\"invalid\"".utf8)
        case .skip(let reason):
            bytes.append(contentsOf: ",\"do\":\"skip\"".utf8)
            Self.write("reason", reason, &bytes)
        }
    }

    private static func write(_ name: StaticString, _ text: String, _ bytes: inout [UInt8]) {
        begin(name, &bytes)
        JSONWriter.write(text, into: &bytes)
    }

    private static func write(_ name: StaticString, _ value: JSONValue, _ bytes: inout [UInt8]) {
        begin(name, &bytes)
        JSONWriter.write(value, into: &bytes)
    }

    private static func begin(_ name: StaticString, _ bytes: inout [UInt8]) {
        bytes.append(.comma)
        bytes.append(.quote)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(.quote)
        bytes.append(.colon)
    }
}
