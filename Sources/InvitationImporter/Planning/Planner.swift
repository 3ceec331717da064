/// Makes the plan: every row of the inputs, with the decision about it.
public struct Planner {
    private let sources: [PlanInput]
    private let options: ImportOptions
    let scan: InputScan
    /// What the server has; `nil` if it was not asked.
    private(set) var snapshot: ServerSnapshot?
    /// The organizations in which the run has tried to invite somebody, as they were written then.
    private(set) var organizationsBefore: Set<String> = []

    /// Reads the inputs once, to find their shape and the people who occur more than once.
    ///
    /// - Throws: ``InputError`` if an input cannot be used as a whole.
    public init(_ sources: [PlanInput], _ options: ImportOptions) throws(InputError) {
        self.sources = sources
        self.options = options
        scan = try InputScan(sources, options)
    }

    /// The first line of the plan.
    public var header: PlanHeader { PlanHeader(inputs: scan.inputs, shard: shard) }

    /// The part of the import whose rows the plan has.
    var shard: Shard { options.shard }

    /// Reads the inputs again and decides about each row.
    ///
    /// What is said about a row does not depend on the shard, since all rows are judged.
    ///
    /// - Parameter each: Gets the rows of the shard in order.
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
        // What the server has may differ from person to person, and so do the shard and the choice.
        guard snapshot == nil, shard.isWhole, options.chosen.isEverybody else { return try plan(each) }
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
        var judge = RowJudge(self, inputs)
        for (number, source) in sources.enumerated() {
            if let alike, judge.isSettled(scan.kept[number]) {
                try judge.take(scan.kept[number], numbers[number], alike, each)
                continue
            }
            var reading = scan.readings[number]
            reading.usual = scan.usual[number]
            var feed = RowFeed(
                try InputReader.opening(source.path, name: source.name, options: reading),
                options.lane.again(rows: scan.inputs[number].rows))
            rows: while true {
                if feed.opensLane { feed.openLane(options) }
                let step = try feed.step()
                if step == .end { break rows }
                if let lane = feed.closeLane(), let alike { judge.summary.add(lane, alike) }
                if step == .known, alike != nil, judge.isAlike(feed) {
                    feed.count()
                    continue
                }
                var checked = step == .known ? feed.checked : checker.check(feed)
                judge.names?.resolve(&checked, feed)
                if !options.chosen.isEverybody, let person = feed.person(checked) {
                    judge.summary.met.note(person, options.chosen)
                }
                let isOwn = shard.has(feed, checked)
                let place = RowPlace(input: numbers[number], row: feed.place.number)
                let row = judge.row(checked, place, line: feed.line, isOwn: isOwn)
                if step == .record { feed.learn(checked, isCounted: row.isPlainInvitation) }
                if isOwn { try each(row) }
            }
            if let lane = feed.lane, let alike { judge.summary.add(lane, alike) }
        }
        return judge.summary
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

    /// The people in the rows that may be sent. Of a split import, those of this shard.
    public var people: KeySet { scan.people }
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
