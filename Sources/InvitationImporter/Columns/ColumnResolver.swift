/// Decides what the columns of an input mean: by what the person said, then by a preset, then by their names.
struct ColumnResolver: Sendable {
    let recognition: Recognition?
    let options: ReadingOptions
    let file: String
    /// What the names of columns and members say about who is in, for the current `prefix`: the other words in the name
    /// of the address's column.
    var statusByName: [String: StatusRule?] = [:]
    var prefix: Set<String> = []
    /// Whether the rows are JSON, whose values may be lists of objects.
    var isJSON = false

    init(recognition: Recognition?, options: ReadingOptions, file: String) {
        self.recognition = recognition
        self.options = options
        self.file = file
    }

    var preset: Preset? { recognition?.preset }
    var mapping: [Field: FieldMapping] { options.mapping }

    /// Finds all fields among the columns known so far.
    ///
    /// - Throws: ``InputError`` with the code `column-twice` if two columns could be the same field.
    mutating func fields(_ columns: ColumnTable, _ members: MemberTree, line: Int) throws(InputError) -> FieldMap {
        var map = preset.map { fields(of: $0, columns) } ?? FieldMap()
        if preset == nil {
            try addUsualNames(columns, line: line, to: &map)
        } else {
            try addOwnNames(columns, line: line, to: &map)
        }
        for (field, said) in mapping where field != .status { apply(said, to: field, columns, &map) }
        addStatus(columns, members, to: &map)
        if let said = mapping[.status] { apply(said, to: .status, columns, &map) }
        finishRules(columns, &map)
        addRoleColumns(columns, to: &map)
        for name in options.placeholders {
            guard let place = ValueLocation(ColumnPath(name), in: columns), !isSecret(place, columns) else { continue }
            map.placeholders[name] = place
        }
        return map
    }

    /// Finds where a role map looks: the columns that it names, and the usual columns of roles.
    private func addRoleColumns(_ columns: ColumnTable, to map: inout FieldMap) {
        let usual = options.takesUsualRoleColumns ? preset?.roleSources ?? ColumnNames.roleSources : []
        for name in (options.roleColumns + usual).withoutRepeats() {
            let path = ColumnPath(name)
            guard let place = ValueLocation(path, in: columns), !map.roleSources.contains(place) else { continue }
            map.roleSources.append(place)
            map.roleColumns.append(ColumnNames.folded(path.root))
        }
    }

    private func fields(of preset: Preset, _ columns: ColumnTable) -> FieldMap {
        func place(_ text: String) -> ValueLocation? { ValueLocation(ColumnPath(text), in: columns) }
        var map = FieldMap()
        for (field, texts) in [(Field.email, preset.email), (.name, preset.personName), (.message, preset.message)] {
            let found = texts.map { text in
                text.split(separator: "+").compactMap { place(String($0).trimmed()) }
            }
            let alternatives = found.filter { !$0.isEmpty }
            if !alternatives.isEmpty { map[source: field] = .init(alternatives) }
        }
        map.rules = preset.status.compactMap { FieldMap.BoundRule($0, place) }
        return map
    }

    /// Adds columns that somebody added to an export under this program's own names.
    private func addOwnNames(_ columns: ColumnTable, line: Int, to map: inout FieldMap) throws(InputError) {
        let claimed = claimed(columns, map)
        func own(_ field: Field) -> [Int] {
            columns.usualFields.indices.filter { columns.usualFields[$0] == field && !claimed.contains($0) }
        }
        for field in [Field.roles, .groups, .message, .organization] where map[source: field] == nil {
            let found = own(field)
            guard let index = found.first else { continue }
            // A guess must not decide which organization a person joins.
            if field == .organization, found.count > 1 { try refuse(index, found[1], field, columns, line: line) }
            let parts = found.map { [ValueLocation(column: $0)] }
            let source = FieldMap.Source(Array(parts.prefix(1)))
            let isUnited = found.count > 1 && found.allSatisfy { isPart($0, of: source, field, columns) }
            map[source: field] = isUnited ? .init(parts, isUnited: true) : source
            map.ownLists.insert(field)
        }
        for index in own(.status) {
            map.rules.append(.init(StatusColumns.status(columns.names[index]), at: .init(column: index)))
        }
    }

