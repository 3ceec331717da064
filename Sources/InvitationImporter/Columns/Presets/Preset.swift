/// A system that people leave, as data: how its exports are recognised and what their columns mean.
///
/// Columns are named by the text of a ``ColumnPath``, in any case and punctuation. A preset never gives roles or
/// groups. It only says which columns hold the other system's, for a ``RoleMap``.
public struct Preset: Hashable, Sendable {
    /// The word for `--from`.
    public var name: String
    /// What the export is, as part of a sentence.
    public var title: String
    /// Sets of columns that only this export has together. One set has to be there. A set is never the whole header,
    /// since exports differ by version and settings. `[key]` matches only a column with this key in brackets.
    public var signatures: [[String]]
    /// Where the address is. The first of these that has one counts.
    public var email: [String]
    /// Where the name is. The first of these that is not blank counts; `Given + Family` joins two.
    public var personName: [String]
    /// Where a message to the person is, in templates for invitations.
    public var message: [String]
    /// Where the other system's roles, groups, departments and units are.
    public var roleSources: [String]
    /// Who is to be invited. If one of these rules leaves a person out, the row is skipped.
    public var status: [StatusRule]
    /// Columns with secrets, besides those that their names show.
    public var secrets: [String]
    /// Columns that look like fields of an invitation, but mean something else in this system.
    public var theirs: [String]
    /// The columns of an export that has no header line.
    public var unheaded: [String]
    /// What to do if an export has no addresses.
    public var advice: String?

    /// Makes a preset. Arguments that are left out are empty.
    public init(
        _ name: String, title: String, signatures: [[String]], email: [String], personName: [String] = [],
        message: [String] = [], roleSources: [String] = [], status: [StatusRule] = [], secrets: [String] = [],
        theirs: [String] = [], unheaded: [String] = [], advice: String? = nil
    ) {
        self.name = name
        self.title = title
        self.signatures = signatures
        self.email = email
        self.personName = personName
        self.message = message
        self.roleSources = roleSources
        self.status = status
        self.secrets = secrets
        self.theirs = theirs
        self.unheaded = unheaded
        self.advice = advice
    }
}

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
