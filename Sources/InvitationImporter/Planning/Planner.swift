/// Makes the plan: every row of the inputs with what will be done about it.
public struct Planner {
    private let sources: [PlanInput]
    private let options: ImportOptions
    private let scan: InputScan
    /// What the server has; `nil` if nobody looked.
    private var snapshot: ServerSnapshot?
    /// The organizations in which the run has tried to invite somebody, as they were written then.
    private var organizationsBefore: Set<String> = []

    /// Reads the inputs once, to find their shape and the people who occur twice.
    ///
    /// - Throws: ``InputError`` if an input cannot be used as a whole.
    public init(_ sources: [PlanInput], _ options: ImportOptions) throws(InputError) {
        self.sources = sources
        self.options = options
        scan = try InputScan(sources, options)
    }

    /// The first line of the plan.
    public var header: PlanHeader { PlanHeader(inputs: scan.inputs) }

    /// Reads the inputs again and decides about each row.
    ///
    /// - Parameter each: Gets the rows in order.
    /// - Returns: The plan in numbers.
    /// - Throws: ``InputError``, or what `each` throws.
    public func plan(_ each: (PlannedRow) throws -> Void) throws -> PlanSummary {
        let checker = Checker(options)
        var names = snapshot.map { NameResolution($0, written: scan.organizations, before: organizationsBefore) }
        var deduplicator = scan.deduplicator
        deduplicator.inputs = scan.inputs
        if var known = names {
            deduplicator.resolve(&known)
            names = known
        }
        var hints = SimilarityHints(scan)
        var summary = PlanSummary(
            inputs: scan.inputs, shapes: scan.shapes, ignoredColumns: scan.ignoredColumns)
        for (number, source) in sources.enumerated() {
            var reading = scan.readings[number]
            reading.usual = scan.usual[number]
            var reader = try InputReader.opening(source.path, name: source.name, options: reading)
            while let record = try reader.next() {
                var checked = checker.check(record, columns: reader.columns, fields: reader.fields)
                names?.resolve(&checked, record, reader.columns, reader.fields)
                var row = decide(checked, record, input: number, index: summary.rows + 1, &deduplicator)
                if case .invite(let invitation) = row.decision { notePresence(of: invitation, in: &row) }
                row.findings += hints.findings(on: row)
                summary.add(row, checked)
                try each(row)
            }
        }
        return summary
    }

    /// The same plan for a server that was looked at; the inputs are not read for it.
    ///
    /// - Parameter organizationsBefore: The organizations in which the run has tried to invite somebody, as they were
    ///   written then.
    public func knowing(_ snapshot: ServerSnapshot?, organizationsBefore: Set<String> = []) -> Planner {
        var planner = self
        (planner.snapshot, planner.organizationsBefore) = (snapshot, organizationsBefore)
        return planner
    }

    /// The organizations of the rows that may be sent, sorted.
    public var organizations: [String] { scan.organizations.sorted() }

    /// Who is in the rows that may be sent.
    public var people: Set<KeyHash> { scan.deduplicator.people }

    /// Notes whether somebody is there already.
    private func notePresence(of invitation: Invitation, in row: inout PlannedRow) {
        guard let presence = snapshot?.presence(invitation.key) else { return }
        row.there = presence.isMember ? .alreadyMember : .alreadyInvited
        if let finding = invitation.difference(from: presence, line: row.line) { row.findings.append(finding) }
    }

    private func decide(
        _ checked: CheckedRow, _ record: Record, input: Int, index: Int, _ deduplicator: inout Deduplicator
    ) -> PlannedRow {
        var row = PlannedRow(
            index: index, input: input, row: record.number, line: record.line, decision: .invalid,
            findings: checked.findings)
        if let reason = checked.skipped { row.decision = .skip(reason) }
        if let invitation = checked.invitation, let reason = scan.exclusions.reason(for: invitation) {
            row.decision = .skip(reason)
        } else if let invitation = checked.invitation {
            let (decision, found) = deduplicator.decide(invitation, index: index, line: record.line)
            row.decision = decision
            row.findings += found
        }
        return row
    }
}
