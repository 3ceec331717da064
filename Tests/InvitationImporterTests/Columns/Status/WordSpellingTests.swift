import Testing

@testable import InvitationImporter

/// The words of all languages, spelled letter by letter.
struct WordSpellingTests {
    /// Every word with each of its endings, as ``StatusLexicon`` enters them.
    private static let forms: [(stem: Substring, ending: Substring)] = StatusLanguage.all.flatMap { language in
        let endings: [Substring] = language.endings.split(separator: " ").map { $0 == "_" ? "" : $0 }
        let states = [
            language.states, language.plainStates, language.events, language.beings, language.things, language.ins,
        ]
        let texts: [String] =
            states.flatMap { Array($0.values) } + Array(language.marks.values)
            + [language.usual, language.wanted, language.unwanted]
        let words: [Substring] = texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        return words.flatMap { word -> [(stem: Substring, ending: Substring)] in
            word.hasSuffix("~") ? endings.map { (word.dropLast(), $0) } : [(word, Substring())]
        }
    }

    @Test func lettersGiveWhatTheWordGives() {
        var spelling = WordSpelling()
        var umlauts = 0
        for (stem, ending) in Self.forms {
            let word = String(stem) + ending
            Array(stem.utf8).withUnsafeBufferPointer { spelling.begin($0) }
            // What was spelled before with the same stem leaves no trace.
            for ending in ["é", "x", String(ending)] {
                Array(ending.utf8).withUnsafeBufferPointer { spelling.end($0) }
            }
            let folded = WordFolding.fold(word)
            let german = WordFolding.fold(WordFolding.withoutUmlauts(word))
            #expect(spelling.exact == Array(word.normalizedNFC().utf8), "\(word) is in NFC")
            let ways = spelling.isASCII ? [spelling.exact] : [spelling.folded, spelling.withoutUmlauts]
            #expect(ways.first == Array(folded.utf8) && ways.last == Array(german.utf8), "\(word)")
            #expect(spelling.scalars == max(folded.unicodeScalars.count, german.unicodeScalars.count), "\(word)")
            #expect(spelling.isASCII == word.utf8.allSatisfy { $0 < 0x80 }, "\(word)")
            umlauts += spelling.hasUmlaut ? 1 : 0
        }
        #expect(Self.forms.count > 5_000 && umlauts > 50)
    }

    @Test func everyWordIsFoundAsWrittenAndFolded() {
        for (stem, ending) in Self.forms where !stem.isEmpty || !ending.isEmpty {
            let word = (String(stem) + ending).normalizedNFC()
            #expect(!StatusLexicon.shared[word].isEmpty, "\(word)")
            #expect(!StatusLexicon.shared[WordFolding.fold(word)].isEmpty, "\(word)")
        }
        #expect(StatusLexicon.shared["nosuchword"].isEmpty && StatusLexicon.shared[""].isEmpty)
    }

    @Test func meaningsStandInTheOrderInWhichTheyCame() {
        var table = WordTable()
        let word = Array("sortie".utf8)
        word.withUnsafeBufferPointer { word in
            table.add(word, .folded, .usual)
            table.add(word, .exact, .event(.former))
            table.add(word, [.exact, .folded], .usual)
            table.add(word, [.exact, .folded], .usual)
        }
        #expect(table[.exact, "sortie"] == [.event(.former), .usual])
        #expect(table[.folded, "sortie"] == [.usual])
        #expect(table[.exact, "sorti"].isEmpty)
    }
}
