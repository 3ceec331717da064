/// Words by their bytes, each with its meanings in the order in which they came: a dictionary that is made quickly.
struct WordTable: Sendable {
    /// In which way of writing a word counts.
    struct Writing: OptionSet {
        let rawValue: UInt8
        static let exact = Writing(rawValue: 1)
        static let folded = Writing(rawValue: 2)
    }

    private struct Word {
        var hash: UInt32
        var start: UInt32
        var count: UInt32
        /// The first and the last of its meanings.
        var first: UInt32
        var last: UInt32
    }

    private struct Meaning {
        var sense: WordSense
        var writing: Writing
        /// The next one of the same word; 0 after the last, since the first of all follows none.
        var next: UInt32 = 0
    }

    private var bytes: [UInt8] = []
    private var words: [Word] = []
    private var meanings: [Meaning] = []
    /// The index of a word plus one; 0 in a free place.
    private var places = [UInt32](repeating: 0, count: 1 << 15)

    /// Makes a table without words.
    ///
    /// - Parameter count: How many words will be in it, about, of some 12 bytes each. More find room, and take longer.
    init(expecting count: Int = 0) {
        bytes.reserveCapacity(12 * count)
        words.reserveCapacity(count)
        meanings.reserveCapacity(count + count / 4)
    }

    /// What a word means if it is written so; empty for an unknown word.
    subscript(writing: Writing, word: String) -> [WordSense] {
        var word = word
        guard let index = word.withUTF8({ find($0, Self.hash($0)) }) else { return [] }
        var senses: [WordSense] = []
        var place = words[index].first
        repeat {
            let meaning = meanings[Int(place)]
            if meaning.writing.contains(writing) { senses.append(meaning.sense) }
            place = meaning.next
        } while place != 0
        return senses
    }

    /// Adds a meaning to a word, for those ways of writing for which the word does not have it yet.
    mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ writing: Writing, _ sense: WordSense) {
        let hash = Self.hash(word)
        let new = UInt32(meanings.count)
        guard let index = find(word, hash) else {
            let start = UInt32(bytes.count)
            bytes.append(contentsOf: word)
            words.append(Word(hash: hash, start: start, count: UInt32(word.count), first: new, last: new))
            meanings.append(Meaning(sense: sense, writing: writing))
            return place(words.count - 1)
        }
        let missing = writing.subtracting(self.writing(of: sense, words[index]))
        guard !missing.isEmpty else { return }
        meanings.append(Meaning(sense: sense, writing: missing))
        meanings[Int(words[index].last)].next = new
        words[index].last = new
    }

    private func writing(of sense: WordSense, _ word: Word) -> Writing {
        var writing: Writing = []
        var place = word.first
        repeat {
            if meanings[Int(place)].sense == sense { writing.formUnion(meanings[Int(place)].writing) }
            place = meanings[Int(place)].next
        } while place != 0
        return writing
    }

    private mutating func place(_ index: Int) {
        if 2 * words.count > places.count {
            places = [UInt32](repeating: 0, count: 2 * places.count)
            for index in words.indices { occupy(index) }
        } else {
            occupy(index)
        }
    }

    private mutating func occupy(_ index: Int) {
        var place = Int(words[index].hash) & (places.count - 1)
        while places[place] != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = UInt32(index + 1)
    }

    private func find(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int? {
        var place = Int(hash) & (places.count - 1)
        while places[place] != 0 {
            let index = Int(places[place]) - 1
            if words[index].hash == hash, holds(words[index], word) { return index }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    private func holds(_ known: Word, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(known.count) == word.count else { return false }
        for index in word.indices where bytes[Int(known.start) + index] != word[index] { return false }
        return true
    }

    /// FNV-1a, mixed once more. Our own words alone are placed by it, so nobody can choose words that share a place;
    /// other words are only looked up.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash ^ hash >> 15
    }
}
