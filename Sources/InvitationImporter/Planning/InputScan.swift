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
    private var takesTheirRoles: Bool

    /// Reads everything once.
    init(_ sources: [PlanInput], _ options: ImportOptions) throws(InputError) {
        takesTheirRoles = options.roleMap != nil
        deduplicator = Deduplicator(options.duplicates)
        let checker = Checker(options)
        var index = 0
        for source in sources {
            readings.append(options.fullReading)
            let before = self
            let first = index
            // The usual values of a column, and whose organizations it names, are known only after all rows were read.
            // Then the rows are checked again.
            var census = ColumnCensus()
            var organization = OrganizationColumn()
            try read(source, options, checker, &index, &census, &organization)
            let found = census.usual
            let warning = try organization.warning(options, file: source.name)
            if !found.isEmpty || warning != nil {
                (self, index) = (before, first)
                usual.append(found)
                if warning != nil { readings[readings.count - 1].mapping[.organization] = .fixed("") }
                try read(source, options, checker, &index, &census, &organization)
            } else {
                usual.append([:])
            }
            if let warning { shapes[shapes.count - 1].warnings.append(warning) }
        }
        domains.close()
        let unused = options.includedStatus.filter { !usedStatus.contains($0.statusKey) }
        guard !shapes.isEmpty else { return }
        shapes[0].unusedStatus = unused.withoutRepeats()
        let names = Set(shapes.flatMap(\.columns).map { ColumnNames.folded($0.name) })
        shapes[0].missingIgnored = options.reading.ignoredColumns.filter { !names.contains(ColumnNames.folded($0)) }
    }

    /// Reads one input.
    private mutating func read(
        _ source: PlanInput, _ options: ImportOptions, _ checker: Checker, _ index: inout Int,
        _ census: inout ColumnCensus, _ organization: inout OrganizationColumn
    ) throws(InputError) {
        var reading = readings[inputs.count]
        reading.usual = usual.count > inputs.count ? usual[inputs.count] : [:]
        var reader = try InputReader.opening(source.path, name: source.name, options: reading)
        let before = index
        var (addressed, addressless) = (0, 0)
        var values = ColumnValues()
        while let record = try reader.next() {
            index += 1
            census.add(record, reader.fields)
            organization.add(record, reader)
            values.add(record, columns: reader.columns.count, reader.members)
            let checked = checker.check(record, columns: reader.columns, fields: reader.fields)
            if let invitation = checked.invitation { take(invitation, order: index) }
            exclusions.add(checked)
            usedStatus.formUnion(checked.includedBy)
            if checked.findings.contains(where: { $0.code == .emailMissing }) {
                addressless += 1
            } else if checked.skipped == nil {
                addressed += 1
            }
        }
        if let preset = reader.recognition?.preset, addressed == 0, addressless > 0 {
            throw InputError.withoutAddresses(preset, rows: addressless, file: source.name)
        }
        let uses = reader.columnUses(values, takesRoles: takesTheirRoles)
        note(reader, source, options.reading, uses, rows: before..<index)
    }

    private mutating func take(_ invitation: Invitation, order: Int) {
        deduplicator.scan(invitation, order: order)
        organizations.insert(invitation.organization)
        domains.add(invitation.email)
        mailboxes.scan(invitation.key)
    }

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
