/// Decides about rows in their order, once everything about all of them is known.
struct RowJudge {
    /// Replaces the names of roles and groups by what the server has for them; `nil` if it was not asked.
    var names: NameResolution?
    /// The plan in numbers, as far as rows were judged.
    var summary: PlanSummary
    private let scan: InputScan
    private let snapshot: ServerSnapshot?
    private let inputs: [PlanHeader.Input]
    private var deduplicator: Deduplicator
    private var hints: SimilarityHints

    /// - Parameters:
    ///   - planner: Has read the inputs once.
    ///   - inputs: All inputs of the plan. They give the rows their numbers.
    init(_ planner: Planner, _ inputs: [PlanHeader.Input]) {
        (scan, snapshot, self.inputs) = (planner.scan, planner.snapshot, inputs)
        names = planner.snapshot.map {
            NameResolution($0, written: planner.scan.organizations, before: planner.organizationsBefore)
        }
        deduplicator = scan.deduplicator
        deduplicator.inputs = inputs
        if var known = names {
            deduplicator.resolve(&known)
            names = known
        }
        hints = SimilarityHints(scan, inputs)
        summary = PlanSummary(
            inputs: scan.inputs, shapes: scan.shapes, ignoredColumns: scan.ignoredColumns, shard: planner.shard)
    }

    /// Decides about a row, and counts it.
    ///
    /// - Parameter isOwn: Whether the row belongs to the shard; default true.
    mutating func row(_ checked: CheckedRow, _ place: RowPlace, line: Int, isOwn: Bool = true) -> PlannedRow {
        var row = PlannedRow(
            number: inputs.number(of: place), place: place, line: line, decision: .invalid, findings: checked.findings)
        decide(checked, &row)
        if case .invite(let invitation) = row.decision {
            notePresence(of: invitation, in: &row)
        } else {
            row.person = checked.invitation.map(NamedPerson.init) ?? checked.person
        }
        row.findings += hints.findings(on: row)
        if isOwn { summary.add(row, checked) } else { summary.elsewhere.add(row, checked) }
        return row
    }

    private mutating func decide(_ checked: CheckedRow, _ row: inout PlannedRow) {
        if let reason = checked.skipped { row.decision = .skip(reason) }
        if let invitation = checked.invitation, let reason = scan.exclusions.reason(for: invitation) {
            row.decision = .skip(reason)
        } else if let invitation = checked.invitation {
            let (decision, found) = deduplicator.decide(invitation, LinedRow(number: row.number, line: row.line))
            row.decision = decision
            row.findings += found
        }
    }

    /// Notes whether somebody is a member or invited already.
    private func notePresence(of invitation: Invitation, in row: inout PlannedRow) {
        guard let presence = snapshot?.presence(invitation.key) else { return }
        row.there = presence.isMember ? .alreadyMember : .alreadyInvited
        if let finding = invitation.difference(from: presence, line: row.line) { row.findings.append(finding) }
    }
}

// MARK: - Rows that are only counted

extension RowJudge {
    /// Whether all that is said about a row that the lane knows is said about every row like it.
    func isAlike(_ feed: RowFeed) -> Bool {
        guard feed.isInvited else { return true }
        guard !feed.sight.mayShareMailbox, scan.exclusions.isEmpty || !scan.exclusions.haveReason(for: feed.personHash)
        else { return false }
        if deduplicator.hasNoRepeats, hints.hasNoMailboxes { return true }
        let key = feed.keyHash
        return !deduplicator.repeats(key) && !hints.mayShareMailbox(key)
    }

    /// Whether all rows of an input that the lane knew are alike, and all others were kept.
    mutating func isSettled(_ kept: KeptRows) -> Bool {
        guard kept.isWhole, snapshot == nil, scan.exclusions.isEmpty, deduplicator.hasNoRepeats, hints.hasNoMailboxes
        else { return false }
        for lane in kept.lanes {
            for domain in lane.domains where domain.count > 0 && !hints.isQuiet(about: domain) { return false }
        }
        return true
    }

    /// Decides about the rows that were kept of an input, and counts the others.
    ///
    /// - Parameter number: The index of the input.
    mutating func take(
        _ kept: KeptRows, _ number: Int, _ alike: (Invitation, _ times: Int) -> Void,
        _ each: (PlannedRow) throws -> Void
    ) rethrows {
        CoverageMark.inputReadOnce.pass()
        for known in kept.rows {
            try each(row(known.checked, RowPlace(input: number, row: known.number), line: known.line))
        }
        for lane in kept.lanes { summary.add(lane, alike) }
    }
}
