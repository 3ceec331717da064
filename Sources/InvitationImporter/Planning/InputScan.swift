import SystemPackage

/// The first reading of all inputs: their shape, and who occurs more than once.
struct InputScan {
    private(set) var inputs: [PlanHeader.Input] = []
    private(set) var shapes: [InputShape] = []
    private(set) var deduplicator: Deduplicator
    private(set) var domains = DomainFrequencies()
    private(set) var mailboxes = MailboxAliases()
    private(set) var organizations: Set<String> = []
    private(set) var exclusions = Exclusions()
    private var usedStatus: Set<String> = []
    /// The columns that nothing was taken from.
    private(set) var ignoredColumns: [String] = []
    private let takesTheirRoles: Bool

    /// Reads everything once.
    init(_ sources: [PlanInput], _ options: ImportOptions) throws(InputError) {
        takesTheirRoles = options.roleMap != nil
        deduplicator = Deduplicator(options.duplicates)
        let checker = Checker(options)
        var index = 0
        for source in sources {
            var reader = try InputReader.opening(source.path, name: source.name, options: options.fullReading)
            let before = index
            var (addressed, addressless) = (0, 0)
            while let record = try reader.next() {
                index += 1
                let checked = checker.check(record, columns: reader.columns, fields: reader.fields)
                if let invitation = checked.invitation { take(invitation, index: index) }
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
            note(reader, source, options.reading, rows: before..<index)
        }
        domains.close()
        let unused = options.includedStatus.filter { !usedStatus.contains($0.foldedWord) }
        if !shapes.isEmpty { shapes[0].unusedStatus = unused.withoutRepeats() }
    }

    private mutating func take(_ invitation: Invitation, index: Int) {
        deduplicator.scan(invitation, index: index)
        organizations.insert(invitation.organization)
        domains.add(invitation.email)
        mailboxes.scan(invitation.key)
    }

    private mutating func note(
        _ reader: InputReader, _ source: PlanInput, _ reading: ReadingOptions, rows: Range<Int>
    ) {
        let delimiter = reader.dialect.delimiter.map { String(UnicodeScalar($0)) } ?? ""
        inputs.append(
            PlanHeader.Input(
                name: source.name, copy: source.path.lastComponent?.string ?? "", columns: reader.columns,
                rows: rows.count, isJSON: reader.format.hasMembers, delimiter: delimiter,
                reading: reading, first: rows.lowerBound + 1, checksum: source.checksum.map(CRC32.text) ?? ""))
        shapes.append(InputShape(reader))
        let mapped = takesTheirRoles ? Set(reader.fields.roleSources.map(\.column)) : []
        let unused = reader.columns.indices.filter { !reader.fields.uses(column: $0) && !mapped.contains($0) }
        let known = Set(ignoredColumns + reader.secretColumns + Correction.addedColumns)
        ignoredColumns += unused.map { reader.columns[$0] }.filter { !known.contains($0) }.withoutRepeats()
    }
}
