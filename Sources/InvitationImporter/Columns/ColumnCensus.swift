/// Counts the values in status columns where one value means something only beside the others.
///
/// Memory: some numbers and at most 20 values for each of these columns.
struct ColumnCensus {
    /// The counts of one column.
    fileprivate struct Tally {
        var question: ColumnMeaning.Question
        var blank = 0
        /// Ticks and words that say yes. A database's `true` does not count: beside it, blank means that nobody knows.
        var ticks = 0
        /// Anything else.
        var others = 0
        var numbers: [String: Int] = [:]

        var filled: Int { ticks + others }
    }

    private var tallies: [String: Tally] = [:]

    /// The most different numbers that are counted in a column.
    fileprivate static let limit = 20

    /// Counts the values of a row, or of so many rows with the same values.
    mutating func add(_ record: Record, _ fields: FieldMap, times: Int = 1) {
        for bound in fields.rules {
            guard case .byName(let meaning) = bound.rule.test, meaning.isCounted else { continue }
            for word in bound.written(in: record) {
                tallies[bound.rule.column, default: Tally(question: meaning.question)].add(word, times)
            }
        }
    }

    /// What is usual in each column, by its name. Columns where that says nothing are left out.
    var usual: [String: UsualValues] {
        tallies.mapValues { tally in
            UsualValues(numbers: tally.usualNumbers, blankIsOut: tally.blankIsOut)
        }.filter { $0.value != UsualValues() }
    }
}

extension ColumnCensus.Tally {
    fileprivate mutating func add(_ word: String, _ times: Int) {
        if word.saysNothing {
            blank += times
            return
        }
        let isTruth = ["true", "t"].contains(word.foldedWord)
        if BooleanWord.read(word) == true, !isTruth { ticks += times } else { others += times }
        guard question == .status, UsualValues.isNumber(word) else { return }
        if numbers.count < ColumnCensus.limit || numbers[word] != nil {
            numbers[word, default: 0] += times
        }
    }

    /// The numbers that are no reason to leave somebody out. Nearly everybody must have the number; for `1`, which also
    /// says yes, a majority is enough. A negative number never counts.
    fileprivate var usualNumbers: Set<String> {
        Set(
            numbers.filter { number, count in
                if number.hasPrefix("-") { return false }
                if number == "1" { return 2 * count > filled }
                return filled >= 5 && 10 * count >= 9 * filled
            }.keys)
    }

    /// Whether a blank cell means that the person is out. It does in a column of nothing but ticks, and in a column of
    /// times that most people have: without a time, a person is not in yet.
    fileprivate var blankIsOut: Bool {
        switch question {
        case .answer: blank > 0 && ticks > 0 && others == 0
        case .since: blank > 0 && blank < filled
        default: false
        }
    }
}

extension ColumnMeaning {
    /// Whether the column's other values say something about a single one.
    fileprivate var isCounted: Bool {
        switch question {
        case .status, .since: true
        case .answer(let out, _): !out
        default: false
        }
    }
}
