/// Makes the plan: every row of the inputs, with the decision about it.
public struct Planner {
    private let sources: [PlanInput]
    private let options: ImportOptions
    private let scan: InputScan
    /// What the server has; `nil` if it was not asked.
    private var snapshot: ServerSnapshot?
    /// The organizations in which the run has tried to invite somebody, as they were written then.
    private var organizationsBefore: Set<String> = []

    /// Reads the inputs once, to find their shape and the people who occur more than once.
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
        try plan(among: scan.inputs, numbers: Array(scan.inputs.indices), each)
    }

    /// Does the same, and hands out only rows of which there is something to say.
    ///
    /// - Parameters:
    ///   - alike: Gets what would be sent to one of the people whose rows are not handed out, and how many rows are
    ///     like this one but for the person.
    ///   - each: Gets all other rows, in order.
    func plan(
        alike: (Invitation, _ times: Int) -> Void, _ each: (PlannedRow) throws -> Void
    ) throws -> PlanSummary {
        // What the server has may differ from person to person.
        guard snapshot == nil else { return try plan(each) }
        return try withoutActuallyEscaping(alike) { alike in
            try plan(among: scan.inputs, numbers: Array(scan.inputs.indices), alike: alike, each)
        }
    }

    /// Does the same for a plan that has other inputs too.
    ///
    /// - Parameters:
    ///   - inputs: All inputs of that plan. They give the rows their numbers.
    ///   - numbers: The index in `inputs` of each of the planner's own inputs.
    func plan(
        among inputs: [PlanHeader.Input], numbers: [Int], alike: ((Invitation, _ times: Int) -> Void)? = nil,
        _ each: (PlannedRow) throws -> Void
    ) throws -> PlanSummary {
        let checker = Checker(options)
        var names = snapshot.map { NameResolution($0, written: scan.organizations, before: organizationsBefore) }
        var deduplicator = scan.deduplicator
        deduplicator.inputs = inputs
        if var known = names {
            deduplicator.resolve(&known)
            names = known
        }
        var hints = SimilarityHints(scan, inputs)
        var summary = PlanSummary(
            inputs: scan.inputs, shapes: scan.shapes, ignoredColumns: scan.ignoredColumns)
        for (number, source) in sources.enumerated() {
            var reading = scan.readings[number]
            reading.usual = scan.usual[number]
            var feed = RowFeed(
                try InputReader.opening(source.path, name: source.name, options: reading),
                options.lane.again(rows: scan.inputs[number].rows))
            rows: while true {
                if feed.opensLane { feed.openLane(options) }
                let step = try feed.step()
                if step == .end { break rows }
                if let lane = feed.closeLane(), let alike { summary.add(lane, alike) }
                if step == .known, alike != nil, isAlike(feed, deduplicator, hints) {
                    feed.count()
                    continue
                }
                var checked = step == .known ? feed.checked : checker.check(feed)
                names?.resolve(&checked, feed)
                let place = RowPlace(input: numbers[number], row: feed.place.number)
                var row = PlannedRow(
                    number: inputs.number(of: place), place: place, line: feed.line, decision: .invalid,
                    findings: checked.findings)
                decide(checked, &row, &deduplicator)
                if case .invite(let invitation) = row.decision { notePresence(of: invitation, in: &row) }
                row.findings += hints.findings(on: row)
                summary.add(row, checked)
                if step == .record { feed.learn(checked, isCounted: row.isPlainInvitation) }
                try each(row)
            }
            if let lane = feed.lane, let alike { summary.add(lane, alike) }
        }
        return summary
    }

    /// Whether all that is said about a row that the lane knows is said about every row like it.
    private func isAlike(_ feed: RowFeed, _ deduplicator: Deduplicator, _ hints: SimilarityHints) -> Bool {
        guard feed.isInvited else { return true }
        guard !feed.sight.mayShareMailbox, scan.exclusions.isEmpty || !scan.exclusions.haveReason(for: feed.personHash)
        else { return false }
        if deduplicator.hasNoRepeats, hints.hasNoMailboxes { return true }
        let key = feed.keyHash
        return !deduplicator.repeats(key) && !hints.mayShareMailbox(key)
    }

    /// The same plan with what the server has. This does not read the inputs again.
    ///
    /// - Parameters:
    ///   - snapshot: What the server has; `nil` if it was not asked.
    ///   - organizationsBefore: The organizations in which the run has tried to invite somebody, as they were written
    ///     then.
    public func knowing(_ snapshot: ServerSnapshot?, organizationsBefore: Set<String> = []) -> Planner {
        var planner = self
        (planner.snapshot, planner.organizationsBefore) = (snapshot, organizationsBefore)
        return planner
    }

    /// The organizations of the rows that may be sent, sorted.
    public var organizations: [String] { scan.organizations.sorted() }

    /// The people in the rows that may be sent.
    public var people: KeySet { scan.deduplicator.people }

    /// Notes whether somebody is a member or invited already.
    private func notePresence(of invitation: Invitation, in row: inout PlannedRow) {
        guard let presence = snapshot?.presence(invitation.key) else { return }
        row.there = presence.isMember ? .alreadyMember : .alreadyInvited
        if let finding = invitation.difference(from: presence, line: row.line) { row.findings.append(finding) }
    }

    private func decide(_ checked: CheckedRow, _ row: inout PlannedRow, _ deduplicator: inout Deduplicator) {
        if let reason = checked.skipped { row.decision = .skip(reason) }
        if let invitation = checked.invitation, let reason = scan.exclusions.reason(for: invitation) {
            row.decision = .skip(reason)
        } else if let invitation = checked.invitation {
            let (decision, found) = deduplicator.decide(invitation, row: row.number, line: row.line)
            row.decision = decision
            row.findings += found
        }
    }
}

extension PlannedRow {
    /// Whether the row is sent, and there is nothing to say about it.
    fileprivate var isPlainInvitation: Bool {
        guard case .invite = decision else { return false }
        return findings.isEmpty && there == nil
    }
}

extension Checker {
    /// Judges the record that came last.
    fileprivate func check(_ feed: RowFeed) -> CheckedRow {
        check(feed.record, columns: feed.reader.columns, fields: feed.reader.fields)
    }
}

extension NameResolution {
    /// Replaces the names in the row that came last.
    fileprivate mutating func resolve(_ checked: inout CheckedRow, _ feed: RowFeed) {
        resolve(&checked, feed.place, feed.reader.columns, feed.reader.fields)
    }
}
