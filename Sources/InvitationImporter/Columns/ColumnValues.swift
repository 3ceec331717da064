/// Counts the values of columns that have few of them, so that a person sees what was not understood: `Typ: M 412, G
/// 3`.
///
/// Memory: at most five values of 60 bytes for each column.
struct ColumnValues {
    /// The counts of one column or member.
    fileprivate struct Counts {
        var values: [ColumnUse.Value] = []
        /// Whether there are too many values, or values that no person would read.
        var areMany = false
    }

    private var columns: [Counts] = []
    private var members: [Counts] = []
    private var rows = 0

    /// Counts the values of a row.
    mutating func add(_ record: Record, columns count: Int, _ tree: MemberTree) {
        rows += 1
        while columns.count < count { columns.append(Counts()) }
        for column in columns.indices where !columns[column].areMany && column < record.values.count {
            columns[column].add(record.values[column])
        }
        while members.count < tree.nodes.count { members.append(Counts()) }
        for index in members.indices where !members[index].areMany && !tree.nodes[index].isObject {
            members[index].add(tree.nodes[index].location.value(in: record))
        }
    }

    /// The values of a column, if there are two to five of them and at least twice as many rows.
    func few(column: Int) -> [ColumnUse.Value] { column < columns.count ? few(columns[column]) : [] }

    /// The values of a member, by its index in the tree, under the same conditions.
    func few(member: Int) -> [ColumnUse.Value] { member < members.count ? few(members[member]) : [] }

    private func few(_ counts: Counts) -> [ColumnUse.Value] {
        guard !counts.areMany, !counts.values.isEmpty else { return [] }
        let blank = rows - counts.values.reduce(0) { $0 + $1.count }
        var values = counts.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
        if blank > 0 { values.append(.init(text: "", count: blank)) }
        return values.count >= 2 && rows >= 2 * values.count ? values : []
    }
}

extension ColumnValues.Counts {
    /// The most values of a column that has few.
    private static let limit = 5

    fileprivate mutating func add(_ value: JSONValue?) {
        switch value {
        case nil, .null: return
        case .bool(let isSo): add(isSo ? "true" : "false")
        case .number(let text): add(text)
        case .string(let text) where text.utf8.count <= 60: add(text.trimmed())
        default: areMany = true
        }
    }

    private mutating func add(_ text: String) {
        if text.isEmpty { return }
        for index in values.indices where values[index].text == text {
            values[index].count += 1
            return
        }
        if values.count == Self.limit {
            areMany = true
        } else {
            values.append(.init(text: text, count: 1))
        }
    }
}
