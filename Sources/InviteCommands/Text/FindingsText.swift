import InvitationImporter

/// The findings of a plan in words, and no more than a person will read before a question.
///
/// First come warnings about addresses: those mails go out, perhaps to strangers. An error holds its row back.
struct FindingsText {
    private let limit: Int
    private let errorsOnly: Bool
    private var doubtful: [String] = []
    private var errors: [String] = []
    private var warnings: [String] = []
    private var left = 0
    private var needsServer = false
    private var repeated = RepeatedFindings()

    /// Makes an empty text.
    ///
    /// - Parameters:
    ///   - limit: The most lines.
    ///   - errorsOnly: Whether warnings are left out.
    init(limit: Int, errorsOnly: Bool = false) {
        self.limit = limit
        self.errorsOnly = errorsOnly
    }

    /// Adds the findings of a row of a file.
    mutating func add(_ row: PlannedRow, in file: String) {
        needsServer = needsServer || row.findings.contains { Self.fromServer.contains($0.code) }
        let findings = row.findings.filter { !errorsOnly || $0.level == .error }
        for finding in findings where repeated.saysAlone(finding, in: file) {
            let line = finding.line(in: file)
            switch finding.level {
            case .warning where finding.isDoubtful && doubtful.count < limit: doubtful.append(line)
            case .error where errors.count < limit: errors.append(line)
            case .warning where warnings.count < limit: warnings.append(line)
            default: left += 1
            }
        }
    }

    /// One line for each finding, one for each finding that many rows share, and one for those that are not shown.
    var lines: [String] {
        let found = doubtful + errors + warnings
        let shown = found.prefix(limit)
        let rest = repeated.rest
        let hidden = found.count + left - shown.count + max(0, rest.count - limit)
        return shown + rest.prefix(limit)
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
    /// Whether a mail goes out to an address that is perhaps another than was meant.
    fileprivate var isDoubtful: Bool { level == .warning && code.rawValue.hasPrefix("email-") }

    /// The finding as one line: `team.csv:12: error email-syntax: … (email: "x")`.
    func line(in file: String) -> String {
        let place = "\(Printable.escape(file, limit: 200)):\(line)"
        var text = "\(place): \(level.rawValue) \(code.rawValue): \(Printable.escape(advice, limit: 400))"
        if let column, let value {
            text += " (\(Printable.escape(column, limit: 40)): \"\(Printable.escape(value, limit: 80))\")"
        }
        return text
    }
}
