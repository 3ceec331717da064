/// The person's own columns in a report, and where each input has them.
struct ReportColumns {
    /// The names of the columns.
    let names: [String]
    private let inputs: [PlanHeader.Input]
    /// How the rows of an input are written, by its number; made when its first row is.
    private var layouts: [Int: Layout] = [:]

    /// What is the same for all rows of an input.
    private struct Layout {
        /// The column that stands under each of the report's; `nil` for none.
        let places: [Int?]
        /// What comes before each value in JSON. For a column that the program added, it is `nil`.
        let labels: [[UInt8]?]
        /// Whether two columns have the same name. Then the first value counts.
        let hasRepeats: Bool

        init(_ input: PlanHeader.Input, under names: [String]) {
            let own = input.columns.indices.filter { !Correction.addedColumns.contains(input.columns[$0]) }
            places =
                input.ownColumns == names
                ? own : names.map { name in own.first { input.columns[$0] == name } }
            labels = input.columns.map { name in
                Correction.addedColumns.contains(name) ? nil : JSONValue.string(name).bytes + [.colon]
            }
            hasRepeats = Set(input.columns).count < input.columns.count
        }
    }

    /// Takes all columns of some inputs. If all have the same, these stay as they are, repeats included.
    ///
    /// - Parameter inputs: All inputs of the plan.
    init(of used: [PlanHeader.Input], among inputs: [PlanHeader.Input]) {
        self.inputs = inputs
        let first = used.first?.ownColumns ?? []
        names = used.allSatisfy { $0.ownColumns == first } ? first : used.flatMap(\.ownColumns).withoutRepeats()
    }

    private mutating func layout(_ input: Int) -> Layout {
        if let known = layouts[input] { return known }
        let layout = Layout(inputs[input], under: names)
        layouts[input] = layout
        return layout
    }

    /// The row's own values under the columns. For a row that can no longer be read, only the address.
    mutating func cells(of result: RowResult) -> [String] {
        guard let values = result.record?.values else {
            guard case .invite(let invitation) = result.row.decision else { return names.map { _ in "" } }
            return names.map { ColumnNames.field(named: $0) == .email ? invitation.email : "" }
        }
        return layout(result.source).places.map { place in
            guard let place, place < values.count else { return "" }
            return values[place]?.cell ?? ""
        }
    }

    /// Appends a row as a JSON object under the person's own names.
    mutating func write(_ record: Record, of input: Int, into bytes: inout [UInt8]) {
        let layout = layout(input)
        guard record.unread == nil, !layout.hasRepeats, record.values.count <= layout.labels.count else {
            return record.json(inputs[input]).write(into: &bytes)
        }
        bytes.append(.openBrace)
        var isFirst = true
        for (value, label) in zip(record.values, layout.labels) {
            guard let value, let label else { continue }
            if !isFirst { bytes.append(.comma) }
            isFirst = false
            bytes.append(contentsOf: label)
            value.write(into: &bytes)
        }
        bytes.append(.closeBrace)
    }
}

extension Record {
    /// The row as a JSON object under the person's own names. A name that occurs twice keeps its first value.
    func json(_ input: PlanHeader.Input) -> JSONValue {
        if let unread { return .string(unread) }
        var seen: Set<String> = []
        var members: [JSONValue.Member] = []
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            let name = index < input.columns.count ? input.columns[index] : "column \(index + 1)"
            if Correction.addedColumns.contains(name) { continue }
            if seen.insert(name).inserted { members.append(.init(name, value)) }
        }
        return .object(members)
    }
}
