import SystemPackage

/// The first reading of all inputs: finds their shape, and people who occur more than once.
struct InputScan {
    private(set) var inputs: [PlanHeader.Input] = []
    private(set) var shapes: [InputShape] = []
    private(set) var deduplicator: Deduplicator
    private(set) var domains = DomainFrequencies()
    private(set) var mailboxes = MailboxAliases()
    private(set) var organizations: Set<String> = []
    private(set) var exclusions = Exclusions()
    private var usedStatus: Set<String> = []
    /// The options with which each input is read.
    private(set) var readings: [ReadingOptions] = []
    /// The columns that nothing was taken from.
    private(set) var ignoredColumns: [String] = []
    /// For each input, the usual values of the columns that say who takes part.
    private(set) var usual: [[String: UsualValues]] = []
    /// For each input, its rows as they were checked, as far as they are kept.
    private(set) var kept: [KeptRows] = []
    /// How many more rows may be kept.
    private var roomForKept = KeptRows.most
    private var takesTheirRoles: Bool
    private var shard: Shard
    /// The people of this shard, where the deduplicator has to know those of all shards; else nothing.
    private var own: KeySet?

    /// Reads everything once.
    init(_ sources: [PlanInput], _ options: ImportOptions) throws(InputError) {
        takesTheirRoles = options.roleMap != nil
        deduplicator = Deduplicator(options.duplicates)
        shard = options.shard
        // A person who occurs again forbids sending in all shards. Otherwise each shard needs to know its own alone.
        own = options.duplicates == .fail && !shard.isWhole ? KeySet() : nil
        let checker = Checker(options)
        var index = 0
        for source in sources {
            readings.append(options.fullReading)
            let first = index
            // The usual values of a column, and whose organizations it names, are known only after all rows were read.
            // Then the rows are checked again.
            var trial = Trial(options)
            var reader = try read(source, options, checker, &index, &trial)
            var found = trial.census.usual
            for name in reader.tellingColumns(trial.values, takesRoles: takesTheirRoles) {
                found[name, default: UsualValues()].tellsOut = true
            }
            let warning = try trial.organization.warning(options, file: source.name)
            if !found.isEmpty || warning != nil {
                if let before = trial.before.first { self = before }
                index = first
                usual.append(found)
                if warning != nil { readings[readings.count - 1].mapping[.organization] = .fixed("") }
                trial = Trial(options)
                reader = try read(source, options, checker, &index, &trial)
            } else {
                usual.append([:])
            }
            trial.before = []
            trial.rows.forEach { take($0) }
            kept.append(trial.kept)
            roomForKept -= trial.kept.rows.count
            let uses = reader.columnUses(trial.values, takesRoles: takesTheirRoles)
            note(reader, source, options.reading, uses, rows: first..<index)
            if let warning { shapes[shapes.count - 1].warnings.append(warning) }
        }
        domains.close()
        let unused = options.includedStatus.filter { !usedStatus.contains($0.statusKey) }
        guard !shapes.isEmpty else { return }
        shapes[0].unusedStatus = unused.withoutRepeats()
        let names = Set(shapes.flatMap(\.columns).map { ColumnNames.folded($0.name) })
        shapes[0].missingIgnored = options.reading.ignoredColumns.filter { !names.contains(ColumnNames.folded($0)) }
    }

    /// A reading of one input, of which it is not yet known whether it counts.
    private struct Trial {
        /// So many rows wait to be taken until that is known. Where there are more, the scan is kept as it was before
        /// them: a copy of it for each of ten thousand small inputs would take the time of their square.
        static let most = 1000

        var census = ColumnCensus()
        var organization = OrganizationColumn()
        var values = ColumnValues()
        /// The rows that wait, each with its number.
        var rows: [(index: Int, checked: CheckedRow)] = []
        /// The scan before this input, once some of its rows were taken; else nothing.
        var before: [InputScan] = []
        var kept: KeptRows

        init(_ options: ImportOptions) { kept = KeptRows(keeps: options.lane != .slow && options.shard.isWhole) }

        /// Adds a row, which waits, and returns what the checks said.
        mutating func add(_ record: Record, _ reader: InputReader, _ checker: Checker, _ index: Int) -> CheckedRow {
            census.add(record, reader.fields)
            organization.add(record, reader)
            values.add(record, columns: reader.columns.count, reader.members)
            let checked = checker.check(record, columns: reader.columns, fields: reader.fields)
            rows.append((index, checked))
            return checked
        }
    }

