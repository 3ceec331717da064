/// Counts the values of columns that have few, so that a person sees what nobody took: `Typ: M 412, G 3`.
///
/// Memory: at most six values of 30 characters for each column.
struct ColumnValues {
    /// The counts of one place; `nil` if it has too many values.
    private typealias Counts = [String: Int]?

    private var columns: [Counts] = []
    private var members: [Counts] = []
    private var rows = 0

    /// Different values of a column that is one of few, at most.
    private static let limit = 5

    /// Takes in a row.
    mutating func add(_ record: Record, columns count: Int, _ tree: MemberTree) {
        rows += 1
        while columns.count < count { columns.append([:]) }
        for column in columns.indices where columns[column] != nil {
            let value = column < record.values.count ? record.values[column] : nil
            columns[column] = Self.adding(value, to: columns[column])
        }
        while members.count < tree.nodes.count { members.append([:]) }
        for index in members.indices where members[index] != nil && !tree.nodes[index].isObject {
            members[index] = Self.adding(tree.nodes[index].location.value(in: record), to: members[index])
        }
    }

    private static func adding(_ value: JSONValue?, to counts: Counts) -> Counts {
        guard var counts, let text = text(of: value) else { return nil }
        if text.isEmpty { return counts }
        counts[text, default: 0] += 1
        return counts.count > limit ? nil : counts
    }

    /// A value in short; `nil` for one that is no word.
    private static func text(of value: JSONValue?) -> String? {
        switch value {
        case nil, .null: ""
        case .bool(let isSo): isSo ? "true" : "false"
        case .number(let text): text
        case .string(let text) where text.utf8.count <= 60: text.trimmed()
        default: nil
        }
    }

    /// The values of a column, if there are from two to five, and not hardly more people.
    func few(column: Int) -> [ColumnUse.Value] { column < columns.count ? few(columns[column]) : [] }

    /// The same for a member, by its place in the tree.
    func few(member: Int) -> [ColumnUse.Value] { member < members.count ? few(members[member]) : [] }

    private func few(_ counts: Counts) -> [ColumnUse.Value] {
        guard let counts, !counts.isEmpty else { return [] }
        let blank = rows - counts.values.reduce(0, +)
        var values = counts.map { ColumnUse.Value(text: $0.key, count: $0.value) }
        values.sort { ($1.count, $0.text) < ($0.count, $1.text) }
        if blank > 0 { values.append(.init(text: "", count: blank)) }
        return values.count >= 2 && rows >= 2 * values.count ? values : []
    }
}
