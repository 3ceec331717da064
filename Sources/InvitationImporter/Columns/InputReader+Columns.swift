extension InputReader {
    /// Every column and member seen so far, with its use.
    ///
    /// - Parameters:
    ///   - values: The counts of their values.
    ///   - takesRoles: Whether a role map reads roles from this input.
    func columnUses(_ values: ColumnValues, takesRoles: Bool) -> [ColumnUse] {
        let secrets = Set(secretColumns)
        var uses: [ColumnUse] = []
        let roots = Dictionary(grouping: members.nodes.indices) { members.nodes[$0].location.column }
        for (column, name) in columns.enumerated() {
            let place = ValueLocation(column: column)
            let leaves = (roots[column] ?? []).filter { !members.nodes[$0].isObject }
            let use = use(of: place, name, secrets, takesRoles)
            if leaves.isEmpty || use != .report {
                uses.append(.init(name, use, isTaken(use) ? [] : values.few(column: column)))
            }
            for leaf in leaves {
                let node = members.nodes[leaf]
                let use = self.use(of: node.location, node.name, secrets, takesRoles)
                uses.append(.init(node.name, use, isTaken(use) ? [] : values.few(member: leaf)))
            }
        }
        return uses
    }

    /// The columns and members that nobody took, of which some values say that somebody is out.
    func tellingColumns(_ values: ColumnValues, takesRoles: Bool) -> [String] {
        let secrets = Set(secretColumns)
        var names: [String] = []
        func look(
            _ place: ValueLocation, _ name: String, _ answers: () -> Bool, _ holds: ((String) -> Bool) -> Bool
        ) {
            guard holds({ StatusText.tells($0, isOfPerson: true) }),
                use(of: place, name, secrets, takesRoles) == .report
            else { return }
            let reading = NameReading(name, beside: [])
            if !reading.isOfOther, answers() { return names.append(name) }
            let isSaid =
                reading.isOfOther
                ? reading.isOfList && holds({ StatusText($0).states == [.unsubscribed] })
                : reading.isSaidOfPerson || holds({ StatusText.tells($0) })
            if isSaid { names.append(name) }
        }
        for (column, name) in columns.enumerated() {
            look(ValueLocation(column: column), name, { values.answer(column: column) }) {
                values.holds(column: column, tell: $0)
            }
        }
        for (index, node) in members.nodes.enumerated() where !node.isObject && !ListMembers.isOfOther(node.name) {
            look(node.location, node.name, { values.answer(member: index) }) {
                values.holds(member: index, tell: $0)
            }
        }
        return names
    }

    /// Whether nobody need look at the column's values. A person should look where the name only might say who is in.
    private func isTaken(_ use: ColumnUse.Use) -> Bool {
        use != .report && use != .doubtfulStatus
    }

    private func use(
        of place: ValueLocation, _ name: String, _ secrets: Set<String>, _ takesRoles: Bool
    ) -> ColumnUse.Use {
        if let field = Field.allCases.first(where: { fields.takes($0, from: place) }) { return .field(field) }
        let rules = fields.rules.filter { $0.places.contains(place) }
        if !rules.isEmpty { return rules.allSatisfy(\.isDoubtful) ? .doubtfulStatus : .status }
        if takesRoles,
            fields.roleSources.contains(where: { $0 == place || $0.column == place.column && place.steps.isEmpty })
        {
            return .roles
        }
        return secrets.contains(name) ? .secret : .report
    }
}

extension FieldMap.BoundRule {
    fileprivate var isDoubtful: Bool { if case .byName(let meaning) = rule.test { !meaning.isSure } else { false } }
}

extension ColumnUse {
    fileprivate init(_ name: String, _ use: Use, _ values: [Value]) {
        self.init(name: name, use: use, values: values)
    }
}

extension FieldMap {
    /// Whether a field is taken from a location, or from a list in it.
    fileprivate func takes(_ field: Field, from place: ValueLocation) -> Bool {
        self[source: field]?.alternatives.joined().contains { source in
            source == place
                || source.column == place.column && source.steps.starts(with: place.steps) && !place.steps.isEmpty
                || source.column == place.column && source.steps.isEmpty && (field == .roles || field == .groups)
                || source.column == place.column && place.steps.isEmpty
                    && source.steps.first.map { !$0.isMember } == true
        } == true
    }
}

extension ColumnPath.Step {
    fileprivate var isMember: Bool { if case .member = self { true } else { false } }
}
