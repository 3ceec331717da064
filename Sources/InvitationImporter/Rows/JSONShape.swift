/// Where the people are in a JSON document, found from its beginning.
enum JSONShape: Hashable, Sendable {
    /// The document is a single person.
    case person
    /// The people are the elements of the array, or the values of the object, at this path. An empty path is the
    /// document.
    case list([String], isKeyed: Bool)
    /// Unknown: the people are the elements of the first array in the document under one of the usual names.
    case named

    /// The members of an object that may hold the people, folded: `{"users":[…]}`.
    static let names: Set<String> = [
        "users", "members", "people", "persons", "accounts", "employees", "invitations", "resources", "value", "values",
        "data", "items", "results", "records", "entries", "rows",
    ]

    /// Finds the people.
    ///
    /// - Parameters:
    ///   - document: the document, or its beginning.
    ///   - isWhole: whether it is the whole document. Otherwise its last value is cut.
    ///   - email: the path of members that a person named for the address; empty for none.
    init(of document: JSONValue, isWhole: Bool, email: [String] = []) {
        guard document.isObject else {
            self = .list([], isKeyed: false)
            return
        }
        if Self.isPerson(document) || Self.hasAddress(document, at: email) {
            self = .person
            return
        }
        let lists = Self.lists(in: document, [], isWhole: isWhole)
        let isNamed = (document.members ?? []).contains { member in
            Self.mayBeList(member) && (lists.isEmpty || Self.holdsAddress(member.value))
        }
        guard !isNamed, let first = lists.first else {
            self = .named
            return
        }
        // Prefer a list with a name for people; else take the first, and the others are refused when they come.
        self = lists.first { Self.isNamedLikePeople($0) } ?? first
    }

    /// Finds the people, and the other lists whose paths say that the people in them are out.
    ///
    /// If all lists say so, each of them is one of these, and so is the first.
    static func shapes(
        of document: JSONValue, isWhole: Bool, email: [String], tellsOut: ([String]) -> Bool
    ) -> (people: JSONShape, out: [JSONShape]) {
        let shape = JSONShape(of: document, isWhole: isWhole, email: email)
        if shape == .person || shape == .list([], isKeyed: false) { return (shape, []) }
        var (ins, outs): ([JSONShape], [JSONShape]) = ([], [])
        for list in lists(in: document, [], isWhole: isWhole) {
            if case .list(let path, _) = list, tellsOut(path) { outs.append(list) } else { ins.append(list) }
        }
        // A list of people who are in comes before one of others, wherever it stands.
        if outs.contains(shape), let first = ins.first { return (ins.first(where: isNamedLikePeople) ?? first, outs) }
        return (shape, outs.filter { $0 != shape })
    }

    /// Whether a document on one line holds a list of people. Then the line is not a person of JSON Lines.
    static func holdsList(_ document: JSONValue) -> Bool {
        if isPerson(document) { return false }
        return document.members?.contains(where: isNamedArray) == true
            || !lists(in: document, [], isWhole: true).isEmpty
    }

    /// Whether an object has an address of its own, and no array of others that have one.
    static func isPerson(_ object: JSONValue) -> Bool {
        if hasAddresses(object) { return true }
        return hasAddress(object) && !(object.members ?? []).contains { isNamedArray($0) && holdsAddress($0.value) }
    }

    /// Whether the document's only list is an object whose values are people.
    static func isKeyed(_ document: JSONValue) -> Bool {
        if isPerson(document) { return false }
        return lists(in: document, [], isWhole: true).first == .list([], isKeyed: true)
    }
}

extension JSONShape {
    /// The lists of people that can be reached through objects alone.
    private static func lists(in value: JSONValue, _ path: [String], isWhole: Bool) -> [JSONShape] {
        guard let members = value.members, path.count < 8 else { return [] }
        if isKeyed(members, isWhole: isWhole) { return [.list(path, isKeyed: true)] }
        return members.enumerated().flatMap { index, member -> [JSONShape] in
            let isWhole = isWhole || index < members.count - 1
            if isPeople(member.value) { return [.list(path + [member.name], isKeyed: false)] }
            return lists(in: member.value, path + [member.name], isWhole: isWhole)
        }
    }

