import SystemPackage

/// Joins the files of this import with earlier imports into the run directory. The plan, and so the report, covers all
/// of them.
///
/// - The rows of this import's files stay in their order. The rows of other files come before them.
/// - A row of `fix` or `retry` takes the place of the row it came from, which its column `import_row` names. It does
///   not if the row there may have invited somebody else, because a person who may have been invited stays in the
///   report.
/// - A file replaces an older one of the same name. Of the older one, only people stay who may have been invited and
///   are not in the newer one.
/// - No two rows invite the same person. The row imported last counts, and an older one is its duplicate.
///
/// Memory: a hash for each person of this import, and a number for each row that changes its place.
struct PlanMerge {
    private let directory: RunDirectory
    private let planner: Planner
    private let journal: JournalState
    /// The earlier plan; `nil` if there is none that can be read.
    private var earlier: PlanFile?
    /// Why the earlier plan cannot be read.
    private(set) var lost: RunError?

    /// All inputs.
    private var inputs: [PlanHeader.Input] = []
    /// The first input that is read from a copy, by the copy's name.
    private var copies: [String: Int] = [:]
    /// The number of each of the planner's inputs among all inputs.
    private var numbers: [Int] = []

    /// Rows of current inputs whose place an earlier correction took, with the byte of its line in the earlier plan.
    private var kept: [Int: Int] = [:]
    /// Rows of other inputs whose place a row of this import takes, with the byte of its line in the spool.
    private var taken: [Int: Int] = [:]
    /// For each row of this import that takes another place: the number of that place, by the number where it was read.
    private var moved: [Int: Int] = [:]
    /// Rows of other inputs by which somebody may have been invited, with that person. Only filled if there are
    /// corrections.
    private var held: [Int: KeyHash] = [:]
    /// The numbers of the rows that the earlier plan of a shard has. Only filled if there are corrections.
    private var there: Set<Int> = []
    /// The people invited by a row of this import, with the number of that row.
    private var people: [KeyHash: Int] = [:]

    /// Whether nothing was imported here before. The plan then has the rows of this import as they come, and no other.
    var isFirst: Bool { earlier == nil }

    /// How many rows may be sent.
    private(set) var toSend = 0

    /// How many rows of each input belong to the shard, by the input's number.
    private var own: [Int: Int] = [:]

    /// Reads the earlier plan.
    ///
    /// - Throws: ``RunError`` if it is that of another shard.
    init(_ planner: Planner, _ directory: RunDirectory, _ journal: JournalState) throws {
        self.directory = directory
        self.planner = planner
        self.journal = journal
        do throws(RunError) {
            if directory.plan.exists { try lookBack() }
        } catch {
            earlier?.close()
            (earlier, lost, kept, held, inputs, numbers) = (nil, error, [:], [:], [], [])
            there = []
        }
        if let header = earlier?.header {
            do {
                try directory.check(header.shard, rule: header.rule, against: planner.shard)
            } catch {
                earlier?.close()
                throw error
            }
        }
        if earlier == nil { number([]) }
        for number in numbers where inputs[number].checksum.isEmpty {
            inputs[number].checksum = CRC32.text(try directory.inputs.appending(inputs[number].copy).checksum())
        }
    }

    /// Reads the whole earlier plan. A damaged one is no plan.
    private mutating func lookBack() throws(RunError) {
        var plan = try PlanFile(directory.plan)
        earlier = plan
        number(plan.header.inputs)
        var start = plan.offset
        let corrects = planner.header.inputs.contains { $0.columns.contains(Correction.placeColumn) }
        while let row = try plan.next() {
            if corrects, case .invite(let invitation) = row.decision, journal[invitation.key]?.mayBeInvited ?? false {
                held[row.number] = invitation.key.hash
            }
            if corrects, !planner.shard.isWhole { there.insert(row.number) }
            if row.correction != nil, inputs[row.place.input].isCurrent { kept[row.number] = start }
            start = plan.offset
        }
    }

    /// Two readings of one copy have the same mark.
    private static func mark(_ input: PlanHeader.Input) -> String { "\(input.rows) \(input.copy)" }

