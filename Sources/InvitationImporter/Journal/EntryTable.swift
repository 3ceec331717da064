/// What a journal says about each person, in little memory: a million people take about 45 MB.
///
/// Nearly everybody has an outcome and no doubt. What is known of them then fits into a few bytes. The whole entry is
/// kept for all others.
struct EntryTable: Sendable {
    typealias Entry = JournalState.Entry

    /// The entry of somebody of whom nothing is open, in 16 bytes.
    fileprivate struct Settled {
        /// The offset, which is below a terabyte.
        let low: UInt32
        let high: UInt8
        let attempts: UInt8
        let outcome: Outcome
        /// Whether the list had been read, and had no invitation of the person.
        let hadNoneBefore: Bool
        /// How far before the offset its attempt begins.
        let distance: UInt32
        let digest: UInt32

        var offset: Int { Int(high) << 32 | Int(low) }
    }

    private var others: [KeyHash: Entry] = [:]
    /// Once somebody is here, they stay, with what was known then. ``others`` comes first.
    private var settled: [Settled] = []
    private var numbers = KeyIndex()

    /// Whether nobody is known.
    var isEmpty: Bool { others.isEmpty && settled.isEmpty }

    /// What is known of a person; `nil` for nothing.
    subscript(key: KeyHash) -> Entry? {
        others[key] ?? numbers.number(of: key).map { Entry(settled[$0]) }
    }

    /// Keeps what is known of a person, who is never forgotten.
    mutating func set(_ key: KeyHash, _ entry: Entry) {
        guard let compact = Settled(entry) else { return others[key] = entry }
        others[key] = nil
        if let number = numbers.number(of: key) { return settled[number] = compact }
        numbers.add(key)
        settled.append(compact)
    }
}

extension EntryTable.Settled {
    /// Takes an entry; `nil` if anything about it is unusual.
    init?(_ entry: JournalState.Entry) {
        guard let outcome = entry.outcome, let offset = entry.offset, entry.doubt == Doubt(), !entry.isAgain,
            entry.replaced == nil, entry.idsBefore?.isEmpty ?? true,
            let attempts = UInt8(exactly: entry.attempts), let digest = CRC32.sum(in: entry.digest),
            let high = UInt8(exactly: offset >> 32), let distance = UInt32(exactly: offset - entry.begun)
        else { return nil }
        self.init(
            low: UInt32(truncatingIfNeeded: offset), high: high, attempts: attempts, outcome: outcome,
            hadNoneBefore: entry.idsBefore != nil, distance: distance, digest: digest)
    }
}

extension JournalState.Entry {
    fileprivate init(_ settled: EntryTable.Settled) {
        self.init()
        attempts = Int(settled.attempts)
        outcome = settled.outcome
        digest = CRC32.text(settled.digest)
        idsBefore = settled.hadNoneBefore ? [] : nil
        offset = settled.offset
        begun = settled.offset - Int(settled.distance)
    }
}
