/// Finds the people in a JSON text, which is an array of them, an object around such an array, or a person itself.
///
/// What stands beside the array is passed over. But a second array of people, an array of objects with an address in
/// them, or an address of the object itself is an error, as one of the two would be dropped.
struct JSONPeople: Sendable {
    /// Why the people cannot be told.
    enum Failure: Error, Hashable {
        case json(JSONError)
        /// There are two lists of people, of which one would have to be dropped: which, and the line.
        case twice(String, line: Int)
    }

    /// What else in the object looks like people.
    enum OtherPeople: Hashable, Sendable {
        /// A member with an array of them.
        case array(String)
        /// A member with an address, as a person has it.
        case address(String)

        var name: String {
            switch self {
            case .array(let name), .address(let name): Printable.escape(name, limit: 40)
            }
        }
    }

    /// Whether the text is an object, around the array or a person.
    private(set) var isObject: Bool
    /// The member whose array is handed out; `nil` if there is none so far.
    private(set) var arrayName: String?
    /// Another member with such an array, or one beside it with an address, so that nobody can say who is meant.
    private(set) var otherPeople: OtherPeople?
    private var hasHandedOut = false
    private var parser: JSONParser
    private let isOnePerson: Bool
    private let names: Set<String>

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - isOnePerson: whether the text is a person itself.
    ///   - names: the members of an object that may hold the people, folded.
    ///   - byteLimit: bytes of one person, and of one text that is passed over, at most.
    ///   - place: where the first byte is.
    init(isOnePerson: Bool, names: Set<String>, byteLimit: Int, at place: TextPosition = TextPosition()) {
        self.isOnePerson = isOnePerson
        self.names = names
        isObject = isOnePerson
        parser = JSONParser(.chosen, byteLimit: byteLimit, at: place)
    }

    /// Whether what is being read is one of the people.
    var isInArray: Bool { parser.handing == .contents }

    /// Reads on until a person is complete or the bytes end.
    mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(Failure) -> JSONParser.Found? {
        while let stop = try step(bytes, from: &position) {
            switch stop {
            case .found(let found):
                hasHandedOut = true
                try refuseOtherPeople(line: found.start.line)
                return found
            case .opened(let isObject): choose(isObject: isObject)
            case .text: try passOverText()
            case .scalar: break
            }
        }
        return nil
    }

    /// Tells that the text has ended.
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

    /// Finds out whether an array or object that begins is what is wanted.
    private mutating func choose(isObject: Bool) {
        let path = parser.path
        if path.isEmpty {
            self.isObject = isObject
            if isOnePerson { return parser.handOutWhole() }
            if !isObject { parser.handOutContents() }
        } else if path.count == 1, !isObject, let name = path[0], names.contains(ColumnNames.folded(name)) {
            parser.handOutContents()
            if arrayName == nil || !hasHandedOut {
                arrayName = name
            } else {
                otherPeople = .array(name)
            }
        }
    }

    /// Looks whether a text that is passed over belongs to a person.
    private mutating func passOverText() throws(Failure) {
        let text = parser.passedOver
        guard text.count < JSONParser.passedOverBytes, text.contains(UInt8(ascii: "@")) else { return }
        let path = parser.path
        guard let outer = path.first, let name = outer else { return }
        let isOwn = path.count == 1
        guard isOwn || path.count > 2 && path[1] == nil && path[2] != nil else { return }
        if isOwn && ColumnNames.field(named: name) != .email { return }
        let check = EmailAddress.check(String(decoding: text, as: UTF8.self))
        guard check.address != nil, !check.problems.contains(where: { $0.code == .emailDotless }) else { return }
        otherPeople = isOwn ? .address(name) : .array(name)
        if hasHandedOut { try refuseOtherPeople(line: parser.line) }
    }

    /// Refuses an object of which one list would have to be chosen.
    private func refuseOtherPeople(line: Int) throws(Failure) {
        guard let arrayName, let otherPeople else { return }
        let name = Printable.escape(arrayName, limit: 40)
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
}
