/// The fast lane: takes the ordinary rows of one input from their bytes.
///
/// It knows nothing by itself. It remembers what the checks made of cells, and takes a row only if the checks have seen
/// all of its parts before and had nothing to say. Any other row is left to them, and the lane learns from what they
/// make of it (``learn(_:_:record:checked:)``). So the checks alone say what is right.
struct RowLane {
    /// What the lane knows about a row.
    struct Sight {
        /// The index of the row's template and of its domain.
        var (template, domain): (Int, Int)
        /// Whether the address may share its mailbox with another one.
        var mayShareMailbox: Bool
    }

    let columns: LaneColumns
    private(set) var templates: [RowTemplate] = []
    private(set) var domains: [LaneDomain] = []
    /// The address of the row that was looked at last.
    private(set) var address = LaneAddress()
    /// The columns that nothing depends on, but whose values are counted as long as there are few of them.
    private(set) var counted: [CountedColumn] = []
    /// How many rows were taken.
    private(set) var count = 0

    private var known = KnownBytes()
    private let classes = CellClasses()
    private let allowedDomains: Set<String>
    /// What the cells of the last row are known as.
    private var ids: [UInt32] = []
    /// How many cells were given a number.
    private var numbers = 0
    /// Whether a cell that is new is about to be learnt.
    private var isLearning = false

    /// The tags of what is no cell.
    private static let (domainTag, templateTag, countedTag) = (-1, -2, 1 << 20)
    /// The most templates, since each holds a row.
    private static let templateLimit = 1 << 14

    /// Values of a column, each with its number of rows.
    struct CountedColumn {
        let column: Int
        /// The values, with how many further rows had each.
        var values: [(value: JSONValue?, count: Int)] = []
        /// The index of the last row's value.
        var last = 0
    }

    /// - Parameter counted: Columns whose values are counted.
    init(_ columns: LaneColumns, _ options: ImportOptions, counting counted: [Int] = []) {
        self.columns = columns
        allowedDomains = options.allowedDomains
        self.counted = counted.map { CountedColumn(column: $0) }
    }

    // MARK: - Looking

    /// What is known about a row; `nil` if it is not ordinary, or has something new.
    mutating func look(at row: Int, of batch: CellBatch) -> Sight? {
        guard areOrdinary(row, batch), let domain = domain(row, batch), domains[domain].isOrdinary,
            let template = template(row, batch), !templates[template].isInvited || domains[domain].isCounted
        else { return nil }
        for index in counted.indices {
            let column = counted[index].column
            guard let value = known.number(tag: countedTag(row, column, batch), batch.cell(row, column)) else {
                return nil
            }
            counted[index].last = value
        }
        let shares = address.hasTag || domains[domain].sharesMailboxes
        return Sight(template: template, domain: domain, mayShareMailbox: shares)
    }

    /// Whether the address, the name and what is passed over are ordinary.
    private mutating func areOrdinary(_ row: Int, _ batch: CellBatch) -> Bool {
        guard batch.kind(row, columns.email) == .text, address.read(batch.cell(row, columns.email)) else {
            return false
        }
        for column in columns.nameColumns
        where batch.kind(row, column) == .raw || !classes.isName(batch.cell(row, column)) {
            return false
        }
        for column in columns.free {
            let cell = batch.cell(row, column)
            switch batch.kind(row, column) {
            case .absent: continue
            case .text:
                if !classes.isPassedOver(cell, mayHoldAddress: columns.mayHoldAddresses) { return false }
            case .raw:
                if !columns.mayHoldAddresses, cell.contains(UInt8(ascii: "@")) { return false }
                if !classes.isNumber(cell), !isLearning, number(row, column, batch) == nil { return false }
            }
        }
        return true
    }

    /// What a cell is known as; `nil` if it is new.
    private func number(_ row: Int, _ column: Int, _ batch: CellBatch) -> Int? {
        known.number(tag: tag(row, column, batch), batch.cell(row, column))
    }

    /// One text may be a word in one row and a text in another.
    @inline(__always)
    private func tag(_ row: Int, _ column: Int, _ batch: CellBatch) -> Int {
        column | Int(batch.kind(row, column).rawValue) << 12
    }

    private func countedTag(_ row: Int, _ column: Int, _ batch: CellBatch) -> Int {
        Self.countedTag + tag(row, column, batch)
    }

    private func domain(_ row: Int, _ batch: CellBatch) -> Int? {
        known.number(tag: Self.domainTag, address.domain(of: batch.cell(row, columns.email)))
    }

    private mutating func template(_ row: Int, _ batch: CellBatch) -> Int? {
        guard identify(row, batch) else { return nil }
        return ids.withUnsafeBytes { known.number(tag: Self.templateTag, $0.assumingMemoryBound(to: UInt8.self)) }
    }

    /// Puts together what the row's cells are known as. Returns `false` if one of them is new.
    private mutating func identify(_ row: Int, _ batch: CellBatch) -> Bool {
        ids.removeAll(keepingCapacity: true)
        for column in columns.known {
            guard let id = number(row, column, batch) else { return false }
            ids.append(UInt32(truncatingIfNeeded: id))
        }
        if let column = columns.message {
            guard let id = messageID(row, column, batch) else { return false }
            ids.append(id)
        }
        return true
    }

