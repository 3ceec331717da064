#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why a row is left out on purpose.
struct Exclusion: Hashable {
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
    ///   - now: When the row is judged.
    ///   - used: Gets those of them by which this person is not left out.
    mutating func omission(including included: Set<String>, at now: Date, used: inout Set<String>) -> Exclusion? {
        for bound in fields.rules {
            for word in bound.words(in: record, at: now) {
                let verdict = bound.verdict(on: word, at: now)
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

    /// The words that a person gave by which this one is included: the word that stands there, what the rule calls it, or
    /// all that it comes to in our words. Somebody suspended is not included as a guest.
    private static func including(
        _ word: String, _ verdict: StatusRule.Verdict, _ included: Set<String>
    ) -> Set<String> {
        guard !included.isEmpty else { return [] }
        var names = [word]
        if case .skip(let state) = verdict { names.append(state) }
        let found = included.intersection(names.map(\.statusKey))
        if !found.isEmpty { return found }
        let ours = Set(StatusText(word, things: true).states.map(\.rawValue))
        return ours.isSubset(of: included) ? ours : []
    }

    private static func reason(_ rule: StatusRule, _ word: String, _ verdict: StatusRule.Verdict) -> String {
        let column = Printable.escape(rule.columnName, limit: 60)
        let fact = "\(column) is \(Printable.escape(word, limit: 40))"
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

    /// Whether a word is none of a system's own words for people who are in, and nothing that means the opposite either.
    private static func isUnheardOf(_ word: String) -> Bool {
        StatusText(word, things: true).states.isEmpty && BooleanWord.read(word) == nil && !word.saysNothing
    }

    /// What to type to invite people of a status all the same; nothing for what cannot be typed.
    private static func hint(_ word: String) -> String {
        typed(word).map { " (\($0))" } ?? ""
    }

    /// The option for a word as it is typed on a command line; `nil` if it cannot be, such as an object of JSON.
    private static func typed(_ word: String) -> String? {
        if word.hasPrefix("{") || word.hasPrefix("[") { return nil }
        // A word that begins like an option is none behind an equals sign.
        return ShellWord.quoted(word).map { "--include-status\(word.hasPrefix("-") ? "=" : " ")\($0)" }
    }
}
