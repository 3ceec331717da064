/// What counts of the rows of other shards. Whoever wants no error in a file means all of it.
public struct RowsElsewhere: Hashable, Sendable {
    /// The number of rows.
    public private(set) var rows = 0
    /// The number of errors in them.
    public private(set) var errors = 0
    /// Whether a person is repeated although that is forbidden (`--duplicates fail`).
    public private(set) var hasForbiddenDuplicate = false
    /// Roles and groups that the role map has no line for; at most 1,000.
    public private(set) var unmapped: Set<String> = []

    mutating func add(_ row: PlannedRow, _ checked: CheckedRow) {
        rows += 1
        for finding in row.findings where finding.level == .error {
            errors += 1
            if finding.code == .duplicateForbidden { hasForbiddenDuplicate = true }
        }
        if unmapped.count < 1000 { unmapped.formUnion(checked.unmapped) }
    }
}
