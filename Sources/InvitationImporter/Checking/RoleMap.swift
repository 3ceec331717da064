/// Maps another system's roles, groups, departments and units to roles and groups of this server.
///
///     from,roles,groups,column
///     Owner,admin,,Role
///     /Sales*,viewer,sales,
///     *,viewer,,
///
/// Values are compared without case. A line with exactly the value wins over lines with a `*` in them, and the first of
/// these over the others. `*` alone is for people who get nothing from another line, so that every value has a line. A
/// blank `from` is for people without any value. A line without roles and groups gives nothing on purpose. `column`
/// limits a line to one column.
public struct RoleMap: Hashable, Sendable {
    /// What one value becomes.
    struct Line: Hashable, Sendable {
        var pattern: String
        var column: String?
        var roles: [String]
        var groups: [String]
    }

    /// A value of the other system, and the folded name of its column.
    struct Value: Hashable, Sendable {
        var column: String
        var text: String
    }

    /// What a person gets.
    struct Mapped: Hashable, Sendable {
        var roles: [String] = []
        var groups: [String] = []
        /// Values without a line.
        var unmapped: [String] = []
    }

    private(set) var lines: [Line]
    private var exact: [String: [Int]] = [:]
    private var wildcards: [Int] = []
    private var defaults: [Int] = []

    init(_ lines: [Line]) {
        self.lines = lines
        for (index, line) in lines.enumerated() {
            if line.pattern == "*" {
                defaults.append(index)
            } else if line.pattern.contains("*") {
                wildcards.append(index)
            } else {
                exact[line.pattern.lowercased(), default: []].append(index)
            }
        }
    }

    /// The columns that lines are limited to, as written; empty if there are none.
    public var columns: [String] { lines.compactMap(\.column).withoutRepeats() }

    /// Whether all lines are limited to a column. Then the usual columns are not read.
    public var namesAllColumns: Bool { lines.allSatisfy { $0.column != nil } }

    /// What a person with these values gets.
    func mapped(_ values: [JSONValue], in columns: [String]) -> Mapped {
        var mapped = Mapped()
        var isMatched = false
        var isEmpty = true
        for (value, column) in zip(values, columns) {
            for text in texts(value, column) {
                isEmpty = false
                let found = match(text, column)
                isMatched = isMatched || !found.isEmpty
                if found.isEmpty, !defaults.contains(where: { fits($0, column) }) { mapped.unmapped.append(text) }
                for index in found { add(lines[index], to: &mapped) }
            }
        }
        if !isMatched { addDefault(isEmpty: isEmpty, to: &mapped) }
        mapped.roles = mapped.roles.withoutRepeats()
        mapped.groups = mapped.groups.withoutRepeats()
        return mapped
    }

    private func addDefault(isEmpty: Bool, to mapped: inout Mapped) {
        let blank = isEmpty ? exact[""] ?? [] : []
        let chosen = blank.isEmpty ? defaults : blank
        if !chosen.isEmpty { mapped.unmapped = [] }
        for index in chosen { add(lines[index], to: &mapped) }
    }

    private func add(_ line: Line, to mapped: inout Mapped) {
        mapped.roles += line.roles
        mapped.groups += line.groups
    }

    /// The single values of a cell: the whole cell if a line is for it, else the parts of its list.
    private func texts(_ value: JSONValue, _ column: String) -> [String] {
        switch value {
        case .string(let text):
            let whole = text.trimmed()
            if whole.isEmpty { return [] }
            return match(whole, column).isEmpty ? ListValue.split(whole) : [whole]
        case .array(let elements): return elements.flatMap { texts($0, column) }
        case .bool(let isSo): return [isSo ? "true" : "false"]
        case .number(let text): return [text]
        case .null, .object: return []
        }
    }

    /// Whether a line is for a column.
    private func fits(_ index: Int, _ column: String) -> Bool {
        lines[index].column.map { ColumnNames.folded($0) == column } ?? true
    }

    /// The lines for a value.
    private func match(_ text: String, _ column: String) -> [Int] {
        let lower = text.lowercased()
        let found = exact[lower]?.filter { fits($0, column) } ?? []
        if !found.isEmpty { return found }
        let first = wildcards.first { fits($0, column) && Wildcard.matches(lower, lines[$0].pattern.lowercased()) }
        return first.map { [$0] } ?? []
    }
}

/// Patterns in which `*` stands for any text.
enum Wildcard {
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, text.hasPrefix(first) else { return false }
        guard parts.count > 1 else { return text == pattern }
        var rest = text.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let end = end(of: part, in: rest) else { return false }
            rest = rest[end...]
        }
        return rest.hasSuffix(last)
    }

    private static func end(of part: Substring, in text: Substring) -> Substring.Index? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(part) { return text.index(start, offsetBy: part.count) }
            start = text.index(after: start)
        }
        return nil
    }
}
