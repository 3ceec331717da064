/// Why a row is left out on purpose.
struct Omission: Hashable {
    /// The reason, for a person; safe to show.
    var reason: String
    /// Whether it is about a membership only, and not about the person.
    var isOfMembership: Bool
}

// MARK: - Whether the person is to be invited at all

extension RowCheck {
    /// Why the row is left out on purpose, going by what its status columns say; `nil` if it is not.
    ///
    /// - Parameters:
    ///   - included: Words for which people are invited all the same, folded.
    ///   - used: Gets those of them by which this person is not left out.
    mutating func omission(including included: Set<String>, used: inout Set<String>) -> Omission? {
        for bound in fields.rules {
            for word in bound.words(in: record) {
                let verdict = bound.rule.verdict(on: word)
                if verdict == .invite { continue }
                let wanted = Self.including(word, verdict, included)
                if !wanted.isEmpty {
                    used.formUnion(wanted)
                    continue
                }
                if verdict == .unknown { add(unknown(word, bound)) }
                return Omission(
                    reason: Self.reason(bound.rule, word, verdict), isOfMembership: bound.rule.isOfMembership)
            }
        }
        return nil
    }

    /// The words that a person gave by which this one is included: the word that stands there, what the rule calls it, or
    /// all that it comes to in our words. Somebody suspended is not included as a guest.
    private static func including(
        _ word: String, _ verdict: StatusRule.Verdict, _ included: Set<String>
    ) -> Set<String> {
        guard !included.isEmpty else { return [] }
        var names = [word]
        if case .skip(let state) = verdict { names.append(state) }
        let found = included.intersection(names.map(\.foldedWord))
        if !found.isEmpty { return found }
        let ours = Set(InactiveWord.all(in: word).map(\.rawValue))
        return ours.isSubset(of: included) ? ours : []
    }

    private static func reason(_ rule: StatusRule, _ word: String, _ verdict: StatusRule.Verdict) -> String {
        let column = Printable.escape(rule.columnName, limit: 60)
        let fact = "\(column) is \(Printable.escape(word, limit: 40))"
        guard case .skip(let state) = verdict else {
            return "\(fact), not known here (--include-status \(quoted(word)))"
        }
        if word.isEmpty { return state == StatusRule.blank ? "\(column) is blank" : state }
        let isSaid = [column, word].contains { $0.foldedWord == state.foldedWord }
        return isSaid ? fact : "\(state): \(fact)"
    }

    private func unknown(_ word: String, _ bound: FieldMap.BoundRule) -> Finding {
        let index = bound.places[0].column
        let advice =
            "This status is not known here, so the row is left out. If it is somebody to invite: --include-status "
            + Self.quoted(word)
        return Finding(
            .statusUnknown, line: record.line, column: index < columns.count ? columns[index] : bound.rule.column,
            value: word, advice: advice)
    }

    /// A word as it is typed on a command line.
    private static func quoted(_ word: String) -> String {
        let shown = Printable.escape(word, limit: 40)
        let isPlain = shown.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return isPlain ? shown : "\"\(shown)\""
    }
}