    /// Whether an array holds people: addresses, or objects of which one has an address.
    private static func isPeople(_ value: JSONValue) -> Bool {
        guard let elements = value.array else { return false }
        if let texts = value.strings { return !texts.isEmpty && texts.allSatisfy(isAddress) }
        return elements.contains { $0.isObject && holdsAddress($0) }
    }

    /// Whether each value of an object is a person: `{"ann":{"email":…},"bob":{"email":…}}`. If there are several, some
    /// may lack an address, as long as they are alike otherwise.
    private static func isKeyed(_ members: [JSONValue.Member], isWhole: Bool) -> Bool {
        let known = isWhole || members.count < 2 ? members[...] : members.dropLast()
        guard !known.isEmpty, members.allSatisfy({ $0.value.isObject }) else { return false }
        let people = known.filter { hasAddress($0.value) || isAddress($0.name) || hasLogin($0.value) }
        if people.count == known.count { return true }
        guard people.count > 1, people.count * 2 > known.count, let first = people.first?.value.members else {
            return false
        }
        let names = Set(first.map(\.name))
        return known.allSatisfy { $0.value.members?.contains { names.contains($0.name) } ?? false }
    }

    private static func isNamedLikePeople(_ shape: JSONShape) -> Bool {
        guard case .list(let path, _) = shape else { return false }
        return path.suffix(2).contains { ["users", "members", "people", "employees"].contains(ColumnNames.folded($0)) }
    }

    /// Whether an object has a list of its own addresses, as in SCIM, beside something that only a person has.
    private static func hasAddresses(_ object: JSONValue) -> Bool {
        guard let members = object.members else { return false }
        let hasList = members.contains { member in
            addressLists.contains(ColumnNames.folded(member.name))
                && member.value.array?.contains { $0.isObject && holdsAddress($0) } == true
        }
        return hasList
            && members.contains { member in
                let name = ColumnNames.folded(member.name)
                return (ColumnNames.field(named: name) == .name || persons.contains(name)) && member.value.array == nil
            }
    }

    /// Whether an object has an address for a login name. A person then says with --map that it is the address.
    private static func hasLogin(_ object: JSONValue) -> Bool {
        object.members?.contains { member in
            logins.contains(ColumnNames.folded(member.name)) && member.value.string.map(isAddress) == true
        } ?? false
    }

    private static let logins: Set<String> = [
        "username", "login", "userlogin", "loginname", "userprincipalname", "upn",
    ]
    private static let addressLists: Set<String> = ["emails", "emailaddresses", "mails"]
    private static let persons: Set<String> = [
        "id", "uid", "uuid", "username", "login", "firstname", "lastname", "givenname", "familyname", "surname",
        "schemas",
        "active", "enabled", "status", "externalid",
    ]

    private static func hasAddress(_ object: JSONValue) -> Bool {
        object.members?.contains { ColumnNames.field(named: $0.name) == .email && $0.value.string != nil } ?? false
    }

    private static func hasAddress(_ object: JSONValue, at path: [String]) -> Bool {
        guard !path.isEmpty else { return false }
        var value: JSONValue? = object
        for name in path { value = value?[name] }
        return value?.string.map(isAddress) ?? false
    }

    private static func mayBeList(_ member: JSONValue.Member) -> Bool {
        member.value.array != nil && names.contains(ColumnNames.folded(member.name))
    }

    private static func isNamedArray(_ member: JSONValue.Member) -> Bool {
        mayBeList(member) && member.value.array?.first?.isObject != false
    }

    static func holdsAddress(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): text.utf8.contains(UInt8(ascii: "@"))
        case .array(let elements): elements.contains(where: holdsAddress)
        case .object(let members): members.contains { holdsAddress($0.value) || isAddress($0.name) }
        case .null, .bool, .number: false
        }
    }

    /// Whether a text is an address as people have one.
    static func isAddress(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "@")), text.utf8.count < 255 else { return false }
        let check = EmailAddress.check(text)
        return check.address != nil && !check.problems.contains { $0.code == .emailDotless }
    }
}
