import SystemPackage

/// Reads the rows of a plan back from the copies of the inputs, as long as these are unchanged.
///
/// Only one copy is open at a time: there may be more inputs than a process may have files open.
final class InputCopies {
    private let directory: RunDirectory
    private let inputs: [PlanHeader.Input]
    /// Whether each copy that was asked for can be used.
    private var isUsable: [Int: Bool] = [:]
    private var current: Current?

    private struct Current {
        let input: Int
        let file: FileDescriptor
        var reader: InputReader
        /// The last row that was read.
        var row = 0
    }

    /// What reports lack because copies are missing or changed, in words.
    private(set) var gaps: [String] = []

    init(_ directory: RunDirectory, _ inputs: [PlanHeader.Input]) {
        self.directory = directory
        self.inputs = inputs
    }

    deinit { close() }

    /// The row as it was read; `nil` if the copy cannot be used. It is fastest to ask for the rows of an input together
    /// and in order.
    ///
    /// - Throws: ``RunError`` of kind `cannotWrite` if a copy exists and cannot be opened. A report without its rows
    ///   would lose people.
    func record(of row: PlannedRow) throws(RunError) -> Record? {
        if let correction = row.correction { return correction.record }
        let place = row.place
        guard try isUsable(place.input) else { return nil }
        if current?.input != place.input || (current?.row ?? 0) >= place.row { try open(place.input) }
        do throws(InputError) {
            while let record = try current?.reader.next() {
                current?.row = record.number
                if record.number == place.row { return record }
                if record.number > place.row { break }
            }
        } catch {
            throw RunError(.doesNotAddUp, "\(inputs[place.input].copy) cannot be read: \(error)")
        }
        throw RunError(.doesNotAddUp, "\(inputs[place.input].name) has no row \(place.row) where the plan has it.")
    }

    private func isUsable(_ number: Int) throws(RunError) -> Bool {
        if let known = isUsable[number] { return known }
        let path = directory.inputs.appending(inputs[number].copy)
        let checksum = path.exists ? try checksum(path) : nil
        let isSame = checksum.map { CRC32.text($0) == inputs[number].checksum } ?? false
        isUsable[number] = isSame
        if !isSame {
            gaps.append(
                "\(path) \(checksum == nil ? "is missing" : "was changed"): the report has the addresses of "
                    + "\(inputs[number].name), but not its other columns, and retry and fix lack its rows.")
        }
        return isSame
    }

    private func checksum(_ path: FilePath) throws(RunError) -> UInt32 {
        do {
            return try path.checksum()
        } catch {
            throw unreadable(path, error)
        }
    }

    private func open(_ number: Int) throws(RunError) {
        close()
        let path = directory.inputs.appending(inputs[number].copy)
        do {
            let file = try FileDescriptor.openToRead(path)
            do {
                let reader = try InputReader(file, name: inputs[number].name, options: inputs[number].reading)
                current = Current(input: number, file: file, reader: reader)
            } catch {
                try? file.close()
                throw error
            }
        } catch {
            throw unreadable(path, error)
        }
    }

    private func unreadable(_ path: FilePath, _ error: any Error) -> RunError {
        RunError(.cannotWrite, "The reports cannot be written, since \(path) is there but cannot be read: \(error).")
    }

    private func close() {
        try? current?.file.close()
        current = nil
    }
}
