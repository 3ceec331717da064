/// Gives the rows of one input in order: those that the lane knows as such, all others as records.
///
/// Without a lane it gives records only. Who wants to compare sets `K0RDENT_LANE` in the environment: to `slow`, or to
/// the number of rows after which the lane opens. In a long input, a second thread looks ahead.
struct RowFeed {
    /// What came.
    enum Step {
        /// A row that the lane knows: ``RowFeed/sight`` says what about it.
        case known
        /// A row for the checks: ``RowFeed/record``.
        case record
        /// Nothing more.
        case end
    }

    private(set) var reader: InputReader
    /// The lane, once it was opened.
    private(set) var lane: RowLane?
    /// The record that came last.
    private(set) var record = Record(number: 0, line: 0, offset: 0, values: [])
    /// What is known about the row that came last.
    private(set) var sight = RowLane.Sight(template: 0, domain: 0, mayShareMailbox: false)
    /// How many rows came.
    private(set) var rows = 0

    private var batch: CellBatch?
    /// Looks at rows before they are taken; `nil` for a lane without a second thread.
    private var ahead: LaneAhead?
    /// How many rows come before it does.
    private var rowsAlone = Int.max
    /// The first row of the batch that it looks at, and what it found, once that was asked for.
    private var (firstAhead, found) = (Int.max, LaneAhead.Found())
    /// Whether nobody has taken the keys in it yet.
    private var hasNewKeys = false
    /// The key of the row that came last, if it was looked at before.
    private var keyAhead: KeyHash?
    /// How many rows the batch has; 0 without a lane.
    private var inBatch = 0
    /// The row of the batch to look at next, and how many of its rows the reader has passed.
    private var (next, passed) = (0, 0)
    /// The row of the batch that the record is.
    private var learnt: Int?
    /// Whether the row that came last is one that the lane knows.
    private(set) var isKnown = false

    /// How many rows come before the lane is opened; `nil` if it never is, or was.
    private var rowsBefore: Int?

    init(_ reader: InputReader, _ choice: LaneChoice) {
        self.reader = reader
        // With its first row, a reader judges the names of its columns.
        if case .fast(let rows, let alone) = choice, reader.cutsRecords {
            (rowsBefore, rowsAlone) = (max(1, rows), alone)
        }
    }

    /// Whether enough rows have come to open the lane.
    var opensLane: Bool { rows == rowsBefore }

    /// Takes away a lane that fits no longer, because the columns mean something else since the record that came last.
    mutating func closeLane() -> RowLane? {
        guard let closed = lane, closed.columns.interpretation != reader.interpretations else { return nil }
        forgetAhead()
        (lane, ahead, learnt, inBatch, next, passed) = (nil, nil, nil, 0, 0, 0)
        batch?.removeAll()
        rowsBefore = rows
        return closed
    }

    /// Opens the lane, if it can take rows of this input at all.
    ///
    /// - Parameter counted: Whether the values of a column are still counted.
    mutating func openLane(_ options: ImportOptions, counting counted: (Int) -> Bool = { _ in false }) {
        rowsBefore = nil
        guard let columns = LaneColumns(reader, options) else { return }
        // As long as the addresses are counted, every new one has to be.
        if counted(columns.email) { return rowsBefore = rows + 8 }
        let batch = CellBatch(capacity: TextSource.bufferBytes)
        self.batch = batch
        let others = (columns.nameColumns + columns.free + [columns.message].compactMap(\.self)).filter(counted)
        lane = RowLane(columns, options, counting: others)
        if rowsAlone < .max, let own = LaneColumns(reader, options) {
            ahead = LaneAhead(RowLane(own, options, counting: others), batch)
        }
    }

    /// Moves to the next row.
    mutating func step() throws(InputError) -> Step {
        if next == inBatch { try refill() }
        if next < inBatch, let sight = look() {
            self.sight = sight
            isKnown = true
            CoverageMark.rowTakenFromBytes.pass()
            (next, rows) = (next + 1, rows + 1)
            return .known
        }
        (learnt, isKnown) = (nil, false)
        if next < inBatch {
            pass()
            learnt = next
            (next, passed) = (next + 1, next + 1)
        }
        guard let record = try reader.next() else { return .end }
        self.record = record
        rows += 1
        return .record
    }

    /// What is known about the next row of the batch.
    private mutating func look() -> RowLane.Sight? {
        if next >= firstAhead { takeAhead() }
        let place = next &- found.first
        guard place >= 0, place < found.rows.count, let row = found.rows[place] else {
            keyAhead = nil
            // Only here is the batch itself asked for: to hold it costs as much as to look at a cell.
            return batch.flatMap { lane?.look(at: next, of: $0) }
        }
        keyAhead = row.key
        lane?.takeValues(found.values, ofRow: place)
        return row.sight
    }

