/// The members of the objects in an input's rows, at any depth, as far as they were seen. Each is like a column.
struct MemberTree: Sendable {
    /// One member.
    struct Node: Sendable {
        /// The path from the row: `fields.is_active`.
        var name: String
        var location: ValueLocation
        /// Whether a row had an object there. Then its members count instead.
        var isObject = false
        fileprivate var children: [String: Int] = [:]
    }

    /// The most members that are kept.
    static let limit = 1000
    /// The most levels of objects.
    private static let depthLimit = 32

    private(set) var nodes: [Node] = []
    /// The node of each column that had an object, by column.
    private var roots: [Int: Int] = [:]

    /// The members that are values, in the order they were first seen.
    var leaves: [Node] { nodes.filter { !$0.isObject && !$0.location.steps.isEmpty } }
    /// Whether there were more members than are kept.
    private(set) var isFull = false

    /// Adds the members of a row. Returns whether there was a new one.
    mutating func add(_ record: Record, names: [String]) -> Bool {
        let before = nodes.count
        for (column, value) in record.values.enumerated() {
            guard let value, column < names.count else { continue }
            switch value.asJSON {
            case .object(let members):
                if let root = root(column, names[column]) { add(members, below: root, depth: 1) }
            case .array(let elements) where elements.contains(where: \.isObject):
                if let root = root(column, names[column]) { add(list: elements, below: root, depth: 1) }
            default: continue
            }
        }
        return nodes.count > before
    }

    private mutating func fills() -> Bool {
        if nodes.count >= Self.limit { isFull = true }
        return isFull
    }

    private mutating func root(_ column: Int, _ name: String) -> Int? {
        if let root = roots[column] { return root }
        guard !fills() else { return nil }
        nodes.append(Node(name: name, location: ValueLocation(column: column), isObject: true))
        roots[column] = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func add(_ members: [JSONValue.Member], below parent: Int, depth: Int) {
        nodes[parent].isObject = true
        for member in members {
            guard let child = child(member.name, of: parent) else { return }
            guard depth < Self.depthLimit else { continue }
            switch member.value.asJSON {
            case .object(let inner): add(inner, below: child, depth: depth + 1)
            case .array(let elements): add(list: elements, below: child, depth: depth + 1)
            default: continue
            }
        }
    }

    /// Adds what the objects in a list have: the values that they name, or else their members.
    private mutating func add(list elements: [JSONValue], below parent: Int, depth: Int) {
        if elements.contains(where: { NamedValue($0) != nil }) { return add(pairs: elements, below: parent) }
        for element in elements.prefix(Self.listLimit) {
            guard case .object(let members) = element, let child = inside(elements, of: parent) else { continue }
            add(members, below: child, depth: depth + 1)
        }
    }

    /// The node for the objects in a list. Of several, those count of which a member says that they are the current or
    /// primary ones.
    private mutating func inside(_ elements: [JSONValue], of parent: Int) -> Int? {
        if let child = nodes[parent].children[Self.inside] { return child }
        guard !fills() else { return nil }
        let marker = elements.lazy.compactMap(\.members).joined().first { member in
            Self.markers.contains(member.name.lowercased().filter(\.isLetter)) && member.value.isBool
        }?.name
        var node = Node(name: nodes[parent].name + "[\(marker ?? "")]", location: nodes[parent].location)
        node.location.steps.append(.elementsWhere(marker ?? "primary", is: nil))
        nodes[parent].isObject = true
        nodes.append(node)
        nodes[parent].children[Self.inside] = nodes.count - 1
        return nodes.count - 1
    }

    private static let inside = "[]"
    /// So many elements of a list are looked at.
    private static let listLimit = 20
    private static let markers: Set<String> = [
        "primary", "isprimary", "current", "iscurrent", "latest", "islatest", "default", "isdefault",
    ]

    /// Adds a list of pairs: `[{"name":"active","value":"false"}]` has a member `active`.
    private mutating func add(pairs elements: [JSONValue], below parent: Int) {
        for pair in elements.compactMap(NamedValue.init) {
            if nodes[parent].children[pair.name] != nil { continue }
            guard !fills() else { return }
            var location = nodes[parent].location
            location.steps += [.elementsWhere(pair.nameMember, is: pair.name), .member(pair.valueMember)]
            nodes.append(Node(name: nodes[parent].name + "." + pair.name, location: location))
            nodes[parent].children[pair.name] = nodes.count - 1
        }
    }

    /// Whether a member only names the value beside it: `label` in `{"label":"Status","value":"active"}`.
    func isTitle(_ node: Node) -> Bool {
        guard case .member(let name)? = node.location.steps.last, NamedValue.names.contains(NamedValue.folded(name))
        else {
            return false
        }
        return sibling(of: node, among: NamedValue.values) != nil
    }

    /// The name of what a value belongs to, if it has a title beside it: that of the object around both.
    func value(_ node: Node) -> String? {
        guard case .member(let name)? = node.location.steps.last, NamedValue.values.contains(NamedValue.folded(name)),
            sibling(of: node, among: NamedValue.names) != nil
        else { return nil }
        return String(node.name.dropLast(name.count + 1))
    }

    private func sibling(of node: Node, among names: Set<String>) -> Node? {
        nodes.first { other in
            guard other.location.column == node.location.column,
                other.location.steps.count == node.location.steps.count,
                case .member(let name)? = other.location.steps.last, names.contains(NamedValue.folded(name))
            else { return false }
            return other.location.steps.dropLast() == node.location.steps.dropLast()
        }
    }

    private mutating func child(_ name: String, of parent: Int) -> Int? {
        if let child = nodes[parent].children[name] { return child }
        guard !fills() else { return nil }
        var location = nodes[parent].location
        location.steps.append(.member(name))
        nodes.append(Node(name: nodes[parent].name + "." + name, location: location))
        nodes[parent].children[name] = nodes.count - 1
        return nodes.count - 1
    }
}

/// An object that names a value: `{"name":"active","value":"false"}`.
private struct NamedValue {
    static let names: Set<String> = [
        "name", "key", "label", "attribute", "attributecode", "attributename", "field", "fieldname", "property",
        "propertyname", "title", "parameter",
    ]
    static let values: Set<String> = [
        "value", "values", "val", "stringvalue", "boolvalue", "booleanvalue", "fieldvalue", "attributevalue",
    ]

    /// The name of a member as it is compared.
    static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter } }

    var name = ""
    var nameMember = ""
    var valueMember = ""

    init?(_ value: JSONValue) {
        guard case .object(let members) = value, members.count <= 12 else { return nil }
        for member in members {
            let lower = Self.folded(member.name)
            if nameMember.isEmpty, Self.names.contains(lower), let text = member.value.string, !text.isEmpty {
                (name, nameMember) = (text, member.name)
            } else if valueMember.isEmpty, Self.values.contains(lower) {
                valueMember = member.name
            }
        }
        if nameMember.isEmpty || valueMember.isEmpty || name.utf8.count > 100 { return nil }
    }
}

extension JSONValue {
    fileprivate var isBool: Bool { if case .bool = self { true } else { false } }
}
