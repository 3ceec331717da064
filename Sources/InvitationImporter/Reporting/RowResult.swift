/// How one row ended, with everything a report says about it.
struct RowResult {
    let row: PlannedRow
    /// The row as it was read; `nil` if the copy of the input is missing or changed.
    let record: Record?
    /// The input of the record, counted from 0.
    var source: Int { row.correction?.place.input ?? row.place.input }
    let outcome: Outcome
    /// What a person should know about how the row ended, apart from ``doubts`` and a revocation.
    let notice: String?
    /// What makes one doubt the address that was mailed; empty if nothing was mailed.
    private(set) var doubts: [Finding] = []
    /// When the invitation was revoked; `nil` if it was not.
    private(set) var revokedAt: String?
    let attempts: Int
    let ended: JournalLine.Ended?
    /// Whether the last attempt for this person sent exactly what the row says.
    let wasSent: Bool

    /// Combines what was decided about a row with what happened.
    ///
    /// - Parameter inputs: The inputs of the plan; empty without a plan, when nothing is known about what was asked
    ///   for.
    init(
        _ row: PlannedRow, _ record: Record?, _ inputs: [PlanHeader.Input], _ journal: JournalFile
    ) throws(RunError) {
        self.row = row
        self.record = record
        switch row.decision {
        case .invite(let invitation):
            let entry = journal.state[invitation.key]
            let digest = entry == nil ? "" : JournalState.digest(of: invitation.body)
            outcome = journal.outcome(entry)
            attempts = entry?.attempts ?? 0
            ended = try journal.details(entry)
            let differs = inputs.isEmpty ? false : entry?.differs(from: digest) ?? false
            notice = outcome == entry?.reported ?? .notSent ? Self.reason(entry, ended, differs) : journal.lack
            doubts = outcome == .invited ? row.findings.filter(\.isDoubtful) : []
            revokedAt = journal.state.revocation(of: invitation.key)?.revokedAt
            wasSent = entry.map { $0.attempts > 0 && $0.digest == digest } ?? false
        case .duplicate(let first, let united):
            let place = inputs.words(forRow: first)
            (outcome, notice, attempts, ended) = (.duplicate, "the same person as \(place)", 0, nil)
            wasSent = false
            fate = united.map { journal.outcome(journal.state[$0]) }
        case .invalid:
            (outcome, attempts, ended, wasSent) = (.invalid, 0, nil, false)
            notice = Self.words(row.findings.filter { $0.level == .error }).joined(separator: " ")
        case .skip(let why):
            (outcome, notice, attempts, ended) = (.skipped, why, 0, nil)
            wasSent = false
        }
    }

    private static func words(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.code.rawValue): \($0.advice)" }
    }

    private static func reason(
        _ entry: JournalState.Entry?, _ ended: JournalLine.Ended?, _ differs: Bool
    ) -> String? {
        guard let entry else { return nil }
        if entry.doubt.isOpen {
            return "attempt \(entry.attempts) was under way when the program ended or could no longer write its journal"
        }
        if entry.reported == .unknown { return ended?.reason ?? "no answer came" }
        guard differs else { return ended?.reason }
        let words = "invited earlier with other roles, groups or message; this row was not sent"
        return [words, ended?.reason].compactMap(\.self).joined(separator: "; ")
    }

    /// The outcome of the invitation that took a duplicate's roles and groups; `nil` for other rows.
    private var fate: Outcome?

    /// What a person should know about the row, apart from a revocation.
    var warning: String? {
        doubts.isEmpty ? notice : ([notice].compactMap(\.self) + Self.words(doubts)).joined(separator: "; ")
    }

    /// What the report says about how the row ended.
    var reason: String? {
        guard let revokedAt else { return warning }
        return ["revoked at \(revokedAt)", warning].compactMap(\.self).joined(separator: "; ")
    }

    /// Whether the row belongs in `retry`: certainly not invited, and worth another try as it is.
    ///
    /// Rows that were united stay together, so that importing the file asks for all of their roles again.
    var isForRetry: Bool { [.failed, .notSent].contains(fate ?? outcome) }

    /// Whether the row belongs in `fix`: a person has to correct it first.
    var isToFix: Bool { [.invalid, .refused].contains(fate ?? outcome) }
}

extension RowResult {
    /// The names of the columns that the report adds to the input's own.
    static let columns = OwnColumns.results

    /// The values of ``columns``; empty if there is none.
    var cells: [String] {
        [
            outcome.rawValue, reason ?? "", ended?.status.map(String.init) ?? "",
            attempts > 0 ? String(attempts) : "",
        ] + [ended?.invitationID, ended?.expiresAt, ended?.requestID, ended?.sentAt].map { Printable.escape($0 ?? "") }
    }

    /// Appends the same values as members of a JSON object, each with a comma before it, without the empty ones.
    static func write(_ cells: [String], into bytes: inout [UInt8]) {
        for (index, text) in cells.enumerated() where !text.isEmpty {
            bytes.append(.comma)
            JSONWriter.write(members[index], into: &bytes)
            bytes.append(.colon)
            if numbers.contains(columns[index]) {
                bytes.append(contentsOf: text.utf8)
            } else {
                JSONWriter.write(text, into: &bytes)
            }
        }
    }

    private static let members = columns.map(MemberName.of)
    private static let numbers = ["http_status", "attempts"]
}