    /// Takes over what the other thread has found, if it is at work.
    private mutating func takeAhead() {
        guard firstAhead < .max, let ahead else { return }
        firstAhead = .max
        found = ahead.take(in: found)
        hasNewKeys = true
    }

    /// Gives the keys of the rows that come next, once, if many were found just now.
    mutating func takeNewKeys(_ take: (KeyHash) -> Void) {
        guard hasNewKeys else { return }
        hasNewKeys = false
        for row in found.rows { if let row { take(row.key) } }
    }

    /// Forgets what the other thread has found. Afterwards it is not at work.
    private mutating func forgetAhead() {
        takeAhead()
        found = LaneAhead.Found()
    }

    /// Tells the reader which rows were taken from their bytes.
    private mutating func pass() {
        guard next > passed, let batch else { return }
        let lines = batch.lines(ofFirst: next) - batch.lines(ofFirst: passed)
        reader.pass(next - passed, lines: lines, upTo: batch.bytes(ofFirst: next))
        passed = next
    }

    private mutating func refill() throws(InputError) {
        guard let batch, lane != nil else { return }
        pass()
        (next, passed) = (0, 0)
        takeAhead()
        found.first = .max
        inBatch = 0
        try reader.cut(into: batch)
        inBatch = batch.count
        if rows >= rowsAlone, batch.count >= min(rowsAlone, LaneAhead.fewest), let ahead { firstAhead = ahead.begin() }
    }

    // MARK: - The row that came last

    /// Lets the lane learn what the checks made of the record.
    ///
    /// - Parameter isCounted: Whether the row was counted as one that is sent.
    mutating func learn(_ checked: CheckedRow, isCounted: Bool) {
        guard let learnt, let batch else { return }
        lane?.learn(learnt, batch, record: record, checked: checked, isCounted: isCounted)
        ahead?.learn(learnt, record: record, checked: checked, isCounted: isCounted)
    }

    /// Counts the known row.
    mutating func count() { lane?.count(sight) }

    /// No longer counts the values of columns that have many.
    mutating func stopCounting(where hasMany: (Int) -> Bool) {
        guard lane?.stopCounting(where: hasMany) == true else { return }
        forgetAhead()
        ahead?.stopCounting(where: hasMany)
    }

    /// What the checks would say about the known row.
    var checked: CheckedRow {
        // To unwrap the lane would copy all of it.
        guard let batch, let checked = lane?.checked(sight, address, next - 1, batch) else {
            return CheckedRow(invitation: nil, skipped: nil, findings: [])
        }
        return checked
    }

    /// The address of the known row.
    private var address: LaneAddress {
        guard let batch, var address = lane?.address, let column = lane?.columns.email else { return LaneAddress() }
        guard keyAhead != nil else { return address }
        // Another lane has read it.
        _ = address.read(batch.cell(next - 1, column))
        return address
    }

    private var template: RowTemplate? { lane?.templates[sight.template] }

    /// Whether the known row is sent.
    var isInvited: Bool { lane?.templates[sight.template].isInvited ?? false }

    /// The hash of the known row's key.
    var keyHash: KeyHash { keyAhead ?? lane?.keyHash(sight) ?? KeyHash("") }

    /// The address of the row that came last, as it is compared; `nil` if it has none that can be read.
    ///
    /// - Parameter checked: What the checks said about the row.
    func person(_ checked: CheckedRow) -> String? {
        if isKnown { return String(decoding: address.bytes, as: UTF8.self) }
        if let invitation = checked.invitation { return invitation.key.email }
        return RowCheck(record, columns: reader.columns, fields: reader.fields).person?.key
    }

    /// The part of a split import that the known row's person belongs to.
    func number(in shard: Shard) -> Int { shard.number(for: address.bytes) }

    /// The hash of the known row's address.
    var personHash: KeyHash { address.keyHash }

    /// The person whom the known row leaves out wherever else they occur, and why.
    var exclusion: (KeyHash, String)? {
        guard let reason = template?.checked.skipped, template?.leavesOut == true else { return nil }
        return (address.keyHash, reason)
    }

    /// The line of the row that came last, counted from 1.
    var line: Int {
        guard isKnown, let batch else { return record.line }
        return batch.firstLine + batch.lines(ofFirst: next - 1)
    }

    /// A record that has the place of the row that came last, and may have no values.
    var place: Record { isKnown ? Record(number: rows, line: line, offset: 0, values: []) : record }
}
