/// Counts the values in status columns where one value means something only beside the others.
///
/// Memory: some numbers and at most 20 values for each of these columns.
struct ColumnCensus {
    /// The counts of one column.
    fileprivate struct Tally {
        var meaning: ColumnMeaning
        var blank = 0
        /// Ticks and words that say yes.
        var ticks = 0
        /// A database's `true`. Beside it, blank means that nobody knows.
        var truths = 0
        /// Words that say no or, where the column asks who is in, that somebody is out.
        var noes = 0
        /// Anything else.
        var others = 0
        /// Values of a status that are not understood, and begin as names of places do.
        var places = 0
        var numbers: [String: Int] = [:]

        init(_ meaning: ColumnMeaning) { self.meaning = meaning }

        var filled: Int { ticks + truths + noes + others }
    }

    private var tallies: [String: Tally] = [:]

    /// The most different numbers that are counted in a column.
    fileprivate static let limit = 20

    /// Counts the values of a row, or of so many rows with the same values.
    mutating func add(_ record: Record, _ fields: FieldMap, times: Int = 1) {
        for bound in fields.rules {
            guard case .byName(let meaning) = bound.rule.test, meaning.isCounted else { continue }
            // Where rows are of several kinds, some have no such object.
            guard bound.hasObject(in: record) else { continue }
            for word in bound.written(in: record) {
                tallies[bound.rule.column, default: Tally(meaning)].add(word, times)
            }
        }
    }

    /// What is usual in each column, by its name. Columns where that says nothing are left out.
    var usual: [String: UsualValues] {
        tallies.reduce(into: [:]) { found, entry in
            let (name, tally) = entry
            found[name] = UsualValues(
                numbers: tally.usualNumbers, blankIsOut: tally.blankIsOut, blankIsUnknown: tally.blankIsUnknown,
                outIsRare: tally.outIsRare,
                arePlaces: StatusColumns.mayBePlace(name) && tally.filled > 0 && tally.places == tally.filled)
        }.filter { $0.value != UsualValues() }
    }
}

extension ColumnCensus.Tally {
    fileprivate mutating func add(_ word: String, _ times: Int) {
        if word.saysNothing {
            blank += times
            return
        }
        let word = word.withoutWidth().withoutZeroFraction()
        if let said = BooleanWord.read(word) {
            let isTruth = said && ["true", "t"].contains(word.foldedWord)
            if isTruth { truths += times } else if said { ticks += times } else { noes += times }
        } else if meaning.question.asksWhoIsIn, noes == 0, !StatusText(word).states.isEmpty {
            noes += times
        } else {
            others += times
        }
        if meaning.question == .status, word.first?.isUppercase == true, !meaning.isUnderstood(word) { places += times }
        guard meaning.question == .status, UsualValues.isNumber(word) || UsualValues.isLetter(word) else { return }
        let key = word.lowercased()
        if numbers.count < ColumnCensus.limit || numbers[key] != nil { numbers[key, default: 0] += times }
    }

    /// The numbers that are no reason to leave somebody out. Nearly everybody must have the number; for `1`, which also
    /// says yes, and for `A`, which is active wherever it is a status, a majority is enough. A negative number never
    /// counts.
    fileprivate var usualNumbers: Set<String> {
        Set(
            numbers.filter { number, count in
                if number.hasPrefix("-") { return false }
                if number == "1" || number == "a" { return 2 * count > filled }
                return filled >= 5 && 10 * count >= 9 * filled
            }.keys)
    }

    /// Whether a blank cell means that the person is out. It does in a column of nothing but ticks, and in a column of
    /// times that most people have: without a time, a person is not in yet.
    fileprivate var blankIsOut: Bool {
        switch meaning.question {
        case .answer(false, _): blank > 0 && ticks > 0 && truths + noes + others == 0
        case .since: blank > 0 && blank < filled
        default: false
        }
    }

    /// Whether nobody knows what a blank cell means, since no cell says no.
    fileprivate var blankIsUnknown: Bool {
        meaning.question.asksWhoIsIn && !meaning.countsIfRare && blank > 0 && filled > 0 && noes == 0
            && !blankIsOut
    }

    /// Whether at most half of the people would be out by their yes or no, and nothing else is in the column.
    fileprivate var outIsRare: Bool {
        guard meaning.countsIfRare, others == 0, case .answer(let out, _) = meaning.question else { return false }
        let outs = out ? ticks + truths : noes
        return outs > 0 && 2 * outs <= filled + blank
    }
}

extension ColumnMeaning.Question {
    /// Whether a no means out.
    fileprivate var asksWhoIsIn: Bool { if case .answer(false, _) = self { true } else { false } }
}

extension ColumnMeaning {
    /// Whether a value of a status says that somebody is in or out.
    fileprivate func isUnderstood(_ word: String) -> Bool {
        var sure = self
        sure.isSure = true
        return sure.verdict(on: word, UsualValues(), today: 0) != .unknown
    }

    /// Whether the column's other values say something about a single one.
    fileprivate var isCounted: Bool {
        switch question {
        case .status, .since: true
        case .answer: question.asksWhoIsIn || countsIfRare
        default: false
        }
    }
}
