/// A system that people leave, as data: how its exports are recognised and what their columns mean.
///
/// Columns are named by the text of a ``ColumnPath``, in whatever case and punctuation. A preset never gives roles or
/// groups: it only says in which columns theirs are, for a ``RoleMap``.
public struct Preset: Hashable, Sendable {
    /// The word for `--from`.
    public var name: String
    /// What it is, as part of a sentence.
    public var title: String
    /// Columns that only this export has together; one of these sets has to be there. Never the whole header, as
    /// exports differ by version and settings. `[key]` is a column that has this key in brackets, and no other.
    public var signatures: [[String]]
    /// Where the address is: the first of these that has one.
    public var email: [String]
    /// Where the name is: the first of these that is not blank; `Given + Family` joins two.
    public var personName: [String]
    /// Where a message to the person is, in templates for invitations.
    public var message: [String]
    /// Where their roles, groups, departments and units are.
    public var roleSources: [String]
    /// Who is to be invited. A person whom one of these leaves out is skipped.
    public var status: [StatusRule]
    /// Columns with secrets, besides those whose names say so.
    public var secrets: [String]
    /// Columns that look like one of ours, but are theirs.
    public var theirs: [String]
    /// The columns of an export that has no header line.
    public var unheaded: [String]
    /// What to do if an export has no addresses.
    public var advice: String?

    /// Makes a preset; what is left out is empty.
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
    /// The preset that a person named; `nil` if none was named or there is none of that name.
    var namedPreset: Preset? {
        preset.flatMap { name in presets.first { $0.name == name.lowercased() } }
    }

    /// The columns of an export without a header, if a first record is a row of such a one.
    func unheadedColumns(of cells: [String]) -> [String]? {
        for candidate in preset == nil ? presets : [namedPreset].compactMap(\.self) {
            let columns = candidate.unheaded
            guard let email = candidate.email.first.flatMap(columns.firstIndex(of:)), email < cells.count else {
                continue
            }
            // A person who names the preset may have left out columns at the end.
            let isComplete = cells.count >= columns.count - 4 && cells.count <= columns.count
            if cells[email].contains("@"), preset != nil || isComplete { return Array(columns.prefix(cells.count)) }
        }
        return nil
    }
}

/// That an input comes from a known system, and what told so.
public struct Recognition: Hashable, Sendable {
    /// The system.
    public var preset: Preset
    /// The columns that told, as the preset names them; empty if a person said so.
    public var columns: [String]

    /// Makes a recognition.
    public init(_ preset: Preset, by columns: [String]) {
        self.preset = preset
        self.columns = columns
    }

    /// Finds the preset of which most columns are there.
    ///
    /// - Parameters:
    ///   - columns: the columns known so far.
    ///   - records: the first rows, for what lies inside of JSON members.
    ///   - presets: those to choose from, the first of equals wins.
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

    /// Finds out whether a preset's columns are there, that is one of its signatures.
    static func fits(_ preset: Preset, _ columns: ColumnTable, _ records: [Record]) -> Bool {
        preset.signatures.contains { $0.allSatisfy { isThere($0, columns, records) } }
    }

    private static func isThere(_ text: String, _ columns: ColumnTable, _ records: [Record]) -> Bool {
        if text.hasPrefix("[") { return columns.index(bracketed: text) != nil }
        guard let place = ValueLocation(ColumnPath(text), in: columns) else { return false }
        return place.steps.isEmpty || records.contains { place.value(in: $0) != nil }
    }
}
