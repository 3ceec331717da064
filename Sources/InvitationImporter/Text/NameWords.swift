/// Cuts a name into its words: `userPassword`, `user_password` and `User password` are the same two words.
enum NameWords {
    /// The words in lower case. A word ends at anything that is no letter or digit, before a capital that follows a
    /// small letter, and before a capital that begins a word after capitals and digits (`MFASeed`).
    static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(String(word).lowercased()) }
            word.removeAll()
        }
        let scalars = Array(name.withoutWidth().unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                // A combining mark belongs to the letter before it and ends no word.
                if scalar.properties.canonicalCombiningClass == .notReordered { end() }
                continue
            }
            if let last = word.last, scalar.properties.isUppercase {
                let next = index + 1 < scalars.count ? scalars[index + 1] : nil
                let isNewWord = next?.properties.isLowercase == true
                if last.properties.isLowercase || isNewWord { end() }
            }
            word.append(scalar)
        }
        end()
        return words
    }
}
