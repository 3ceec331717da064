#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why a row is left out on purpose.
struct Exclusion: Hashable {
    /// The reason, for a person. Safe to show.
    var reason: String
    /// Whether it is only about one membership, not about the person.
    var isOfMembership: Bool
}

// MARK: - Whether the person is to be invited at all

extension RowCheck {
    /// Why the status columns leave the row out on purpose; `nil` if they do not.
    ///
    /// - Parameters:
    ///   - included: Folded words whose people are invited all the same.
    ///   - now: When the row is judged.
    ///   - used: Gets those of these words that kept this person in.
    mutating func omission(including included: Set<String>, at now: Date, used: inout Set<String>) -> Exclusion? {
        for bound in fields.rules {
            for (word, verdict) in bound.verdicts(in: record, at: now) {
                if verdict == .invite { continue }
                let wanted = Self.including(word, verdict, included)
                if !wanted.isEmpty {
                    used.formUnion(wanted)
                    continue
                }
                if verdict == .unknown { add(unknown(word, bound)) }
                return Exclusion(
                    reason: Self.reason(bound.rule, word, verdict), isOfMembership: bound.rule.isOfMembership)
            }
        }
        return nil
    }

    /// The words given by a person that include this one: the word in the column, what the rule calls it, or all of
    /// this program's words for it. Somebody who is also suspended is not included as a guest.
    private static func including(
        _ word: String, _ verdict: StatusRule.Verdict, _ included: Set<String>
    ) -> Set<String> {
        guard !included.isEmpty else { return [] }
        var names = [word.isEmpty ? StatusRule.blank : word]
        if case .skip(let state) = verdict { names.append(state) }
        let found = included.intersection(names.map(\.statusKey))
        if !found.isEmpty { return found }
        let ours = Set(StatusText(word, things: true).states.map(\.rawValue))
        return ours.isSubset(of: included) ? ours : []
    }

    private static func reason(_ rule: StatusRule, _ word: String, _ verdict: StatusRule.Verdict) -> String {
        let column = Printable.escape(rule.columnName, limit: 60)
        let fact = "\(column) is \(word.isEmpty ? StatusRule.blank : Printable.escape(word, limit: 40))"
        guard case .skip(let state) = verdict else {
            return fact + ", not known here" + hint(word)
        }
        if word.isEmpty { return state == StatusRule.blank ? "\(column) is blank" : state }
        if case .invites = rule.test, isUnheardOf(word) { return fact + ", not known here" + hint(word) }
        let name = column.split(separator: ".").last.map(String.init) ?? column
        let isSaid = [name, word].contains { $0.foldedWord == state.foldedWord }
        return isSaid ? fact : "\(state): \(fact)"
    }

    private func unknown(_ word: String, _ bound: FieldMap.BoundRule) -> Finding {
        let index = bound.places[0].column
        let way =
            Self.typed(word)
            ?? "--map status=COLUMN names another column, --map status=:active none"
        let column = ShellWord.quoted(bound.rule.columnName)
        let ignore = column.map { ". If the column says nothing about who is in: --ignore-column \($0)" } ?? ""
        let advice =
            "This status is not known here, so the row is left out. If it is somebody to invite: \(way)\(ignore)"
        let isMember = !bound.places[0].steps.isEmpty
        return Finding(
            .statusUnknown, line: record.line,
            column: index < columns.count && !isMember ? columns[index] : bound.rule.column, value: word, advice: advice
        )
    }

    /// Whether a word is unknown: not one of a system's words for people who are in, and not one with the opposite
    /// meaning.
    private static func isUnheardOf(_ word: String) -> Bool {
        StatusText(word, things: true).states.isEmpty && BooleanWord.read(word) == nil && !word.saysNothing
    }

    /// What to type to invite people of this status all the same; empty if it cannot be typed.
    private static func hint(_ word: String) -> String {
        typed(word).map { " (\($0))" } ?? ""
    }

    /// The option for a word, as it is typed on a command line; `nil` if it cannot be typed, such as a JSON object.
    private static func typed(_ word: String) -> String? {
        if word.isEmpty { return "--include-status \(StatusRule.blank)" }
        if word.hasPrefix("{") || word.hasPrefix("[") { return nil }
        // After an equals sign, a word that begins like an option is not taken for one.
        return ShellWord.quoted(word).map { "--include-status\(word.hasPrefix("-") ? "=" : " ")\($0)" }
    }
}
