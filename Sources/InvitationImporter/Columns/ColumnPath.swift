/// Names a value of a row: a column and, for JSON, the path inside its value.
///
///     Email Address                  the column of that name
///     profile.email                  a member of a member
///     groups[]                       every element of an array, value of an object, or part of a list in a text
///     Emails[Primary].Value          in the elements whose Primary is true; in all of them if there is none
///     Attributes[Name=email].Value   in the elements whose Name is email
public struct ColumnPath: Hashable, Sendable {
    /// One step from a value to those inside it.
    public enum Step: Hashable, Sendable {
        /// The member of an object with this name.
        case member(String)
        /// Every element of an array, every value of an object, every part of a text that is a list.
        case elements
        /// The elements of an array whose member with this name is true, or has this text.
        case elementsWhere(String, is: String?)
    }

    /// The path as written.
    public let text: String
    /// The name of the column.
    public let root: String
    /// The steps inside the column's value; empty for most paths.
    public let steps: [Step]

    /// Reads a path. Every text is a path: without dots and brackets it is the name of a column.
    public init(_ text: String) {
        self.text = text
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }) else {
            (root, steps) = (text, [])
            return
        }
        root = String(text.prefix { $0 != "." && $0 != "[" })
        var steps: [Step] = []
        var rest = text.dropFirst(root.count)
        while let first = rest.first {
            rest = rest.dropFirst()
            if first == "[" {
                let inner = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inner.count + 1)
                steps.append(Self.step(inner))
            } else {
                let name = rest.prefix { $0 != "." && $0 != "[" }
                rest = rest.dropFirst(name.count)
                if !name.isEmpty { steps.append(.member(String(name))) }
            }
        }
        self.steps = steps
    }

    private static func step(_ inner: Substring) -> Step {
        guard !inner.isEmpty else { return .elements }
        let parts = inner.split(separator: "=", maxSplits: 1)
        return .elementsWhere(String(parts.first ?? inner), is: parts.count > 1 ? String(parts[1]) : nil)
    }
}

/// The location of a value in the rows of one input: a path whose column was found.
public struct ValueLocation: Hashable, Sendable {
    /// The column, counted from 0.
    public var column: Int
    /// The steps inside the column's value.
    public var steps: [ColumnPath.Step] = []

    /// Finds a path among columns: first the whole text as a column's name, then its root followed by the steps.
    ///
    /// Compares names as written, then folded, then by their part in brackets.
    init?(_ path: ColumnPath, in columns: ColumnTable) {
        let isPlain = !path.steps.contains { $0.givesSeveral }
        if let column = isPlain ? columns.index(named: path.text) : columns.index(written: path.text) {
            self.column = column
        } else if !path.steps.isEmpty, let column = columns.index(named: path.root) {
            self.column = column
            steps = path.steps
        } else {
            return nil
        }
    }

    /// Makes the location of a whole column.
    public init(column: Int) {
        self.column = column
    }

    /// The location of the objects in a list, if this is a member of each of them; else `nil`.
    var list: ValueLocation? {
        guard steps.count > 1, let last = steps.lastIndex(where: { $0.givesSeveral }), last + 1 < steps.count,
            case .elementsWhere(_, nil) = steps[last]
        else { return nil }
        var list = self
        list.steps = Array(steps[...last])
        return list
    }

    /// The value in a row; an array if the path leads to several values.
    public func value(in record: Record) -> JSONValue? {
        guard column < record.values.count, let value = record.values[column] else { return nil }
        guard !steps.isEmpty else { return value }
        var values = [value]
        for step in steps { values = values.flatMap(step.values(in:)) }
        return steps.contains { $0.givesSeveral } ? .array(values) : values.first
    }
}

extension ColumnPath.Step {
    var givesSeveral: Bool {
        if case .member = self { false } else { true }
    }

    func values(in value: JSONValue) -> [JSONValue] {
        switch (self, value.asJSON) {
        case (.member(let name), let value): return value[name].map { [$0] } ?? []
        case (.elements, .array(let elements)): return elements
        case (.elements, .object(let members)): return members.map(\.value)
        case (.elements, .string(let text)): return ListValue.split(text).map(JSONValue.string)
        case (.elementsWhere(let name, let wanted), .array(let elements)):
            let found = elements.filter { element in
                wanted.map { element[name]?.string == $0 } ?? (element[name] == .bool(true))
            }
            return found.isEmpty && wanted == nil ? elements : found
        default: return []
        }
    }
}
