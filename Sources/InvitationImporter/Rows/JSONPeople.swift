/// Finds the people in JSON documents. Each document is an array of people, an object with such an array in it, an
/// object of people by their ids, or a single person.
///
/// Anything beside the people is skipped. But a second list of people, an array of objects with an address in them, or
/// an address of the object itself is an error, since one of the two would be dropped.
struct JSONPeople: Sendable {
    /// Why it cannot be said who the people are.
    enum Failure: Error, Hashable {
        case json(JSONError)
        /// There are two lists of people, and one would be dropped. The text says which, then the line.
        case twice(String, line: Int)
        /// A document has no list, unlike the others.
        case noList(line: Int)
    }

    /// Something else in the object that looks like people.
    enum OtherPeople: Hashable, Sendable {
        /// A member with an array of people.
        case array(String)
        /// A member with an address, as a person has one.
        case address(String)

        var name: String {
            switch self {
            case .array(let name), .address(let name): Printable.escape(name, limit: 40)
            }
        }
    }

    /// Whether the text is an object, either around the people or a person itself.
    private(set) var isObject: Bool
    /// The path of the list that is handed out; `nil` while there is none.
    private(set) var listName: String?
    /// Another list, or an address beside the list. Then nobody can say who is meant.
    private(set) var otherPeople: OtherPeople?
    /// The path of the first skipped address.
    private(set) var seenAddress: String?
    /// What the documents say about the number of people.
    private(set) var pages = MorePages()
    /// Whether the current document has given a person.
    private var hasHandedOut = false
    private var hasList = false
    private var documentLine = 1
    /// The line of the first document without a list.
    private var lineWithoutList: Int?
    private var parser: JSONParser
    private let shape: JSONShape
    /// Lists that are handed out besides: of people who are out by the list's name.
    private let outLists: [JSONShape]
    /// The path of the current list: the names of members.
    private(set) var list: [String] = []

    /// Makes a finder at the beginning of a text.
    ///
    /// - Parameters:
    ///   - shape: where the people are in each document.
    ///   - outLists: where people are who are out by the list's name.
    ///   - byteLimit: the most bytes of one person, or of one skipped text.
    ///   - place: where the first byte is.
    init(
        _ shape: JSONShape, outLists: [JSONShape] = [], byteLimit: Int, at place: TextPosition = TextPosition()
    ) {
        self.shape = shape
        self.outLists = outLists
        isObject = shape == .person
        parser = JSONParser(.chosen, byteLimit: byteLimit, at: place)
    }

    /// Whether the current value is one of several people.
    var isInList: Bool { parser.handing == .contents }

    /// Reads until a person is complete or the bytes end.
    mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(Failure) -> JSONParser.Found? {
        while let stop = try step(bytes, from: &position) {
            switch stop {
            case .found(let found):
                hasHandedOut = true
                try refuseOtherPeople(line: found.start.line)
                if parser.path.isEmpty { try endDocument() }
                return found
            case .opened(let isObject): try choose(isObject: isObject)
            case .text: try passOverText()
            case .scalar(let value): passOver(value)
            case .ended: try endDocument()
            }
        }
        return nil
    }

    /// Tells the finder that the text has ended.
    mutating func finish() throws(Failure) {
        do throws(JSONError) {
            _ = try parser.finish()
        } catch {
            throw .json(error)
        }
    }

    private mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(Failure) -> JSONParser.Stop? {
        do throws(JSONError) {
            return try parser.next(bytes, from: &position)
        } catch {
            throw .json(error)
        }
    }
}

extension JSONPeople {
    /// Decides whether an array or object that begins is wanted.
    private mutating func choose(isObject: Bool) throws(Failure) {
        let path = parser.path
        if path.isEmpty {
            try beginDocument(isObject: isObject)
        } else if isList(path, isObject: isObject) {
            parser.handOutContents()
            hasList = true
            list = path.compactMap(\.self)
            let name = Self.text(path)
            if listName == nil || !hasHandedOut {
                listName = name
            } else {
                otherPeople = .array(name)
            }
        } else if isOutList(path, isObject: isObject) {
            parser.handOutContents()
            hasList = true
            list = path.compactMap(\.self)
        }
    }

