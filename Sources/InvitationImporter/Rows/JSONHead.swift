/// What the beginning of a JSON text says about the rest.
struct JSONHead {
    private let head: UnsafeBufferPointer<UInt8>
    private let text: UnsafeBufferPointer<UInt8>
    private let line: UnsafeBufferPointer<UInt8>

    /// Examines up to 64 KiB, without a byte order mark. The first byte that is not white space is a brace.
    init(_ head: UnsafeBufferPointer<UInt8>) {
        self.head = head
        text = UnsafeBufferPointer(rebasing: head.drop { $0.isBlank || $0 == .recordSeparator })
        line = UnsafeBufferPointer(rebasing: text.prefix { !$0.isLineEnd })
    }

    /// Whether the text is one document or several one after another, and not JSON Lines.
    ///
    /// It is a document if its first line is only the beginning of an object, since each line of JSON Lines is a whole
    /// one. It is one too if the line has a list of people, or more than one object. An object of people under names of
    /// their own is a line of JSON Lines if the next line repeats a name.
    var isDocuments: Bool {
        var parser = JSONParser()
        var position = 0
        do throws(JSONError) {
            if let found = try parser.parse(line, from: &position) {
                let rest = line[position...].drop { $0.isBlank }
                if rest.first == .openBrace || rest.first == .openBracket { return true }
                _ = try parser.parse(line, from: &position)
                return JSONShape.holdsList(found.value) && !hasLineLike(found.value)
            }
        } catch {
            // A broken line is a row by itself, but only if it could be a whole one.
            return line.last { !$0.isBlank } != .closeBrace
        }
        let isCut = line.count == text.count && head.count >= ByteSource.pieceBytes
        return !(isCut && parser.valueSoFar.map(JSONShape.isPerson) == true)
    }

    /// Whether the next line repeats a name of what seems to be an object of people by their ids.
    private func hasLineLike(_ first: JSONValue) -> Bool {
        guard JSONShape.isKeyed(first) else { return false }
        let below = text[line.count...].drop { $0.isBlank }.prefix { !$0.isLineEnd }
        guard let second = try? JSONValue(parsing: below), let names = second.members?.map(\.name) else { return false }
        return first.members?.contains { names.contains($0.name) } ?? false
    }

    /// Where the people are in the first document, and the other lists whose names say that their people are out.
    ///
    /// - Parameters:
    ///   - email: the path of members that a person named for the address; empty for none.
    ///   - tellsOut: whether a list's path says that its people are out.
    func shapes(email: [String], tellsOut: ([String]) -> Bool) -> (people: JSONShape, out: [JSONShape]) {
        var parser = JSONParser()
        var position = 0
        let found = try? parser.parse(text, from: &position)
        guard let value = found?.value ?? parser.valueSoFar else { return (.named, []) }
        return JSONShape.shapes(of: value, isWhole: found != nil, email: email, tellsOut: tellsOut)
    }
}
