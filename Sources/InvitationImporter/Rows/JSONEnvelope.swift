/// Opens what some systems put around a person: an outer object, or types around the values.
enum JSONEnvelope {
    /// The members in which search engines, graphs and databases return a stored object, folded.
    private static let names: Set<String> = ["source", "node", "doc", "document", "resource", "item"]

    /// The person in an element, without an outer object and without DynamoDB's types. A bare address becomes an
    /// object.
    ///
    /// - Parameter key: the element's name, if it is a value of an object.
    static func opened(_ element: JSONValue, key: String?) -> JSONValue {
        switch element {
        case .string(let text) where JSONShape.isAddress(text):
            return .object([.init("email", element)])
        case .object(let members):
            let inner = untyped(unwrapped(members))
            return .object(keyed(inner, key))
        default:
            return element
        }
    }

    /// Members beside the person stay, since they may say that the person is out.
    private static func unwrapped(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        let objects = members.filter { $0.value.isObject }
        guard objects.count == 1, let wrapper = objects.first, names.contains(ColumnNames.folded(wrapper.name)),
            let inner = wrapper.value.members, !members.contains(where: { ColumnNames.field(named: $0.name) == .email })
        else { return members }
        let taken = Set(inner.map(\.name))
        let others = members.filter { $0.name != wrapper.name }.map { member in
            let isTaken = taken.contains(member.name)
            return isTaken ? JSONValue.Member("\(member.name) (beside \(wrapper.name))", member.value) : member
        }
        return inner + others
    }

    /// Adds the element's name as the address, if it is one and the person has none.
    private static func keyed(_ members: [JSONValue.Member], _ key: String?) -> [JSONValue.Member] {
        guard let key, JSONShape.isAddress(key), !JSONShape.holdsAddress(.object(members)) else { return members }
        return [.init("email", .string(key))] + members
    }

    // MARK: - DynamoDB

    private static func untyped(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        guard !members.isEmpty, members.allSatisfy({ plain($0.value) != nil }) else { return members }
        return members.map { .init($0.name, plain($0.value) ?? $0.value) }
    }

    /// The value in `{"S":"ann@example.com"}`; `nil` for anything else.
    private static func plain(_ value: JSONValue) -> JSONValue? {
        guard let members = value.members, members.count == 1, let typed = members.first else { return nil }
        switch (typed.name, typed.value) {
        case ("S", .string), ("B", .string), ("BOOL", .bool), ("SS", .array), ("NS", .array), ("BS", .array):
            return typed.value
        case ("N", .string(let number)): return .number(number)
        case ("NULL", .bool): return .null
        case ("L", .array(let elements)):
            let plain = elements.compactMap(plain)
            return plain.count == elements.count ? .array(plain) : nil
        case ("M", .object(let inner)): return .object(untyped(inner))
        default: return nil
        }
    }
}