    private mutating func beginDocument(isObject: Bool) throws(Failure) {
        if let lineWithoutList { throw .noList(line: lineWithoutList) }
        if pages.documents == 0 { self.isObject = isObject }
        pages.beginDocument()
        (hasHandedOut, hasList, otherPeople) = (false, true, nil)
        documentLine = parser.line
        if !isObject || shape == .list([], isKeyed: true) {
            parser.handOutContents()
        } else if shape == .person || shape == .list([], isKeyed: false) {
            parser.handOutWhole()
        } else {
            hasList = false
        }
    }

    /// Ends a document. If there are several, each must have people: a page without people is a failed one.
    private mutating func endDocument() throws(Failure) {
        pages.endDocument()
        if !hasList { lineWithoutList = lineWithoutList ?? documentLine }
        if let lineWithoutList, pages.documents > 1 { throw .noList(line: lineWithoutList) }
        parser.beginNext()
    }

    private func isList(_ path: [String?], isObject: Bool) -> Bool {
        switch shape {
        case .person: return false
        case .list(let wanted, let isKeyed): return isObject == isKeyed && path == wanted
        case .named:
            guard path.count == 1, !isObject, let name = path[0] else { return false }
            return JSONShape.names.contains(ColumnNames.folded(name))
        }
    }

    private func isOutList(_ path: [String?], isObject: Bool) -> Bool {
        outLists.contains { $0 == .list(path.compactMap(\.self), isKeyed: isObject) } && !path.contains(nil)
    }

    private mutating func passOver(_ value: JSONValue) {
        let path = parser.path
        // Some systems write null for an empty list.
        if value.isNull, isList(path, isObject: false) || isList(path, isObject: true) { hasList = true }
        pages.note(value, at: path)
    }

    /// Checks whether a skipped text belongs to a person.
    private mutating func passOverText() throws(Failure) {
        let bytes = parser.skipped
        let path = parser.path
        guard bytes.count < JSONParser.skippedBytes, bytes.contains(UInt8(ascii: "@")) else {
            return pages.note(.string(String(decoding: bytes.prefix(200), as: UTF8.self)), at: path)
        }
        guard JSONShape.isAddress(String(decoding: bytes, as: UTF8.self)) else { return }
        seenAddress = seenAddress ?? Self.text(path)
        guard let outer = path.first, let name = outer else { return }
        let isOwn = path.count == 1
        guard isOwn || isInOtherList(path) else { return }
        if isOwn && ColumnNames.field(named: name) != .email { return }
        otherPeople = isOwn ? .address(name) : .array(Self.text(Array(path.prefix { $0 != nil })))
        if hasHandedOut { try refuseOtherPeople(line: parser.line) }
    }

    /// Whether a path leads through objects alone to an array, and into an object of it, as in a list of people.
    private func isInOtherList(_ path: [String?]) -> Bool {
        guard let array = path.firstIndex(of: nil), array + 1 < path.count, path[array + 1] != nil else { return false }
        return array == 1 || shape != .named
    }

    /// Refuses an object in which one list would have to be chosen.
    private func refuseOtherPeople(line: Int) throws(Failure) {
        guard let listName, let otherPeople else { return }
        let name = Printable.escape(listName, limit: 40)
        switch otherPeople {
        case .array:
            throw .twice(
                "there are two arrays of people, \(name) and \(otherPeople.name); leave one of them", line: line)
        case .address:
            throw .twice(
                "there is an address in \(otherPeople.name) beside the array of people, \(name); leave one of them",
                line: line)
        }
    }

    /// A path as text: `data.users[].email`.
    static func text(_ path: [String?]) -> String {
        path.reduce(into: "") { text, name in
            if let name {
                text += text.isEmpty ? name : "." + name
            } else {
                text += "[]"
            }
        }
    }
}
