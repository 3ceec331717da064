/// What the beginning of a JSON text tells about the rest.
enum JSONHead {
    /// Whether a text that begins with a brace is one object with an array of people in it, not JSON Lines.
    ///
    /// It is if its first line is such an object and nothing follows, or if its first line is only the beginning of an
    /// object and the next line goes on with it.
    static func isOneObject(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = UnsafeBufferPointer(rebasing: head.drop { $0.isBlank })
        let line = UnsafeBufferPointer(rebasing: text.prefix { !$0.isLineEnd })
        let next = text[line.count...].first { !$0.isBlank }
        var parser = JSONParser()
        var position = 0
        do throws(JSONError) {
            guard let found = try parser.parse(line, from: &position) else {
                return next.map { $0 != .openBrace } ?? (head.count >= ByteSource.pieceBytes)
            }
            _ = try parser.parse(line, from: &position)
            return next == nil && holdsArray(found.value)
        } catch {
            return false
        }
    }

    private static func holdsArray(_ value: JSONValue) -> Bool {
        let members = value.members ?? []
        let isPerson = members.contains { ColumnNames.field(named: $0.name) == .email && $0.value.string != nil }
        return !isPerson
            && members.contains { member in
                guard let elements = member.value.array, elements.first?.isObject != false else { return false }
                return JSONRows.arrayNames.contains(ColumnNames.folded(member.name))
            }
    }
}
