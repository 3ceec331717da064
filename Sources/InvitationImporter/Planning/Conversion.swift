public import SystemPackage

/// Writes the people of any supported input in this program's own format, one line for each invitation.
///
/// Converting the output again gives the same bytes, even if it has no people. Rows that are skipped, duplicate or
/// invalid are not written; the caller gets them and says so.
public struct Conversion {
    /// The program's own formats.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        case csv
        case jsonl
    }

    /// The columns of the CSV form.
    public static let columns = ["email", "name", "roles", "groups", "message", "organization"]

    private let planner: Planner
    private let form: Form
    private let sources: [PlanInput]

    /// Reads the inputs once.
    ///
    /// - Parameter options: What a person decided. Rows need neither an organization nor roles here.
    /// - Throws: ``InputError`` if an input cannot be used as a whole.
    public init(_ sources: [PlanInput], _ options: ImportOptions, to form: Form) throws(InputError) {
        var options = options
        options.needsOrganization = false
        options.needsRoleOrGroup = false
        options.reading.mayBeEmpty = true
        planner = try Planner(sources, options)
        self.form = form
        self.sources = sources
    }

    /// Reads the inputs again and writes the people.
    ///
    /// - Parameters:
    ///   - each: Gets every row with its decision, in order.
    ///   - sink: Gets the bytes.
    /// - Returns: The plan in numbers.
    /// - Throws: ``InputError``, with the code `list-not-csv` if the name of a role or group has a list separator in
    ///   it; what `sink` throws.
    public func write(each: (PlannedRow) -> Void, to sink: ([UInt8]) throws -> Void) throws -> PlanSummary {
        if form == .csv { try sink(Self.record(Self.columns)) }
        return try planner.plan { row in
            each(row)
            guard case .invite(let invitation) = row.decision else { return }
            switch form {
            case .csv: try sink(try csv(invitation, row))
            case .jsonl: try sink(Self.json(invitation).bytes + [0x0A])
            }
        }
    }

    /// Writes the people to a file, which appears whole or not at all.
    ///
    /// - Throws: What ``write(each:to:)`` throws; ``RunError`` if the file cannot be written, or would replace an
    ///   input.
    public func write(to path: FilePath, each: (PlannedRow) -> Void) throws -> PlanSummary {
        try refuseInput(path)
        let output = try OutputFile(path)
        do {
            let summary = try write(each: each) { try output.write($0) }
            try output.commit()
            return summary
        } catch {
            output.discard()
            throw error
        }
    }

    /// Refuses an output that is an input under any name, or that is no ordinary file.
    private func refuseInput(_ path: FilePath) throws(RunError) {
        for target in [path, OutputFile.partial(of: path)] {
            for source in sources
            where target.isSameFile(as: source.path) || target.isSameFile(as: FilePath(source.name)) {
                throw RunError(
                    .cannotWrite,
                    "\(path) is what is read (\(source.name)), and would be lost. Name another file for -o.")
            }
        }
        guard let type = try? path.stat().type, type != .regular else { return }
        throw RunError(.cannotWrite, "\(path) is no file that can be written anew. Name another, or leave -o out.")
    }

    private func csv(_ invitation: Invitation, _ row: PlannedRow) throws(InputError) -> [UInt8] {
        for name in invitation.roles + invitation.groups where ListValue.split(name) != [name] {
            let message =
                "\"\(Printable.escape(name, limit: 60))\" has a separator of lists in it, which CSV cannot hold. "
                + "Write JSON Lines: --to jsonl"
            throw InputError(
                .notUnderstood, code: "list-not-csv", file: sources[row.place.input].name, line: row.line,
                message: message)
        }
        let cells = [
            invitation.email, invitation.name ?? "", invitation.roles.joined(separator: ";"),
            invitation.groups.joined(separator: ";"), invitation.message ?? "", invitation.organization,
        ]
        return Self.record(cells.map(SpreadsheetSafe.escape))
    }

    private static func record(_ cells: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter().write(cells, into: &bytes)
        return bytes
    }

    private static func json(_ invitation: Invitation) -> JSONValue {
        var members = [JSONValue.Member("email", .string(invitation.email))]
        if let name = invitation.name { members.append(.init("name", .string(name))) }
        if !invitation.roles.isEmpty { members.append(.init("roles", .strings(invitation.roles))) }
        if !invitation.groups.isEmpty { members.append(.init("groups", .strings(invitation.groups))) }
        if let message = invitation.message { members.append(.init("message", .string(message))) }
        if !invitation.organization.isEmpty {
            members.append(.init("organization", .string(invitation.organization)))
        }
        return .object(members)
    }
}