    /// Gives the planner's inputs their numbers among all inputs.
    private mutating func number(_ before: [PlanHeader.Input]) {
        inputs = before
        for number in inputs.indices { inputs[number].isCurrent = false }
        var known = Dictionary(zip(inputs.map(Self.mark), inputs.indices)) { first, _ in first }
        for input in planner.header.inputs {
            var input = input
            if let number = known[Self.mark(input)] {
                (input.first, input.checksum) = (inputs[number].first, inputs[number].checksum)
                inputs[number] = input
                numbers.append(number)
            } else {
                input.first = (inputs.last.map { $0.first + $0.rows } ?? 1)
                known[Self.mark(input)] = inputs.count
                inputs.append(input)
                numbers.append(inputs.count - 1)
            }
        }
        copies = Dictionary(zip(inputs.map(\.copy), inputs.indices)) { first, _ in first }
        let names = Set(numbers.map { inputs[$0].name })
        for number in inputs.indices where !inputs[number].isCurrent && names.contains(inputs[number].name) {
            inputs[number].isReplaced = true
        }
    }
}

// MARK: - Writing

extension PlanMerge {
    /// Writes the plan.
    ///
    /// - Parameter each: Gets every row of this import's files, in order.
    /// - Returns: The numbers of those files, and the plan, open for reading.
    mutating func write(each: (PlannedRow, _ file: String) -> Void) throws -> (PlanSummary, PlanFile) {
        var spool = try LineSpool(directory.file("plan.jsonl.new"))
        defer {
            spool.close()
            earlier?.close()
        }
        let summary = try plan(into: &spool, each: each)
        let output = try OutputFile(directory.plan)
        if !planner.shard.isWhole { for number in numbers { inputs[number].own = own[number, default: 0] } }
        let header = PlanHeader(inputs: inputs, shard: planner.shard)
        try output.write(ChecksummedLine.bytes(header.json.members ?? []))
        let old = inputs.contains { !$0.isCurrent }
        if old { try writeOthers(output, &spool) }
        try writeNew(output, &spool)
        if old { try writeLeftovers(output) }
        return (summary, try PlanFile(output.commitKeepingOpen(), directory.plan))
    }

    /// Plans the files of this import. The rows go into the spool with their numbers among all rows.
    private mutating func plan(into spool: inout LineSpool, each: (PlannedRow, _ file: String) -> Void) throws
        -> PlanSummary
    {
        var corrections = CorrectionReader(directory, inputs)
        return try planner.plan(among: inputs, numbers: numbers) { planned in
            each(planned, inputs[planned.place.input].name)
            own[planned.place.input, default: 0] += 1
            // Where nothing moves, nobody is asked: the call would copy all of this value.
            var row = kept.isEmpty && moved.isEmpty ? planned : try standing(planned)
            let correction = try corrections.correction(row)
            if let correction { try checkRun(of: correction.place, row) }
            if let correction, let place = place(named: correction.place, for: row) {
                row.correction = correction.row
                moved[row.number] = inputs.number(of: place)
                (row.number, row.place, row.line) = (inputs.number(of: place), place, 0)
            }
            row = withoutRepeat(row)
            if case .invite = row.decision { toSend += 1 }
            let start = try spool.append(row.planLine)
            if row.correction != nil, !inputs[row.place.input].isCurrent { taken[row.number] = start }
        }
    }

    /// The row that belongs where this one was read. An earlier correction may have taken the place.
    private func standing(_ planned: PlannedRow) throws -> PlannedRow {
        if let start = kept[planned.number], let earlier { return try earlier.row(at: start) }
        guard case .duplicate(let first, let united) = planned.decision, let place = moved[first] else {
            return planned
        }
        var row = planned
        row.decision = .duplicate(of: place, united: united)
        return row
    }

