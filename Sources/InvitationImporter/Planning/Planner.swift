/// Makes the plan: every row of the inputs with what will be done about it.
public struct Planner {
    private let sources: [PlanInput]
    private let options: ImportOptions
    private let survey: InputScan

    /// Reads the inputs once, to find their shape and the people who occur twice.
    ///
    /// - Throws: ``InputError`` if an input cannot be used as a whole.
    public init(_ sources: [PlanInput], _ options: ImportOptions) throws(InputError) {
        self.sources = sources
        self.options = options
        survey = try InputScan(sources, options)
    }

    /// The first line of the plan.
    public var header: PlanHeader { PlanHeader(inputs: survey.inputs) }

    /// Reads the inputs again and decides about each row.
    ///
    /// - Parameter each: Gets the rows in order.
    /// - Returns: The plan in numbers.
    /// - Throws: ``InputError``, or what `each` throws.
    public func plan(_ each: (PlannedRow) throws -> Void) throws -> PlanSummary {
        let checker = Checker(options)
        var deduplicator = survey.deduplicator
        deduplicator.inputs = survey.inputs
        var resemblances = SimilarityHints(survey)
        var summary = PlanSummary(
            inputs: survey.inputs, shapes: survey.shapes, ignoredColumns: survey.ignoredColumns)
        for (number, source) in sources.enumerated() {
            var reading = options.fullReading
            reading.usual = survey.usual[number]
            var reader = try InputReader.opening(source.path, name: source.name, options: reading)
            while let record = try reader.next() {
                let checked = checker.check(record, columns: reader.columns, fields: reader.fields)
                var row = decide(checked, record, input: number, index: summary.rows + 1, &deduplicator)
                if case .invite(let invitation) = row.decision { lookFor(invitation, &row) }
                row.findings += resemblances.findings(on: row)
                summary.add(row, unmapped: checked.unmapped)
                try each(row)
            }
        }
        return summary
    }

    /// The same plan for a server that was looked at.
    ///
    /// - Throws: ``InputError`` if an input has changed meanwhile.
    public func knowing(_ directory: ServerSnapshot?) throws(InputError) -> Planner {
        guard var directory else { return self }
        directory.organizationsWritten = survey.organizations
        var options = options
        options.directory = directory
        return try Planner(sources, options)
    }

    /// The organizations of the rows that may be sent, sorted.
    public var organizations: [String] { survey.organizations.sorted() }

    /// Who is in the rows that may be sent.
    public var people: Set<KeyHash> { survey.deduplicator.people }

    /// Notes whether somebody is there already.
    private func lookFor(_ invitation: Invitation, _ row: inout PlannedRow) {
        guard let presence = options.directory?.presence(invitation.key) else { return }
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
        if let invitation = checked.invitation, let reason = survey.leftOut.reason(for: invitation) {
            row.decision = .skip(reason)
        } else if let invitation = checked.invitation {
            let (decision, found) = deduplicator.decide(invitation, index: index, line: record.line)
            row.decision = decision
            row.findings += found
        }
        return row
    }
}
