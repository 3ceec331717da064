import SystemPackage

/// Reads the rows of `fix` and `retry` again while the planner reads them, to find the places that they name.
struct CorrectionReader {
    private let directory: RunDirectory
    private let inputs: [PlanHeader.Input]
    private var input: Int?
    private var column: Int?
    private var reader: InputReader?

    init(_ directory: RunDirectory, _ inputs: [PlanHeader.Input]) {
        self.directory = directory
        self.inputs = inputs
    }

    /// The place that a row names, and the row itself; `nil` if it names none. Rows must be asked for in order.
    mutating func correction(_ row: PlannedRow) throws -> (place: String, row: Correction)? {
        guard row.correction == nil else { return nil }
        if row.place.input != input { try open(row.place.input) }
        guard let column else { return nil }
        while let record = try reader?.next() {
            guard record.number == row.place.row else { continue }
            guard column < record.values.count, let place = record.values[column]?.string else { return nil }
            return (place, Correction(record, input: row.place.input))
        }
        return nil
    }

    private mutating func open(_ number: Int) throws {
        input = number
        column = inputs[number].columns.firstIndex(of: Correction.placeColumn)
        guard column != nil else { return reader = nil }
        reader = try InputReader.opening(
            directory.inputs.appending(inputs[number].copy), name: inputs[number].name, options: inputs[number].reading)
    }
}
