/// Counts the values of columns that have few of them, so that a person sees what was not understood: `Typ: M 412, G
/// 3`.
///
/// Memory: at most twenty values of 60 bytes for each column.
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
            columns[column].add(record.values[column], 1)
        }
        while members.count < tree.nodes.count { members.append(Counts()) }
        for index in members.indices where !members[index].areMany && !tree.nodes[index].isObject {
            members[index].add(tree.nodes[index].location.value(in: record), 1)
        }
    }

    /// Whether a column has too many values to count them.
    func hasMany(column: Int) -> Bool { column < columns.count && columns[column].areMany }

    /// Adds rows without their values.
    mutating func add(rows count: Int) { rows += count }

    /// Counts a value that so many of the added rows have in a column.
    mutating func add(_ value: JSONValue?, column: Int, times: Int) {
        guard column < columns.count, !columns[column].areMany else { return }
        columns[column].add(value, times)
    }

    /// The values of a column, if there are two to five of them and at least twice as many rows.
    func few(column: Int) -> [ColumnUse.Value] { column < columns.count ? few(columns[column]) : [] }

    /// The values of a member, by its index in the tree, under the same conditions.
    func few(member: Int) -> [ColumnUse.Value] { member < members.count ? few(members[member]) : [] }

    private func few(_ counts: Counts) -> [ColumnUse.Value] {
        guard !counts.areMany, !counts.values.isEmpty else { return [] }
        // Lists may hold more than there are rows.
        let blank = max(0, rows - counts.values.reduce(0) { $0 + $1.count })
        var values = counts.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
        if blank > 0 { values.append(.init(text: "", count: blank)) }
        let shown = values.count - (blank > 0 ? 1 : 0)
        return shown <= Self.shown && values.count >= 2 && rows >= 2 * values.count ? values : []
    }

    /// So many values of a column are shown at most.
    private static let shown = 5

    /// Whether values of a column tell something of at most half of the rows.
    func holds(column: Int, tell: (String) -> Bool) -> Bool {
        column < columns.count && holds(columns[column], tell)
    }

    /// The same for a member, by its index in the tree.
    func holds(member: Int, tell: (String) -> Bool) -> Bool { member < members.count && holds(members[member], tell) }

    /// Whether each value of a column says that somebody is in or out, as `Active` and `Inactive` do, and both occur.
    func answer(column: Int) -> Bool { column < columns.count && answer(columns[column]) }

    /// The same for a member, by its index in the tree.
    func answer(member: Int) -> Bool { member < members.count && answer(members[member]) }

    private func answer(_ counts: Counts) -> Bool {
        guard !counts.areMany else { return false }
        let texts = counts.values.map(\.text).filter { !$0.saysNothing }
        let ins = texts.filter(StatusText.saysActive)
        return !ins.isEmpty && texts.count > ins.count
            && texts.allSatisfy { StatusText.saysActive($0) || StatusText.tells($0, isOfPerson: true) }
    }

    private func holds(_ counts: Counts, _ tell: (String) -> Bool) -> Bool {
        if counts.areMany { return false }
        let told = counts.values.filter { tell($0.text) }.reduce(0) { $0 + $1.count }
        return told > 0 && 2 * told <= rows
    }
}

extension ColumnValues.Counts {
    /// The most values that are counted.
    private static let limit = 20
    /// The most labels in a list that are counted.
    private static let labels = 8

    fileprivate mutating func add(_ value: JSONValue?, _ times: Int) {
        switch value {
        case nil, .null: return
        case .bool(let isSo): add(isSo ? "true" : "false", times)
        case .number(let text): add(text, times)
        case .string(let text) where text.utf8.count <= 60: add(text.trimmed(), times)
        case .array(let elements) where elements.count <= Self.labels:
            // A list of labels counts as each of them, once.
            for element in Set(elements) { if case .array = element { areMany = true } else { add(element, times) } }
        default: areMany = true
        }
    }

    private mutating func add(_ text: String, _ times: Int) {
        if text.isEmpty { return }
        for index in values.indices where values[index].text == text {
            values[index].count += times
            return
        }
        if values.count == Self.limit {
            areMany = true
        } else {
            values.append(.init(text: text, count: times))
        }
    }
}