    /// The columns that a preset uses, or that mean something else in that system.
    func claimed(_ columns: ColumnTable, _ map: FieldMap) -> Set<Int> {
        guard let preset else { return [] }
        let theirs = (preset.roleSources + preset.theirs).compactMap {
            ValueLocation(ColumnPath($0), in: columns)?.column
        }
        return Set(theirs + map.rules.flatMap(\.places).filter(\.steps.isEmpty).map(\.column))
    }

    private func addUsualNames(_ columns: ColumnTable, line: Int, to map: inout FieldMap) throws(InputError) {
        for (index, field) in columns.usualFields.enumerated() {
            guard let field else { continue }
            let place = ValueLocation(column: index)
            if field == .status {
                if let first = map[.status] { try refuse(first, index, field, columns, line: line) }
                map.rules = [.init(StatusColumns.status("status"), at: place)]
            } else if let source = map[source: field], isPart(index, of: source, field, columns) {
                map[source: field] = .init(source.alternatives + [[place]], isUnited: true)
            } else if let source = map[source: field] {
                let mayRepeat = field == .email || field == .name || mapping[field] != nil
                if !mayRepeat { try refuse(map[field] ?? 0, index, field, columns, line: line) }
                map[source: field] = .init(source.alternatives + [[place]], mustAgree: field == .email)
            } else {
                map[source: field] = .init([[place]])
            }
        }
        if map[source: .name] == nil { addNameInParts(columns, to: &map) }
        if isJSON, map[source: .email] == nil { addListOfAddresses(columns, to: &map) }
    }

    /// Whether a column holds more roles or groups of another column with the same name: `groups,groups`,
    /// `group1,group2`.
    private func isPart(_ index: Int, of source: FieldMap.Source, _ field: Field, _ columns: ColumnTable) -> Bool {
        guard field == .roles || field == .groups, let first = source.alternatives.first?.first?.column else {
            return false
        }
        return ColumnNames.withoutNumber(columns.names[first]) == ColumnNames.withoutNumber(columns.names[index])
    }

    /// Adds a list of a person's addresses, as in SCIM (RFC 7643 section 4.1.2): the primary one, else the first.
    private func addListOfAddresses(_ columns: ColumnTable, to map: inout FieldMap) {
        guard let column = ["emails", "emailAddresses", "mails"].lazy.compactMap(columns.index(named:)).first else {
            return
        }
        let paths = ["value", "address", "email", "emailAddress", "mail"].map { "[primary].\($0)" } + ["[]"]
        let places = paths.compactMap { ValueLocation(ColumnPath(columns.names[column] + $0), in: columns) }
        map[source: .email] = .init(places.map { [$0] })
    }

    private func addNameInParts(_ columns: ColumnTable, to map: inout FieldMap) {
        let parts = [ColumnNames.givenNames, ColumnNames.familyNames].compactMap { names in
            names.lazy.compactMap { columns.index(named: $0) }.first.map(ValueLocation.init(column:))
        }
        if !parts.isEmpty { map[source: .name] = .init([parts]) }
    }

    private func refuse(
        _ first: Int, _ second: Int, _ field: Field, _ columns: ColumnTable, line: Int
    ) throws(InputError) {
        guard mapping[field] == nil else { return }
        throw InputError.twoColumns(columns.names[first], columns.names[second], field, file: file, line: line)
    }

    /// Takes the other columns of exactly the same name as well.
    private func unite(with place: ValueLocation, _ field: Field, _ columns: ColumnTable, _ map: inout FieldMap) {
        let same = columns.names.indices.filter { columns.names[$0] == columns.names[place.column] }
        guard same.count > 1, place.steps.isEmpty else { return }
        map[source: field] = .init(same.map { [ValueLocation(column: $0)] }, isUnited: true)
    }

    private func apply(_ said: FieldMapping, to field: Field, _ columns: ColumnTable, _ map: inout FieldMap) {
        switch said {
        case .fixed(let value):
            map[source: field] = .init(fixed: value)
            if field == .status { map.rules = [] }
        case .column(let name):
            let place = ValueLocation(ColumnPath(name), in: columns)
            map[source: field] = place.map { .init([[$0]]) }
            if let place, field == .roles || field == .groups { unite(with: place, field, columns, &map) }
            if field == .status {
                map.rules = place.map { [statusRule(named: name, at: $0, map)] } ?? []
            }
        }
        map.ownLists.insert(field)
    }
}
