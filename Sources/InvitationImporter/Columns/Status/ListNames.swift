/// Names of lists that say who is in them: `deactivatedUsers`, `invited`, `data.suspended`. Who is in such a list is
/// what
/// the name says, as if each had a column of that name.
enum ListNames {
    /// The name in a list's path that says that its people are out; `nil` if none does.
    static func out(_ path: [String]) -> String? { path.last { state(of: $0) != nil } }

    /// What the people in a list of this name are; `nil` if it does not say that they are out.
    ///
    /// A thing alone is no list of people who are out: `system`, `resource`.
    static func state(of name: String) -> String? {
        if let meaning = ColumnMeaning(of: name), case .answer(let out, let state) = meaning.question,
            !meaning.countsIfRare
        {
            if !out { return nil }
            if meaning.isSure || meaning.needsWord { return isThing(name) ? nil : state.rawValue }
        }
        let said = StatusText(name)
        return said.states.isEmpty || said.isOfOther ? nil : said.states[0].rawValue
    }

    private static func isThing(_ name: String) -> Bool {
        let tokens = StatusTokens(name).all
        return tokens.count == 1 && tokens[0].senses.allSatisfy { $0.isThing || !$0.isTelling }
    }

    private static let mark = " (list)"

    /// The column for the people in a list of this name.
    static func column(_ name: String) -> String { name + mark }

    /// The rule for such a column; `nil` for any other.
    static func rule(for column: String) -> StatusRule? {
        guard column.hasSuffix(mark), let state = state(of: String(column.dropLast(mark.count))) else { return nil }
        return .skips(column, if: true, as: state)
    }
}
