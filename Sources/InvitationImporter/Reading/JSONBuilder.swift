/// Puts values together from the pieces that ``JSONParser`` finds, without recursion.
struct JSONBuilder: Sendable {
    /// An array or object that is not closed yet.
    private struct Container: Sendable {
        var isObject: Bool
        var elements: [JSONValue] = []
        var members: [JSONValue.Member] = []
        /// The name of the member whose value comes next.
        var name = ""
        /// The names so far, once there are too many to compare one by one.
        var seen: Set<String>?
        /// Whether `name` was there before, so that its value is dropped.
        var isRepeated = false
    }

    /// Whether values are kept; else only the brackets are counted.
    var keeps = true
    private var open: [Container] = []
    /// The last value outside all containers.
    private var complete: JSONValue?
    /// The size of the object closed last; the next one often has the same shape.
    private var expectedMembers = 0

    /// How many arrays and objects are open.
    var depth: Int { open.count }
    /// Whether the innermost open one is an object; `nil` if none is open.
    var isInObject: Bool? { open.isEmpty ? nil : open[open.count - 1].isObject }

    /// The name of the innermost object's member whose value comes next.
    var name: String { open.last?.name ?? "" }

    mutating func reset() {
        keeps = true
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
        } else if !open[top].isRepeated {
            open[top].members.append(JSONValue.Member(open[top].name, value))
        }
    }

    /// Takes back the last value, to hand it out.
    mutating func takeLast() -> JSONValue? {
        let top = open.count - 1
        if top >= 0 { return open[top].elements.popLast() }
        defer { complete = nil }
        return complete
    }

    /// Adds a member's name. Returns whether the innermost object had it already.
    mutating func addName(_ name: String) -> Bool {
        let top = open.count - 1
        let isRepeated: Bool
        if !keeps {
            isRepeated = false
        } else if open[top].seen != nil {
            isRepeated = open[top].seen?.insert(name).inserted == false
        } else {
            isRepeated = open[top].members.contains { $0.name == name }
            if open[top].members.count >= 16 { open[top].seen = Set(open[top].members.map(\.name)).union([name]) }
        }
        open[top].name = name
        open[top].isRepeated = isRepeated
        return isRepeated
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
