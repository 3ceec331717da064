import SystemPackage

/// Joins what is imported now with what was imported into the run directory before, so that the plan, and with it the
/// report, is about all of it.
///
/// - The rows of the files imported now stand in their order; those of other files stay in front of them.
/// - A row of `fix` or `retry` takes the place of the row it came from, which its column `import_row` names, unless somebody
///   else may have been invited by the row that stands there: whoever may have been invited stays in the report.
/// - A file of the same name takes the place of an older one. Of that, only people stay who may have been invited and
///   are not in the newer one.
/// - Nobody is invited by two rows: the row imported last counts, an older one is its duplicate.
///
/// Memory holds a hash for each person imported now and a number for each row that changes its place.
struct PlanMerge {
    private let directory: RunDirectory
    private let planner: Planner
    private let journal: JournalState
    /// The plan so far; `nil` if there is none that can be read.
    private var earlier: PlanFile?
    /// Why what was planned before cannot be read.
    private(set) var lost: RunError?

    /// All inputs.
    private var inputs: [PlanHeader.Input] = []
    /// The number of each of the planner's inputs among all.
    private var numbers: [Int] = []

    /// Places in current inputs that a correction has taken before, with the byte of its line in the plan so far.
    private var kept: [Int: Int] = [:]
    /// Places in other inputs that a row taken now goes to, with the byte of its line in the spool.
    private var taken: [Int: Int] = [:]
    /// The same by the rows' own numbers.
    private var places: [Int: Int] = [:]
    /// Places in other inputs by which somebody may have been invited, with who that is; only if there are corrections.
    private var held: [Int: KeyHash] = [:]
    /// Who is invited by a row taken now, with the number of that row.
    private var people: [KeyHash: Int] = [:]

    /// How many rows may be sent.
    private(set) var toSend = 0

    /// Looks at the plan so far.
    init(_ planner: Planner, _ directory: RunDirectory, _ journal: JournalState) throws {
        self.directory = directory
        self.planner = planner
        self.journal = journal
        do throws(RunError) {
            if directory.plan.exists { try lookBack() }
        } catch {
            earlier?.close()
            (earlier, lost, kept, held, inputs, numbers) = (nil, error, [:], [:], [], [])
        }
        if earlier == nil { number([]) }
        for number in numbers where inputs[number].checksum.isEmpty {
            inputs[number].checksum = CRC32.text(try directory.inputs.appending(inputs[number].copy).checksum())
        }
    }

    /// Reads the whole plan so far: what is damaged is no plan.
    private mutating func lookBack() throws(RunError) {
        var plan = try PlanFile(directory.plan)
        earlier = plan
        number(plan.header.inputs)
        var start = plan.offset
        let corrects = planner.header.inputs.contains { $0.columns.contains(Correction.placeColumn) }
        while let row = try plan.next() {
            if corrects, case .invite(let invitation) = row.decision, journal[invitation.key]?.mayBeInvited ?? false {
                held[row.index] = invitation.key.hash
            }
            if row.correction != nil, inputs[row.input].isCurrent { kept[row.index] = start }
            start = plan.offset
        }
    }

