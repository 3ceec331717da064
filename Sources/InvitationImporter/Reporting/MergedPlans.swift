import HeapModule

/// Gives the rows of the plans of all shards in the order of the inputs, one at a time.
///
/// In a plan, the rows of one input stand together and in order. So the inputs are gone through one after another, and
/// the plans are merged within each. Memory: a row and a piece of the file for each plan.
struct MergedPlans {
    private struct Cursor: Comparable {
        var row: PlannedRow
        var plan: PlanFile
        /// The index of the plan.
        let part: Int

        static func < (left: Cursor, right: Cursor) -> Bool { left.row.number < right.row.number }
        static func == (left: Cursor, right: Cursor) -> Bool { left.row.number == right.row.number }
    }

    private let plans: [PlanFile]
    private let starts: [[Int: Int]]
    private let inputs: [PlanHeader.Input]
    /// The input whose rows come next; and how many of its rows came.
    private var (input, rows) = (-1, 0)
    private var heap = Heap<Cursor>()
    private var last = 0

    /// - Parameters:
    ///   - plans: Plans of the same inputs; at least one.
    ///   - used: The inputs that they have rows of.
    init(_ plans: [PlanFile], _ used: UsedInputs) {
        (self.plans, starts, inputs) = (plans, used.starts, plans[0].header.inputs)
    }

    /// The next row, and the index of its plan; `nil` at the end.
    ///
    /// - Throws: ``RunError`` if a row is in two plans, or in none.
    mutating func next() throws(RunError) -> (row: PlannedRow, part: Int)? {
        while heap.isEmpty {
            try endInput()
            (input, rows) = (input + 1, 0)
            guard input < inputs.count else { return nil }
            try beginInput()
        }
        guard var cursor = heap.popMin() else { return nil }
        let row = cursor.row
        guard row.number > last else { throw ReportFiles.doesNotAddUp("\(words(row)) is in two shards") }
        last = row.number
        rows += 1
        if let next = try cursor.plan.next(), next.place.input == input {
            cursor.row = next
            heap.insert(cursor)
        }
        return (row, cursor.part)
    }

    private mutating func beginInput() throws(RunError) {
        for (part, plan) in plans.enumerated() {
            guard let start = starts[part][input] else { continue }
            var plan = plan.from(start)
            if let row = try plan.next(), row.place.input == input {
                heap.insert(Cursor(row: row, plan: plan, part: part))
            }
        }
    }

    /// Every row of an input that was imported last belongs to some shard.
    private func endInput() throws(RunError) {
        guard input >= 0, inputs[input].isCurrent, !inputs[input].columns.contains(Correction.placeColumn),
            rows != inputs[input].rows
        else { return }
        throw ReportFiles.doesNotAddUp(
            "\(inputs[input].name) has \(inputs[input].rows) rows, and the shards have \(rows) of them")
    }

    private func words(_ row: PlannedRow) -> String { "row \(row.place.row) of \(inputs[row.place.input].name)" }
}
