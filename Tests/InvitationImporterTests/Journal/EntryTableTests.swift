import Testing

@testable import InvitationImporter

/// What a journal says about people, kept in two forms. A dictionary of whole entries says what is right.
struct EntryTableTests {
    private static func entry(_ random: inout SplitMix) -> JournalState.Entry {
        func maybe(_ odds: Int) -> Bool { random.next(below: odds) == 0 }
        var entry = JournalState.Entry()
        entry.attempts = maybe(9) ? 255 + random.next(below: 2) : random.next(below: 4)
        entry.outcome = maybe(9) ? nil : Outcome.allCases[random.next(below: Outcome.allCases.count)]
        entry.digest = maybe(9) ? ["", "0000000G", "ABCDEF00", "+1234567"][random.next(below: 4)] : "00abcdef"
        if maybe(9) { entry.doubt.begin() }
        if maybe(2) { entry.idsBefore = maybe(9) ? ["1"] : [] }
        entry.isAgain = maybe(9)
        entry.offset = maybe(9) ? nil : random.next(below: 1 << (maybe(9) ? 41 : 40))
        let near = (entry.offset ?? 0) - random.next(below: 1 << (maybe(9) ? 33 : 10))
        entry.begun = maybe(9) ? random.next(below: 1 << 40) : max(0, near)
        return entry
    }

    @Test(arguments: 0..<3)
    func isADictionaryOfEntries(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var table = EntryTable()
        var model: [KeyHash: JournalState.Entry] = [:]
        #expect(table.isEmpty)
        for _ in 0..<5000 {
            let key = KeyHash("acme p\(random.next(below: 700))")
            let entry = Self.entry(&random)
            table.set(key, entry)
            model[key] = entry
            #expect(table[key] == entry)
        }
        #expect(!table.isEmpty)
        for (key, entry) in model { #expect(table[key] == entry) }
        #expect(table[KeyHash("acme nobody")] == nil)
    }
}
