#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension FieldMap {
    /// A rule for the status, with the locations of its columns.
    struct BoundRule: Hashable, Sendable {
        var rule: StatusRule
        /// The locations of the rule's columns that the input has; at least one.
        var places: [ValueLocation]
        var condition: ValueLocation?
        /// The rules that may keep this one from applying.
        var unless: [BoundRule] = []
        /// What all values of the column say about a single one.
        var usual = UsualValues()

        /// Finds the rule's columns; `nil` if the input has none of them.
        init?(_ rule: StatusRule, _ place: (String) -> ValueLocation?) {
            self.rule = rule
            places = ([rule.column] + rule.others).compactMap(place)
            condition = rule.condition.flatMap(place)
            unless = rule.unless.compactMap { BoundRule($0, place) }
            if places.isEmpty || (rule.condition != nil && condition == nil) { return nil }
        }

        init(_ rule: StatusRule, at place: ValueLocation, others: (String) -> ValueLocation? = { _ in nil }) {
            self.rule = rule
            places = [place]
            unless = rule.unless.compactMap { BoundRule($0, others) }
        }

        /// The words of a row that the rule judges: one blank word if there is none, and no word if the rule does not
        /// apply to the row.
        func words(in record: Record, at now: Date) -> [String] {
            if let condition, condition.value(in: record)?.words().allSatisfy(\.saysNever) ?? true { return [] }
            // What an absent member would mean is known only where its object is there.
            if usual.blankIsUnknown, !hasObject(in: record) { return [] }
            let words = written(in: record)
            if rule.unless.isEmpty && rule.pardoned.isEmpty { return words }
            guard
                unless.contains(where: { $0.invitesByWord(record, at: now) })
                    || invitesByWord(record, at: now, needsPardon: true)
            else {
                return words
            }
            return rule.pardoned.isEmpty ? [] : words.filter { !rule.pardoned.contains(rule.word(of: $0)) }
        }

        /// The words of a row, each with its verdict.
        ///
        /// Of several accounts or contracts, each says something of its own. Who has one that has no end is in. Who is
        /// out
        /// by one and in by another is left to a person.
        func verdicts(in record: Record, at now: Date) -> [(word: String, verdict: StatusRule.Verdict)] {
            let all = words(in: record, at: now).map { (word: $0, verdict: verdict(on: $0, at: now)) }
            guard let list = places.first?.list, case .byName(let meaning) = rule.test else { return all }
            let count = list.value(in: record)?.array?.count ?? 0
            if meaning.question.isOfTime {
                return all.count < count || all.contains { $0.verdict == .invite } ? [] : all
            }
            guard all.contains(where: { $0.verdict == .invite }) else { return all }
            return all.map { ($0.word, $0.verdict == .invite ? .invite : .unknown) }
        }

        /// Judges one of the words.
        func verdict(on word: String, at now: Date) -> StatusRule.Verdict { rule.verdict(on: word, usual, at: now) }

        /// The words in the rule's columns, whether or not the rule applies.
        func written(in record: Record) -> [String] {
            // A preset knows that its column has words.
            let looksInside = if case .byName = rule.test { true } else { false }
            var first: [String] = []
            for place in places {
                let words = place.value(in: record)?.words(looksInside: looksInside).filter { !$0.isEmpty } ?? []
                // After `NULL` in one column, the next one still counts.
                if !words.allSatisfy(\.saysNothing) { return words }
                if first.isEmpty { first = words }
            }
            return first.isEmpty ? [""] : first
        }

        /// Whether a row has the object around one of the rule's members, or the rule is about columns.
        func hasObject(in record: Record) -> Bool {
            places.contains { place in
                guard let last = place.steps.last else { return true }
                guard case .member = last else { return place.value(in: record) != nil }
                var around = place
                around.steps.removeLast()
                let value = around.value(in: record)
                return value != nil && (place.list == nil || value != .array([]))
            }
        }

        /// Whether there is a word by which the rule invites the person.
        private func invitesByWord(_ record: Record, at now: Date, needsPardon: Bool = false) -> Bool {
            if needsPardon && rule.pardoned.isEmpty { return false }
            return written(in: record).contains { !$0.saysNothing && verdict(on: $0, at: now) == .invite }
        }
    }
}

extension JSONValue {
    /// The words of a value that should be one, trimmed. A value that is not a word is given as written, so that it
    /// does not count as nothing.
    ///
    /// - Parameter looksInside: Whether an object has the word of the member that names it, and none if all its members
    ///   are yes or no. These are read by their own names; a number has no meaning of its own.
    fileprivate func words(looksInside: Bool = false) -> [String] {
        switch self {
        case .null: []
        case .bool(let isSo): [isSo ? "true" : "false"]
        case .number(let text): [text]
        case .string where looksInside && asJSON != self: asJSON.words(looksInside: true)
        case .string(let text): [text.trimmed()]
        case .array(let elements) where looksInside:
            // The members of several objects are read by their own names.
            elements.flatMap { $0.isObject && $0.namer == nil ? [] : $0.words(looksInside: true) }
        case .array(let elements): elements.flatMap { $0.words() }
        case .object(let members):
            if members.isEmpty || looksInside && saysOnlyYesOrNo {
                []
            } else if looksInside, let name = namer {
                [name.string?.trimmed() ?? serialized]
            } else {
                [serialized]
            }
        }
    }

    /// The value of the member that names an object.
    private var namer: JSONValue? {
        members?.first { StatusColumns.namers.contains($0.name.lowercased()) }?.value
    }

    private var saysOnlyYesOrNo: Bool {
        switch self {
        case .null, .bool: true
        case .object(let members): members.allSatisfy(\.value.saysOnlyYesOrNo)
        default: false
        }
    }
}
