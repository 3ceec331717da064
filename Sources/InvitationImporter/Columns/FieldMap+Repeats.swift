/// Finds names that a JSON row has twice.
extension FieldMap {
    /// A name with two values in this row, on the path to a part of an invitation; `nil` if there is none.
    func repeatedName(in record: Record, _ columns: [String]) -> String? {
        for place in places {
            if record.repeatedColumns.contains(place.column) { return columns[place.column] }
            guard place.column < record.values.count, let root = record.values[place.column] else { continue }
            var values = [root]
            for step in place.steps {
                if let name = values.lazy.compactMap(step.repeatedName).first { return name }
                values = values.flatMap(step.values(in:))
            }
        }
        return nil
    }

    /// All locations that something is taken from.
    private var places: [ValueLocation] {
        Field.allCases.flatMap { self[source: $0]?.alternatives.joined().map { $0 } ?? [] }
            + rules.flatMap { $0.places + [$0.condition].compactMap(\.self) } + roleSources
            + placeholders.values.sorted { $0.column < $1.column }
    }
}

extension ColumnPath.Step {
    /// The name that this step follows, if a value has it twice.
    fileprivate func repeatedName(in value: JSONValue) -> String? {
        switch (self, value) {
        case (.member(let name), .object(let members)):
            return members.count { $0.name == name } > 1 ? name : nil
        case (.elementsWhere(let name, _), .array(let elements)):
            return elements.contains { $0.members.map { $0.count { $0.name == name } > 1 } ?? false } ? name : nil
        default: return nil
        }
    }
}
