import InvitationImporter

/// The findings of a plan in words, and no more than a person will read before a question.
///
/// First come warnings about addresses: those mails go out, perhaps to strangers. An error holds its row back.
struct FindingsText {
    private let limit: Int
    private let room: Int
    private let errorsOnly: Bool
    /// The lines about single rows, by what they weigh.
    private var alone: [Weight: [String]] = [:]
    private var left = 0
    private var needsServer = false
    private var repeated = RepeatedFindings()

    /// What comes first.
    private enum Weight: CaseIterable {
        case doubtful, error, warning

        init(_ finding: Finding) {
            self = finding.level == .error ? .error : finding.isDoubtful ? .doubtful : .warning
        }
    }

    /// Makes an empty text.
    ///
    /// - Parameters:
    ///   - limit: The most lines.
    ///   - room: The most lines of each weight that are kept; `limit` by default.
    ///   - errorsOnly: Whether warnings are left out.
    init(limit: Int, room: Int? = nil, errorsOnly: Bool = false) {
        (self.limit, self.room) = (limit, room ?? limit)
        self.errorsOnly = errorsOnly
    }

    /// Adds the findings of a row of a file. Lines for which there is no room are counted.
    mutating func add(_ row: PlannedRow, in file: String) { left += take(row, in: file).count }

    /// Does the same, and shows the lines for which there is no room.
    mutating func add(_ row: PlannedRow, in file: String, overflow: (String) throws -> Void) rethrows {
        try take(row, in: file).forEach(overflow)
    }

    /// Takes the findings of a row, and returns the lines for which there is no room.
    private mutating func take(_ row: PlannedRow, in file: String) -> [String] {
        needsServer = needsServer || row.findings.contains { Self.fromServer.contains($0.code) }
        var others: [String] = []
        for finding in row.findings where !errorsOnly || finding.level == .error {
            guard repeated.saysAlone(finding, in: file) else { continue }
            let line = finding.line(in: file)
            // What weighs most has room whatever came before.
            if alone[Weight(finding), default: []].count < room {
                alone[Weight(finding), default: []].append(line)
            } else {
                others.append(line)
            }
        }
        return others
    }

    /// One line for each finding, one for each finding that many rows share, and one for those that are not shown.
    var lines: [String] {
        let (equal, rest) = (repeated.equal, repeated.rest)
        let found = Weight.allCases.flatMap { weight in
            equal.filter { Weight($0.finding) == weight }.map(\.text) + alone[weight, default: []]
        }
        let others = Weight.allCases.flatMap { weight in
            rest.filter { Weight($0.finding) == weight }.map(\.text)
        }
        let hidden = found.count + left - min(limit, found.count) + max(0, others.count - limit)
        return found.prefix(limit) + others.prefix(limit)
            + (hidden > 0 ? ["… and \(hidden.grouped) more; `k0rdent-invite \(command)` shows all of them."] : [])
    }

    /// The command that shows the same findings.
    private var command: String { needsServer ? "check --online" : "check" }

    /// What nobody can find without asking the server.
    private static let fromServer: Set<Finding.Code> = [
        .organizationUnknown, .roleUnknown, .groupUnknown, .memberDiffers, .invitationDiffers,
    ]
}

extension Finding {
    /// The finding as one line: `team.csv:12: error email-syntax: … (email: "x")`.
    func line(in file: String) -> String {
        "\(Printable.escape(file, limit: 200)):\(line): \(words)" + (shownValue.map { " (\($0))" } ?? "")
    }

    /// What it is: `error email-syntax: …`.
    var words: String { "\(level.rawValue) \(code.rawValue): \(Printable.escape(advice, limit: 400))" }

    /// Its column and value: `email: "x"`; `nil` without them.
    var shownValue: String? {
        guard let column, let value else { return nil }
        return "\(Printable.escape(column, limit: 40)): \"\(Printable.escape(value, limit: 80))\""
    }
}
