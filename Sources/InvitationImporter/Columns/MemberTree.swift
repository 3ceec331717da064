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
            guard case .object(let members)? = value, column < names.count else { continue }
            guard let root = root(column, names[column]) else { continue }
            add(members, below: root, depth: 1)
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
            if case .object(let inner) = member.value, depth < Self.depthLimit {
                add(inner, below: child, depth: depth + 1)
            }
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
