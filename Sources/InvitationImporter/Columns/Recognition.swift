extension ReadingOptions {
    /// The preset that a person named; `nil` if none was named or the name is unknown.
    var namedPreset: Preset? {
        preset.flatMap { name in presets.first { $0.name == name.lowercased() } }
    }

    /// The columns of an export without a header, if the first record looks like a row of one; else `nil`.
    func unheadedColumns(of cells: [String]) -> [String]? {
        for candidate in preset == nil ? presets : [namedPreset].compactMap(\.self) {
            let columns = candidate.unheaded
            guard let email = candidate.email.first.flatMap(columns.firstIndex(of:)), email < cells.count else {
                continue
            }
            // A person who names the preset may have left out the last columns.
            let isComplete = cells.count >= columns.count - 4 && cells.count <= columns.count
            if cells[email].contains("@"), preset != nil || isComplete { return Array(columns.prefix(cells.count)) }
        }
        return nil
    }
}

/// States that an input comes from a known system, and which columns showed it.
public struct Recognition: Hashable, Sendable {
    /// The system.
    public var preset: Preset
    /// The columns that showed it, as the preset names them; empty if a person named the system.
    public var columns: [String]

    /// Makes a recognition.
    public init(_ preset: Preset, by columns: [String]) {
        self.preset = preset
        self.columns = columns
    }

    /// Finds the preset with the most matching columns; `nil` if none matches.
    ///
    /// - Parameters:
    ///   - columns: the columns known so far.
    ///   - records: the first rows, to look inside JSON members.
    ///   - presets: the presets to choose from. Among equals the first wins.
    init?(_ columns: ColumnTable, _ records: [Record], among presets: [Preset]) {
        var best: Recognition?
        for preset in presets {
            for signature in preset.signatures where signature.count > best?.columns.count ?? 0 {
                if signature.allSatisfy({ Self.isThere($0, columns, records) }) {
                    best = Recognition(preset, by: signature)
                }
            }
        }
        guard let best else { return nil }
        self = best
    }

    /// Whether an input has all columns of one of the preset's signatures.
    static func fits(_ preset: Preset, _ columns: ColumnTable, _ records: [Record]) -> Bool {
        preset.signatures.contains { $0.allSatisfy { isThere($0, columns, records) } }
    }

    private static func isThere(_ text: String, _ columns: ColumnTable, _ records: [Record]) -> Bool {
        if text.hasPrefix("[") { return columns.index(bracketed: text) != nil }
        guard let place = ValueLocation(ColumnPath(text), in: columns) else { return false }
        return place.steps.isEmpty || records.contains { place.value(in: $0) != nil }
    }
}
