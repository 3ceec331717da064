/// Cuts a name into its words: `userPassword`, `user_password` and `User password` are the same two.
enum NameWords {
    /// The words in lower case, split at whatever is no letter or digit, and where a capital follows a small letter or
    /// begins a word after capitals and digits (`MFASeed`).
    static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(String(word).lowercased()) }
            word.removeAll()
        }
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                // A mark that belongs to the letter before it is no end of a word.
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
