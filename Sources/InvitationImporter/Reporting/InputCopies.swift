import SystemPackage

/// Reads the rows of a plan back from the copies of the inputs, as long as these are unchanged.
struct InputCopies {
    private let directory: RunDirectory
    private let inputs: [PlanHeader.Input]
    /// A reader for each input that was used; `nil` for a copy that cannot be used.
    private var readers: [Int: InputReader?] = [:]
    private var read: [Int: Int] = [:]

    /// What reports lack because copies are missing or changed, in words.
    private(set) var gaps: [String] = []

    init(_ directory: RunDirectory, _ inputs: [PlanHeader.Input]) {
        self.directory = directory
        self.inputs = inputs
    }

    /// The row as it was read; `nil` if the copy cannot be used. Rows of an input must be asked for in order.
    mutating func record(of row: PlannedRow) throws(RunError) -> Record? {
        if let correction = row.correction { return correction.record }
        if readers[row.place.input] == nil { open(row.place.input) }
        guard var reader = readers[row.place.input] ?? nil else { return nil }
        do throws(InputError) {
            while let record = try reader.next() {
                if record.number == row.place.row {
                    readers[row.place.input] = .some(reader)
                    return record
                }
                if record.number > row.place.row { break }
            }
        } catch {
            throw RunError(.doesNotAddUp, "\(inputs[row.place.input].copy) cannot be read: \(error)")
        }
        throw RunError(
            .doesNotAddUp, "\(inputs[row.place.input].name) has no row \(row.place.row) where the plan has it.")
    }

    private mutating func open(_ number: Int) {
        let input = inputs[number]
        let path = directory.inputs.appending(input.copy)
        let checksum = try? path.checksum()
        let isSame = checksum.map { CRC32.text($0) == input.checksum } ?? false
        let reader = isSame ? try? InputReader.opening(path, name: input.name, options: input.reading) : nil
        readers[number] = .some(reader)
        guard reader == nil else { return }
        gaps.append(
            "\(path) \(checksum == nil ? "is missing" : "was changed"): the report has the addresses of \(input.name), "
                + "but not its other columns, and retry and fix lack its rows.")
    }
}
