/// Puts values together from the pieces that ``JSONParser`` finds, without recursion.
struct JSONBuilder: Sendable {
    /// An array or object that is not closed yet.
    private struct Container: Sendable {
        var isObject: Bool
        var elements: [JSONValue] = []
        var members: [JSONValue.Member] = []
        /// The name of the member whose value comes next.
        var name = ""
        /// The index of the first member of each name, once there are too many to compare one by one.
        var places: [String: Int]?
        /// The index of an earlier member called `name`; `nil` if there is none.
        var earlier: Int?
    }

    /// Whether values are kept. Otherwise only the brackets are counted.
    var keeps = true
    /// Whether an object among the kept values has a name twice, with different values.
    private(set) var hasRepeatedNames = false
    private var open: [Container] = []
    /// The last value outside all containers.
    private var complete: JSONValue?
    /// The size of the object closed last. The next one often has the same shape.
    private var expectedMembers = 0

    /// How many arrays and objects are open.
    var depth: Int { open.count }
    /// Whether the innermost open container is an object; `nil` if none is open.
    var isInObject: Bool? { open.isEmpty ? nil : open[open.count - 1].isObject }

    /// The path from the outermost to the innermost open container: for an object the name of its current member, for
    /// an array `nil`.
    var path: [String?] { open.map { $0.isObject ? $0.name : nil } }

    /// The value so far, as if everything open ended here; `nil` if nothing has begun.
    var valueSoFar: JSONValue? {
        var copy = self
        while copy.depth > 0 { copy.closeContainer() }
        return copy.complete
    }

    /// The name of the innermost object's member whose value comes next.
    var name: String { open.last?.name ?? "" }

    mutating func reset() {
        keeps = true
        hasRepeatedNames = false
        open.removeAll(keepingCapacity: true)
        complete = nil
    }

    mutating func openContainer(isObject: Bool) {
        open.append(Container(isObject: isObject))
        if isObject { open[open.count - 1].members.reserveCapacity(expectedMembers) }
    }

    /// Adds a value to the innermost container.
    mutating func add(_ value: JSONValue) {
        guard keeps else { return }
        let top = open.count - 1
        if top < 0 {
            complete = value
        } else if !open[top].isObject {
            open[top].elements.append(value)
        } else if let earlier = open[top].earlier {
            if open[top].members[earlier].value == value { return }
            hasRepeatedNames = true
            open[top].members.append(JSONValue.Member(open[top].name, value))
        } else {
            open[top].members.append(JSONValue.Member(open[top].name, value))
        }
    }

    /// Removes the last value and hands it out.
    mutating func takeLast() -> JSONValue? {
        hasRepeatedNames = false
        let top = open.count - 1
        if top >= 0 { return open[top].isObject ? open[top].members.popLast()?.value : open[top].elements.popLast() }
        defer { complete = nil }
        return complete
    }

    /// Begins a member with this name in the innermost object. If the name was there before, both values are kept
    /// unless they are the same.
    mutating func addName(_ name: String) {
        let top = open.count - 1
        open[top].name = name
        guard keeps else { return }
        let count = open[top].members.count
        if open[top].places == nil, count < 16 {
            open[top].earlier = open[top].members.firstIndex { $0.name == name }
            return
        }
        if open[top].places == nil {
            let named = open[top].members.enumerated().map { ($1.name, $0) }
            open[top].places = Dictionary(named) { first, _ in first }
        }
        open[top].earlier = open[top].places?[name]
        if open[top].earlier == nil { open[top].places?[name] = count }
    }

    /// Closes the innermost array or object, which becomes a value of the one around it.
    mutating func closeContainer() {
        guard let container = open.popLast() else { return }
        if container.isObject {
            expectedMembers = min(container.members.count, 64)
            add(.object(container.members))
        } else {
            add(.array(container.elements))
        }
    }
}
