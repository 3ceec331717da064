/// What the beginning of a JSON text tells about the rest.
struct JSONHead {
    private let head: UnsafeBufferPointer<UInt8>
    private let text: UnsafeBufferPointer<UInt8>
    private let line: UnsafeBufferPointer<UInt8>

    /// Looks at up to 64 KiB, without a byte order mark, of which the first byte that is no white space is a brace.
    init(_ head: UnsafeBufferPointer<UInt8>) {
        self.head = head
        text = UnsafeBufferPointer(rebasing: head.drop { $0.isBlank })
        line = UnsafeBufferPointer(rebasing: text.prefix { !$0.isLineEnd })
    }

    /// Whether the text is one object, and not JSON Lines.
    ///
    /// It is if its first line is no more than the beginning of an object, whatever follows: each line of JSON Lines is a
    /// whole one. An object on one line, with nothing behind it, is a line unless it has an array of people in it.
    var isOneObject: Bool {
        var parser = JSONParser()
        var position = 0
        do throws(JSONError) {
            if let found = try parser.parse(line, from: &position) {
                _ = try parser.parse(line, from: &position)
                let isAlone = text[line.count...].allSatisfy(\.isBlank)
                return isAlone && Self.holdsArray(found.value)
            }
        } catch {
            // A broken line is a row of its own, but only if it could be a whole one.
            return line.last { !$0.isBlank } != .closeBrace
        }
        let isCut = line.count == text.count && head.count >= ByteSource.pieceBytes
        return !(isCut && parser.valueSoFar.map(Self.isPerson) == true)
    }

    /// Whether the text is an object that is a person, over several lines, and so the only row.
    var isOnePerson: Bool {
        var parser = JSONParser()
        var position = 0
        let found = try? parser.parse(text, from: &position)
        return (found?.value ?? parser.valueSoFar).map(Self.isPerson) ?? false
    }

    /// Whether an object has an address of its own, and no array of others who have one.
    private static func isPerson(_ object: JSONValue) -> Bool {
        hasAddress(object) && !(object.members ?? []).contains { isArrayOfPeople($0) && holdsAddress($0.value) }
    }

    private static func hasAddress(_ object: JSONValue) -> Bool {
        object.members?.contains { ColumnNames.field(named: $0.name) == .email && $0.value.string != nil } ?? false
    }

    private static func holdsArray(_ object: JSONValue) -> Bool {
        !isPerson(object) && object.members?.contains(where: isArrayOfPeople) == true
    }

    private static func isArrayOfPeople(_ member: JSONValue.Member) -> Bool {
        guard let elements = member.value.array, elements.first?.isObject != false else { return false }
        return JSONRows.arrayNames.contains(ColumnNames.folded(member.name))
    }

    private static func holdsAddress(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): text.utf8.contains(UInt8(ascii: "@"))
        case .array(let elements): elements.contains(where: holdsAddress)
        case .object(let members): members.contains { holdsAddress($0.value) }
        case .null, .bool, .number: false
        }
    }
}