    /// Reads one input.
    private mutating func read(
        _ source: PlanInput, _ options: ImportOptions, _ checker: Checker, _ index: inout Int, _ trial: inout Trial
    ) throws(InputError) -> InputReader {
        var reading = readings[inputs.count]
        reading.usual = usual.count > inputs.count ? usual[inputs.count] : [:]
        var feed = RowFeed(try InputReader.opening(source.path, name: source.name, options: reading), options.lane)
        var (addressed, addressless) = (0, 0)
        rows: while true {
            if feed.opensLane {
                // What the lane takes, it takes at once, after the rows that wait.
                takeWaiting(&trial)
                feed.openLane(options) { !trial.values.hasMany(column: $0) }
            }
            switch try feed.step() {
            case .end: break rows
            case .known:
                index += 1
                if !trial.rows.isEmpty { takeWaiting(&trial) }
                if takeKnown(&feed, order: index) { addressed += 1 }
            case .record:
                index += 1
                if let lane = feed.closeLane() { add(lane, &trial) }
                let checked = trial.add(feed.record, feed.reader, checker, index)
                trial.kept.add(checked, of: feed, room: roomForKept)
                feed.learn(checked, isCounted: checked.invitation != nil)
                feed.stopCounting { trial.values.hasMany(column: $0) }
                if trial.rows.count >= Trial.most { takeWaiting(&trial) }
                if checked.findings.contains(where: { $0.code == .emailMissing }) {
                    addressless += 1
                } else if checked.skipped == nil {
                    addressed += 1
                }
            }
        }
        if let lane = feed.lane { add(lane, &trial) }
        if let preset = feed.reader.recognition?.preset, addressed == 0, addressless > 0 {
            throw InputError.withoutAddresses(preset, rows: addressless, file: source.name)
        }
        return feed.reader
    }

    private mutating func takeWaiting(_ trial: inout Trial) {
        if trial.before.isEmpty { trial.before = [self] }
        trial.rows.forEach { take($0) }
        trial.rows.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ row: (index: Int, checked: CheckedRow)) {
        exclusions.add(row.checked)
        usedStatus.formUnion(row.checked.includedBy)
        guard let invitation = row.checked.invitation else { return }
        let isOwn = shard.has(invitation.key)
        if isOwn { own?.insert(invitation.key.hash) }
        if isOwn || own != nil { deduplicator.scan(invitation, order: row.index) }
        organizations.insert(invitation.organization)
        domains.add(invitation.email)
        mailboxes.scan(invitation.key)
    }

    /// Takes a row that the lane knows. Returns whether it is sent.
    private mutating func takeKnown(_ feed: inout RowFeed, order: Int) -> Bool {
        feed.count()
        feed.takeNewKeys { deduplicator.expect($0) }
        guard feed.isInvited else {
            if let (person, reason) = feed.exclusion { exclusions.add(person, reason) }
            return false
        }
        let isOwn = shard.isWhole || feed.number(in: shard) == shard.number
        let key = feed.keyHash
        if isOwn { own?.insert(key) }
        let isNew = isOwn || own != nil ? deduplicator.remember(key) : true
        guard !isNew || feed.sight.mayShareMailbox, let invitation = feed.checked.invitation else { return true }
        if !isNew { deduplicator.add(invitation, order: order, to: key) }
        if feed.sight.mayShareMailbox { mailboxes.scan(invitation.key) }
        return true
    }

    /// Adds the counts of the rows that the lane took. Each of their values was added before, with the row that taught
    /// it.
    private mutating func add(_ lane: RowLane, _ trial: inout Trial) {
        let columns = lane.columns
        trial.kept.add(lane)
        trial.values.add(rows: lane.count)
        for template in lane.templates where template.count > 0 {
            trial.census.add(template.record, columns.fields, times: template.count)
            trial.organization.add(
                template.record, columns.fields, columns.names, isMadeForInvitations: columns.isMadeForInvitations,
                times: template.count)
            for column in columns.known where column < template.record.values.count {
                trial.values.add(template.record.values[column], column: column, times: template.count)
            }
        }
        for counted in lane.counted {
            for (value, times) in counted.values where times > 0 {
                trial.values.add(value, column: counted.column, times: times)
            }
        }
        for domain in lane.domains where domain.count > 0 { domains.add("@" + domain.text, times: domain.count) }
    }

    /// The people of this shard in the rows that may be sent.
    var people: KeySet { own ?? deduplicator.people }

    private mutating func note(
        _ reader: InputReader, _ source: PlanInput, _ reading: ReadingOptions, _ uses: [ColumnUse], rows: Range<Int>
    ) {
        let delimiter = reader.dialect.delimiter.map { String(UnicodeScalar($0)) } ?? ""
        inputs.append(
            PlanHeader.Input(
                name: source.name, copy: source.path.lastComponent?.string ?? "", columns: reader.columns,
                rows: rows.count, isJSON: reader.format.hasMembers, delimiter: delimiter,
                reading: reading, first: rows.lowerBound + 1, checksum: source.checksum.map(CRC32.text) ?? ""))
        shapes.append(InputShape(reader, uses, usual.count > shapes.count ? usual[shapes.count] : [:]))
        let known = Set(ignoredColumns + Correction.addedColumns)
        ignoredColumns += uses.filter { $0.use == .report }.map(\.name).filter { !known.contains($0) }.withoutRepeats()
    }
}
