/// Finds columns and members whose names say who is in.
extension ColumnResolver {
    /// Adds the rules for all status columns that nothing else is taken from. Columns beside the address come first, so
    /// that their reasons are the ones shown.
    mutating func addStatus(_ columns: ColumnTable, _ members: MemberTree, to map: inout FieldMap) {
        findPrefix(columns, map)
        let (claimed, theirs) = (claimed(columns, map).union(reported(columns)), theirs(columns))
        let roles = (preset?.roleSources ?? []).compactMap { ValueLocation(ColumnPath($0), in: columns) }
        func place(_ name: String) -> ValueLocation? { ValueLocation(ColumnPath(name), in: columns) }
        var found: [FieldMap.BoundRule] = []
        for (index, name) in columns.names.enumerated() where !claimed.contains(index) && !isIgnored(name) {
            guard !map.uses(column: index), let rule = rule(for: name) else { continue }
            found.append(
                .init(StatusColumns.rule(rule, among: columns), at: ValueLocation(column: index), others: place))
        }
        for place in theirs where place.steps.isEmpty && !map.uses(column: place.column) {
            if let rule = toldRule(columns.names[place.column]) { found.append(.init(rule, at: place)) }
        }
        let known = Set(map.rules.flatMap(\.places) + theirs + roles)
        for node in members.leaves where !known.contains(node.location) && !isIgnored(node.name) {
            guard !members.isTitle(node), !map.takes(from: node.location),
                let read = ListMembers.reading(of: node.name),
                let rule = rule(for: node.name, read: members.value(node) ?? read)
            else { continue }
            found.append(.init(rule, at: node.location, others: place))
        }
        if let strangers = roleRule(columns, map) { found.append(strangers) }
        let address = map[source: .email]?.alternatives.first?.first
        map.rules += found.filter { $0.isBeside(address) } + found.filter { !$0.isBeside(address) }
    }

    /// The columns of this program's own reports that look like a status, such as when an invitation expires.
    private func reported(_ columns: ColumnTable) -> Set<Int> {
        guard ["outcome", "invitation_id"].allSatisfy({ columns.index(written: $0) != nil }) else { return [] }
        let ours =
            OwnColumns.areResults(columns.names)
            ? OwnColumns.results : ["expires_at", "http_status", "sent_at", "reason"]
        return Set(ours.compactMap(columns.index(written:)))
    }

    /// Whether a name says nothing about who is in: it is one of this program's own, or the person said so.
    private func isIgnored(_ name: String) -> Bool {
        OwnColumns.all.contains(name)
            || options.ignoredColumns.contains { $0 == name || ColumnNames.folded($0) == ColumnNames.folded(name) }
    }

    /// The rule for a column that tells who is out by its values alone; `nil` for any other, or an ignored one.
    ///
    /// A column that means something else in the other system is no field, but its `Guest` is one. A role need not be:
    /// GitLab's guests are members.
    private func toldRule(_ name: String) -> StatusRule? {
        guard options.usual[name]?.tellsOut == true, !isIgnored(name) else { return nil }
        return StatusColumns.told(name, isOfPerson: NameReading(name, beside: []).isSaidOfPerson)
    }

    private func theirs(_ columns: ColumnTable) -> [ValueLocation] {
        (preset?.theirs ?? []).compactMap { ValueLocation(ColumnPath($0), in: columns) }
    }

    /// The rule by which a guest in another system's column of roles is left out: with the role of a guest, they would
    /// become a member.
    private func roleRule(_ columns: ColumnTable, _ map: FieldMap) -> FieldMap.BoundRule? {
        guard preset == nil, !options.hasRoleMap, mapping[.roles] == nil,
            let place = map[source: .roles]?.alternatives.first?.first
        else {
            return nil
        }
        let name = columns.names[place.column]
        guard ColumnNames.folded(name) != "roles" else { return nil }
        return .init(StatusColumns.told(name, isOfPerson: false), at: place)
    }

    /// - Parameter read: The name by which it is read, if another: `attributes.active` for the value of
    ///   `{"name":"active","value":false}`.
    private mutating func rule(for name: String, read: String? = nil) -> StatusRule? {
        if let known = statusByName[name] { return known }
        let read = read ?? name
        var rule = StatusColumns.rule(for: read, beside: prefix) ?? StatusColumns.ruleOfParent(of: read)
        rule = rule ?? toldRule(name)
        rule?.column = name
        statusByName[name] = .some(rule)
        return rule
    }

    /// Finds the other words in the name of the address's column: `user` of `user_email`, `fields` of `fields.email`.
    private mutating func findPrefix(_ columns: ColumnTable, _ map: FieldMap) {
        var name = map[.email].map { columns.names[$0] } ?? ""
        for case .member(let member) in map[source: .email]?.alternatives.first?.first?.steps ?? [] {
            name += "." + member
        }
        // `contact` in `contact.email` is about the person, though contacting is about mail. The usual name has no
        // other word, and thousands of words would have to be learnt to see that.
        let words =
            name == Field.email.rawValue
            ? [] : Set(StatusTokens(name).all.filter { !$0.has(.mail) || $0.has(.people) }.map(\.text))
        if words != prefix { statusByName = [:] }
        prefix = words
    }

    /// The rule for a column that the person named as the status. Its name still counts, so that a yes under `blocked`
    /// does not become a yes to inviting.
    func statusRule(named name: String, at place: ValueLocation, _ map: FieldMap) -> FieldMap.BoundRule {
        var bound =
            map.rules.first { $0.places == [place] }
            ?? .init(StatusColumns.rule(for: name) ?? StatusColumns.status(name), at: place)
        // Its name may have meant something else. Now it is a status.
        if case .byName(var meaning) = bound.rule.test {
            meaning.isSure = true
            meaning.needsWord = false
            meaning.countsIfRare = false
            if meaning.question == .kind { meaning.question = .status }
            bound.rule.test = .byName(meaning)
        }
        return bound
    }

    /// Gives each rule what is known about its whole column, and drops rules of ignored columns.
    func finishRules(_ columns: ColumnTable, _ map: inout FieldMap) {
        map.rules = map.rules.filter { rule in !isIgnored(rule.rule.column) }
        if mapping[.status] == nil {
            map.rules.removeAll { options.usual[$0.rule.column]?.arePlaces == true }
        }
        for index in map.rules.indices {
            map.rules[index].usual = options.usual[map.rules[index].rule.column] ?? UsualValues()
        }
    }
}

extension FieldMap.BoundRule {
    /// Whether the rule's column is a member of the object that holds the address.
    fileprivate func isBeside(_ address: ValueLocation?) -> Bool {
        guard let address, let place = places.first, place.column == address.column else { return false }
        return place.steps.dropLast() == address.steps.dropLast() && !place.steps.isEmpty
    }
}

extension FieldMap {
    /// Whether a field is taken from exactly this location.
    func takes(from place: ValueLocation) -> Bool {
        Field.allCases.contains { self[source: $0]?.alternatives.contains { $0.contains(place) } == true }
    }
}
