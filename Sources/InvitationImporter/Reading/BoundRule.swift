extension FieldMap {
    /// A rule for the status, and where its columns are.
    struct BoundRule: Hashable, Sendable {
        var rule: StatusRule
        /// Where the rule's columns are, as far as the input has them; at least one.
        var places: [Place]
        var condition: Place?

        /// Finds the rule's columns; `nil` if the input has none of them.
        init?(_ rule: StatusRule, _ place: (String) -> Place?) {
            self.rule = rule
            places = ([rule.column] + rule.others).compactMap(place)
            condition = rule.condition.flatMap(place)
            if places.isEmpty || (rule.condition != nil && condition == nil) { return nil }
        }

        init(_ rule: StatusRule, at place: Place) {
            self.rule = rule
            places = [place]
        }

        /// The words that a row has where the rule looks; one blank word if there is none, and none if the rule does
        /// not hold for the row.
        func words(in record: Record) -> [String] {
            if let condition, condition.value(in: record)?.words.allSatisfy(\.saysNever) ?? true { return [] }
            for place in places {
                let words = place.value(in: record)?.words.filter { !$0.isEmpty } ?? []
                if !words.isEmpty { return words }
            }
            return [""]
        }
    }
}

extension JSONValue {
    /// The words of a value that should be one, trimmed. What is no word is there as it is written, so that nobody takes
    /// it for nothing.
    fileprivate var words: [String] {
        switch self {
        case .null: []
        case .bool(let isSo): [isSo ? "true" : "false"]
        case .number(let text): [text]
        case .string(let text): [text.trimmed()]
        case .array(let elements): elements.flatMap(\.words)
        case .object(let members): members.isEmpty ? [] : [serialized]
        }
    }
}