    /// 0 for a blank message, 1 for an ordinary one, and a number for any other that was seen.
    private func messageID(_ row: Int, _ column: Int, _ batch: CellBatch) -> UInt32? {
        let cell = batch.cell(row, column)
        if cell.isEmpty { return 0 }
        if batch.kind(row, column) == .text, classes.isMessage(cell, limit: Checker.messageLimit) { return 1 }
        return number(row, column, batch).map { UInt32(truncatingIfNeeded: $0 + 2) }
    }

    // MARK: - Counting

    /// Counts a row that was just looked at.
    mutating func count(_ sight: Sight) {
        count += 1
        templates[sight.template].count += 1
        if templates[sight.template].isInvited { domains[sight.domain].count += 1 }
        for index in counted.indices { counted[index].values[counted[index].last].count += 1 }
    }

    /// No longer counts the values of columns that have many.
    ///
    /// - Returns: Whether there are such columns.
    @discardableResult
    mutating func stopCounting(where hasMany: (Int) -> Bool) -> Bool {
        guard counted.contains(where: { hasMany($0.column) }) else { return false }
        counted.removeAll { hasMany($0.column) }
        return true
    }

    /// Takes the numbers of a row's counted values from another lane, which has looked at it.
    ///
    /// - Parameter row: How many rows come before it in the list of numbers.
    mutating func takeValues(_ values: [Int], ofRow row: Int) {
        for index in counted.indices { counted[index].last = values[row &* counted.count &+ index] }
    }

    // MARK: - Learning

    /// Learns from what the checks made of a row.
    ///
    /// - Parameters:
    ///   - record: The row as it was read.
    ///   - checked: What the checks made of it.
    ///   - isCounted: Whether its domain is counted now among those of people who are sent an invitation.
    mutating func learn(_ row: Int, _ batch: CellBatch, record: Record, checked: CheckedRow, isCounted: Bool) {
        isLearning = true
        defer { isLearning = false }
        guard areOrdinary(row, batch) else { return }
        learnDomain(row, batch, isCounted)
        learnValues(row, batch, record)
        guard let domain = domain(row, batch), domains[domain].isOrdinary else { return }
        learnCells(row, batch)
        guard templates.count < Self.templateLimit, identify(row, batch), template(row, batch) == nil else { return }
        let hasOwnMessage = columns.message.map { messageID(row, $0, batch) == 1 } ?? false
        guard let template = RowTemplate(record, checked, hasOwnMessage: hasOwnMessage),
            fits(template, row, batch)
        else { return }
        let isKept = ids.withUnsafeBytes { ids in
            known.add(tag: Self.templateTag, ids.assumingMemoryBound(to: UInt8.self), number: templates.count)
        }
        if isKept { templates.append(template) }
    }

    private mutating func learnDomain(_ row: Int, _ batch: CellBatch, _ isCounted: Bool) {
        let bytes = address.domain(of: batch.cell(row, columns.email))
        if domain(row, batch) == nil, known.add(tag: Self.domainTag, bytes, number: domains.count) {
            domains.append(LaneDomain(String(decoding: bytes, as: UTF8.self), allowed: allowedDomains))
        }
        if isCounted, let domain = domain(row, batch) { domains[domain].isCounted = true }
    }

    private mutating func learnCells(_ row: Int, _ batch: CellBatch) {
        for column in columns.known {
            // Where addresses are compared, what is said about one depends on the row's own address.
            if !columns.mayHoldAddresses, batch.cell(row, column).contains(UInt8(ascii: "@")) { continue }
            learnCell(row, column, batch)
        }
        for column in columns.free where batch.kind(row, column) == .raw && !classes.isNumber(batch.cell(row, column)) {
            learnCell(row, column, batch)
        }
        if let column = columns.message, messageID(row, column, batch) == nil { learnCell(row, column, batch) }
    }

    /// Gives a new cell the next number that is free.
    private mutating func learnCell(_ row: Int, _ column: Int, _ batch: CellBatch) {
        guard number(row, column, batch) == nil else { return }
        numbers += 1
        known.add(tag: tag(row, column, batch), batch.cell(row, column), number: numbers)
    }

    private mutating func learnValues(_ row: Int, _ batch: CellBatch, _ record: Record) {
        for index in counted.indices {
            let column = counted[index].column
            let (tag, cell) = (countedTag(row, column, batch), batch.cell(row, column))
            if known.number(tag: tag, cell) == nil, known.add(tag: tag, cell, number: counted[index].values.count) {
                counted[index].values.append((column < record.values.count ? record.values[column] : nil, 0))
            }
        }
    }

    /// Whether the checks made of the row what the lane would make of it.
    private func fits(_ template: RowTemplate, _ row: Int, _ batch: CellBatch) -> Bool {
        if let email = template.checked.leavesOut, email != address.key { return false }
        guard let invitation = template.checked.invitation else { return true }
        return self.invitation(of: template, address, row, batch) == invitation
    }
}