    /// Gives the planner's inputs their numbers among all.
    private mutating func number(_ before: [PlanHeader.Input]) {
        inputs = before
        for number in inputs.indices { inputs[number].isCurrent = false }
        for input in planner.header.inputs {
            var input = input
            if let number = inputs.firstIndex(where: { $0.copy == input.copy && $0.rows == input.rows }) {
                (input.first, input.checksum) = (inputs[number].first, inputs[number].checksum)
                inputs[number] = input
                numbers.append(number)
            } else {
                input.first = (inputs.last.map { $0.first + $0.rows } ?? 1)
                inputs.append(input)
                numbers.append(inputs.count - 1)
            }
        }
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
    /// - Parameter each: Gets every row of the files imported now, as they stand in them.
    /// - Returns: Those files in numbers, and the plan, open for reading.
    mutating func write(each: (PlannedRow) -> Void) throws -> (PlanSummary, PlanFile) {
        var spool = try LineSpool(directory.file("plan.jsonl.new"))
        defer {
            spool.close()
            earlier?.close()
        }
        let summary = try plan(into: &spool, each: each)
        let output = try OutputFile(directory.plan)
        try output.write(ChecksummedLine.bytes(PlanHeader(inputs: inputs).json.members ?? []))
        let old = inputs.contains { !$0.isCurrent }
        if old { try writeOthers(output, &spool) }
        try writeNew(output, &spool)
        if old { try writeLeftovers(output) }
        return (summary, try PlanFile(output.commitKeepingOpen(), directory.plan))
    }

    /// Plans the files imported now; the rows go into the spool with their numbers among all.
    private mutating func plan(into spool: inout LineSpool, each: (PlannedRow) -> Void) throws -> PlanSummary {
        var corrections = CorrectionReader(directory, inputs)
        return try planner.plan { planned in
            each(planned)
            var row = try rowAmongAll(planned)
            let correction = try corrections.correction(row)
            if let correction { try checkRun(of: correction.place, row) }
            if let correction, let place = place(named: correction.place, for: row) {
                row.correction = correction.row
                places[row.index] = place.index
                (row.index, row.input, row.row, row.line) = (place.index, place.input, place.row, 0)
            }
            row = withoutRepeat(row)
            if case .invite = row.decision { toSend += 1 }
            let start = try spool.append(ChecksummedLine.bytes(row.json.members ?? []))
            if row.correction != nil, !inputs[row.input].isCurrent { taken[row.index] = start }
        }
    }

    private func rowAmongAll(_ planned: PlannedRow) throws -> PlannedRow {
        var row = planned
        row.input = numbers[planned.input]
        row.index = inputs[row.input].first + row.row - 1
        if let start = kept[row.index], let earlier { return try earlier.row(at: start) }
        if case .duplicate(let first, let united) = row.decision {
            let local = planner.header.inputs
            let input = local.lastIndex { $0.first <= first } ?? 0
            let index = inputs[numbers[input]].first + first - local[input].first
            row.decision = .duplicate(of: places[index] ?? index, united: united)
        }
        return row
    }

    /// The row of an input not imported now that a text of `import_row` names, if nobody has taken its place yet.
    private func place(named text: String, for planned: PlannedRow) -> (index: Int, input: Int, row: Int)? {
        guard let colon = text.lastIndex(of: ":"), let row = Int(text[text.index(after: colon)...]),
            let input = inputs.firstIndex(where: { $0.copy == text[..<colon] }),
            !inputs[input].isCurrent, !inputs[input].isReplaced, (1...inputs[input].rows).contains(row)
        else { return nil }
        let index = inputs[input].first + row - 1
        guard taken[index] == nil else { return nil }
        if let person = held[index] {
            guard case .invite(let invitation) = planned.decision, invitation.key.hash == person else { return nil }
        }
        return (index, input, row)
    }

    /// A row that names a place belongs to the run that has it: imported into another one, it would be somebody new there.
    private func checkRun(of place: String, _ row: PlannedRow) throws(InputError) {
        guard earlier == nil, let colon = place.lastIndex(of: ":"), Int(place[place.index(after: colon)...]) != nil,
            !inputs.contains(where: { $0.copy == place[..<colon] })
        else { return }
        let message =
            "The column \(Correction.placeColumn) says that this row corrects \(Printable.escape(place, limit: 80)), which "
            + "is not in this run. Name the folder of the run that it belongs to, --run-dir FOLDER.run, or remove that column."
        throw InputError(
            .notUnderstood, code: "run-missing", file: inputs[row.input].name, line: row.line, message: message)
    }

    /// The row, or a duplicate if another row taken now invites the same person.
    private mutating func withoutRepeat(_ row: PlannedRow) -> PlannedRow {
        guard earlier != nil, case .invite(let invitation) = row.decision else { return row }
        guard let other = people[invitation.key.hash] else {
            people[invitation.key.hash] = row.index
            return row
        }
        return row.asDuplicate(of: other)
    }

    private func writeOthers(_ output: OutputFile, _ spool: inout LineSpool) throws {
        guard var plan = try earlier.map({ _ in try PlanFile(directory.plan) }) else { return }
        defer { plan.close() }
        while let row = try plan.next() {
            guard !inputs[row.input].isCurrent, !inputs[row.input].isReplaced else { continue }
            if let start = taken[row.index] {
                try write(spool.lines(from: start), in: row, output)
                continue
            }
            var row = row
            if case .invite(let invitation) = row.decision, let other = people[invitation.key.hash] {
                row = row.asDuplicate(of: other)
            }
            try output.write(ChecksummedLine.bytes(row.json.members ?? []))
        }
    }

    /// Writes a row taken now in the place of an older one.
    private func write(_ lines: LineReader, in place: PlannedRow, _ output: OutputFile) throws {
        var lines = lines
        guard let bytes = try lines.next()?.bytes, var row = ChecksummedLine.value(bytes).flatMap(PlannedRow.init)
        else {
            throw RunError(.cannotWrite, "\(directory.plan) cannot be written: its rows did not come back.")
        }
        row.line = place.line
        try output.write(ChecksummedLine.bytes(row.json.members ?? []))
    }

    /// The rows taken now, but for those that stand in another's place.
    private func writeNew(_ output: OutputFile, _ spool: inout LineSpool) throws {
        let elsewhere = Set(taken.values)
        var lines = try spool.lines()
        while let line = try lines.next() {
            if !elsewhere.contains(line.start) { try output.write(line.bytes + [0x0A]) }
        }
    }

    /// Whom an older file may have invited and the newer one does not name any more.
    private func writeLeftovers(_ output: OutputFile) throws {
        guard inputs.contains(where: \.isReplaced), var plan = try earlier.map({ _ in try PlanFile(directory.plan) })
        else { return }
        defer { plan.close() }
        while let row = try plan.next() {
            guard inputs[row.input].isReplaced, case .invite(let invitation) = row.decision,
                people[invitation.key.hash] == nil, journal[invitation.key]?.mayBeInvited ?? false
            else { continue }
            try output.write(ChecksummedLine.bytes(row.json.members ?? []))
        }
    }
}

extension PlannedRow {
    fileprivate func asDuplicate(of index: Int) -> PlannedRow {
        var row = self
        row.decision = .duplicate(of: index, united: nil)
        return row
    }
}
