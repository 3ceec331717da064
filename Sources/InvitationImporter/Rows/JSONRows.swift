/// Reads the rows of JSON documents: the people that ``JSONPeople`` finds in each.
struct JSONRows: RowReader {
    /// The most bytes of an element.
    static let elementLimit = 1 << 20

    private(set) var columns = ColumnTable()
    var headerLine: Int? { nil }
    private var text: TextSource
    private var people: JSONPeople
    private var position: Int
    private var rowCount = 0
    private var previousLine = 0
    /// Finds the name in a list's path that says that its people are out, and the column for it.
    private let outLists: OutLists

    /// What names of lists say.
    struct OutLists: Sendable {
        /// The name in a path that says that the people in the list are out; `nil` if none does.
        var name: @Sendable ([String]) -> String? = { _ in nil }
        /// The column for people in a list of that name, whose value is true.
        var column: @Sendable (String) -> String = { $0 }
    }

    /// Examines the beginning.
    ///
    /// - Parameters:
    ///   - email: the path of members that a person named for the address; empty for none.
    ///   - outLists: what names of lists say about the people in them.
    init(_ text: TextSource, email: [String] = [], outLists: OutLists = OutLists()) {
        self.text = text
        self.outLists = outLists
        position = text.piece.upperBound
        let (shape, others) = text.bytes.withUnsafeBufferPointer { bytes in
            JSONHead(UnsafeBufferPointer(rebasing: bytes[text.head])).shapes(email: email) { outLists.name($0) != nil }
        }
        people = JSONPeople(
            shape, outLists: others, byteLimit: Self.elementLimit, at: TextPosition(offset: position))
    }

    var columnCount: Int { columns.names.count }

    var warnings: [InputWarning] { people.pages.warnings(rows: rowCount) }

    var nothingRead: InputError {
        if text.head.isEmpty { return InputError.empty(text.name) }
        guard people.isObject, people.listName == nil else {
            return InputError.withoutRows(text.name, "The array is empty. Check that it is the right file.")
        }
        let message = "This is one object, and it has no array of people, such as \"users\". \(advice)"
        return InputError(.notUnderstood, code: "json-array-missing", file: text.name, message: message)
    }

    /// What to do about an object in which no people were found.
    private var advice: String {
        if let seen = people.seenAddress, !seen.contains("[]"), let typed = ShellWord.quoted(seen) {
            return "An address is at \(Printable.escape(seen, limit: 80)); if that is the person: --map email=\(typed)"
        }
        if let seen = people.seenAddress {
            let list = seen.split(separator: "[]", omittingEmptySubsequences: false).first.map(String.init) ?? seen
            return
                "Addresses are at \(Printable.escape(seen, limit: 80)). Take the list out of what is around it, such as with "
                + "jq '.\(Printable.escape(list, limit: 80))'"
        }
        return people.otherPeople.map { "If the people are in \"\($0.name)\", call it \"users\"." }
            ?? "Put people into an array, or each on a line of its own."
    }

    mutating func next() throws(InputError) -> Record? {
        guard let found = try readElement() else { return nil }
        rowCount += 1
        var record = Record(number: rowCount, line: found.start.line, offset: found.start.offset, values: [])
        record.sharesLine = found.start.line == previousLine
        previousLine = found.start.line
        var person = found
        person.value = JSONEnvelope.opened(found.value, key: found.name)
        if let list = outLists.name(people.list), case .object(let members) = person.value {
            person.value = .object(members + [.init(outLists.column(list), .bool(true))])
        }
        try record.fill(with: person, &columns, file: text.name)
        if !person.value.isObject || found.hasRepeatedNames { record.unread = found.value.serialized }
        return record
    }

    private mutating func readElement() throws(InputError) -> JSONParser.Found? {
        while true {
            if let found = try parsePiece() { return found }
            let hasMore = try text.advance()
            position = text.piece.lowerBound
            if !hasMore { return try finish() }
        }
    }

    private mutating func parsePiece() throws(InputError) -> JSONParser.Found? {
        do throws(JSONPeople.Failure) {
            return try text.bytes.withUnsafeBufferPointer { (bytes) throws(JSONPeople.Failure) -> JSONParser.Found? in
                let upToEnd = UnsafeBufferPointer(rebasing: bytes[..<text.piece.upperBound])
                return try people.next(upToEnd, from: &position)
            }
        } catch {
            throw inputError(error)
        }
    }

    private mutating func finish() throws(InputError) -> JSONParser.Found? {
        do throws(JSONPeople.Failure) {
            try people.finish()
            return nil
        } catch {
            throw inputError(error)
        }
    }

    private func inputError(_ failure: JSONPeople.Failure) -> InputError {
        switch failure {
        case .twice(let words, let line):
            let message = "It cannot be said who is meant: \(words)."
            return InputError(.notUnderstood, code: "json-array-twice", file: text.name, line: line, message: message)
        case .noList(let line):
            let message =
                "Of several documents, the one that begins here has no people where the others have them. Remove it, or "
                + "get the page again. \(advice)"
            return InputError(.notUnderstood, code: "json-array-missing", file: text.name, line: line, message: message)
        case .json(let error): return inputError(error)
        }
    }

    private func inputError(_ error: JSONError) -> InputError {
        let line = error.position.line
        if error.code == .tooLong {
            let advice =
                people.isInList
                ? "Each element of the array must be one person." : "No person, and no text beside them, may be longer."
            return InputError.recordTooLong(text.name, line: line, limit: Self.elementLimit, advice)
        }
        if text.head.isEmpty { return InputError.empty(text.name) }
        let advice = people.isObject ? " Put people into an array, or each object on a line of its own." : ""
        let message =
            "This is not JSON: at column \(error.position.column), \(error.message). Correct it and try again.\(advice)"
        return InputError(.notUnderstood, code: "json-syntax", file: text.name, line: line, message: message)
    }
}

extension JSONValue {
    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    /// What kind of value it is, as part of a sentence.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension Record {
    /// Takes the members of an object as the values of their columns, and notes what is wrong with the object.
    mutating func fill(
        with found: JSONParser.Found, _ columns: inout ColumnTable, file: String
    ) throws(InputError) {
        guard case .object(let members) = found.value else {
            let advice = "The row is \(found.value.kind). Write an object such as {\"email\":\"ann@example.com\"}."
            findings.append(Finding(.jsonNotObject, line: line, advice: advice))
            return
        }
        hasRepeatedNames = found.hasRepeatedNames
        values.reserveCapacity(max(members.count, columns.names.count))
        for (position, member) in members.enumerated() {
            let index = try columns.index(of: member.name, hint: position, file: file, line: line)
            while values.count <= index { values.append(nil) }
            if values[index] == nil {
                values[index] = member.value
            } else {
                repeatedColumns.append(index)
            }
        }
    }
}