    /// The row that a text of `import_row` names, if its input is not part of this import and no other row has taken
    /// its place.
    private func place(named text: String, for planned: PlannedRow) -> RowPlace? {
        guard let colon = text.lastIndex(of: ":"), let row = Int(text[text.index(after: colon)...]),
            let input = copies[String(text[..<colon])], row >= 1, row <= inputs[input].rows,
            !inputs[input].isCurrent, !inputs[input].isReplaced
        else { return nil }
        let place = RowPlace(input: input, row: row)
        // The row there may belong to another shard, if the address was corrected.
        guard taken[inputs.number(of: place)] == nil,
            planner.shard.isWhole || there.contains(inputs.number(of: place))
        else { return nil }
        if let person = held[inputs.number(of: place)] {
            guard case .invite(let invitation) = planned.decision, invitation.key.hash == person else { return nil }
        }
        return place
    }

    /// A row that names a place belongs to the run that has this place. In another run, it would count as somebody new.
    private func checkRun(of place: String, _ row: PlannedRow) throws(InputError) {
        guard earlier == nil, let colon = place.lastIndex(of: ":"), Int(place[place.index(after: colon)...]) != nil,
            !inputs.contains(where: { $0.copy == place[..<colon] })
        else { return }
        let message =
            "The column \(Correction.placeColumn) says that this row corrects \(Printable.escape(place, limit: 80)), which "
            + "is not in this run. Name the folder of the run that it belongs to, --run-dir FOLDER.run, or remove that column."
        throw InputError(
            .notUnderstood, code: "run-missing", file: inputs[row.place.input].name, line: row.line, message: message)
    }

    /// The row, or a duplicate if another row of this import invites the same person.
    private mutating func withoutRepeat(_ row: PlannedRow) -> PlannedRow {
        guard earlier != nil, case .invite(let invitation) = row.decision else { return row }
        guard let other = people[invitation.key.hash] else {
            people[invitation.key.hash] = row.number
            return row
        }
        return row.asDuplicate(of: other)
    }

    private func writeOthers(_ output: OutputFile, _ spool: inout LineSpool) throws {
        guard var plan = try earlier.map({ _ in try PlanFile(directory.plan) }) else { return }
        defer { plan.close() }
        while let row = try plan.next() {
            guard !inputs[row.place.input].isCurrent, !inputs[row.place.input].isReplaced else { continue }
            if let start = taken[row.number] {
                try write(spool.lines(from: start), in: row, output)
                continue
            }
            var row = row
            if case .invite(let invitation) = row.decision, let other = people[invitation.key.hash] {
                row = row.asDuplicate(of: other)
            }
            try output.write(row.planLine)
        }
    }

    /// Writes a row of this import in the place of an older one.
    private func write(_ lines: LineReader, in place: PlannedRow, _ output: OutputFile) throws {
        var lines = lines
        guard let bytes = try lines.next()?.bytes, var row = ChecksummedLine.value(bytes).flatMap(PlannedRow.init)
        else {
            throw RunError(.cannotWrite, "\(directory.plan) cannot be written: its rows did not come back.")
        }
        row.line = place.line
        try output.write(row.planLine)
    }

    /// Writes the rows of this import, except those that take another place.
    private func writeNew(_ output: OutputFile, _ spool: inout LineSpool) throws {
        let elsewhere = Set(taken.values)
        if elsewhere.isEmpty { return try spool.copy { piece throws(RunError) in try output.write(piece) } }
        var lines = try spool.lines()
        while let line = try lines.next() {
            if !elsewhere.contains(line.start) { try output.write(line.bytes + [0x0A]) }
        }
    }

    /// Writes the people of replaced files who may have been invited and whom the newer file does not name.
    private func writeLeftovers(_ output: OutputFile) throws {
        guard inputs.contains(where: \.isReplaced), var plan = try earlier.map({ _ in try PlanFile(directory.plan) })
        else { return }
        defer { plan.close() }
        while let row = try plan.next() {
            guard inputs[row.place.input].isReplaced, case .invite(let invitation) = row.decision,
                people[invitation.key.hash] == nil, journal[invitation.key]?.mayBeInvited ?? false
            else { continue }
            try output.write(row.planLine)
        }
    }
}

extension PlannedRow {
    fileprivate func asDuplicate(of number: Int) -> PlannedRow {
        var row = self
        row.decision = .duplicate(of: number, united: nil)
        return row
    }
}
