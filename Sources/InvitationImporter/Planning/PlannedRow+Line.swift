extension PlannedRow {
    /// The row's line in a plan: the same bytes as of ``json``, with the checksum and line feed.
    var planLine: [UInt8] {
        // An input has a million rows, so that the tree of a value would cost more than all the rest.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.add("{\"index\":", number)
        bytes.add(",\"input\":", place.input)
        bytes.add(",\"row\":", place.row)
        bytes.add(",\"line\":", line)
        if let correction { bytes.add(",\"correction\":", correction.json) }
        writeDecision(&bytes)
        if let person { bytes.add(",\"person\":", person.json) }
        if !findings.isEmpty { bytes.add(",\"findings\":", .array(findings.map(\.json))) }
        ChecksummedLine.end(&bytes, from: 0)
        return bytes
    }

    private func writeDecision(_ bytes: inout [UInt8]) {
        switch decision {
        case .invite(let invitation):
            bytes.add(",\"do\":\"invite\",\"key\":", invitation.key.text)
            bytes.add(",\"organization\":", invitation.organization)
            bytes.add(",\"body\":")
            invitation.writeBody(into: &bytes)
            if let there { bytes.add(",\"there\":", there.rawValue) }
            if let name = invitation.name { bytes.add(",\"name\":", name) }
        case .duplicate(let first, let united):
            bytes.add(",\"do\":\"duplicate\",\"of\":", first)
            if let united { bytes.add(",\"key\":", united.text) }
        case .invalid: bytes.add(",\"do\":\"invalid\"")
        case .skip(let reason): bytes.add(",\"do\":\"skip\",\"reason\":", reason)
        }
    }
}
