/// Turns foreign text into one word of a command line that a person can paste into a shell.
enum ShellWord {
    /// The most characters of a word. It is never cut, since a cut word would be another word.
    private static let limit = 200

    /// The word, in quotes if it needs them; `nil` if it cannot be typed.
    ///
    /// Inside single quotes nothing means anything to a shell; inside double quotes some characters do.
    static func quoted(_ word: String) -> String? {
        guard word.unicodeScalars.count <= limit, !word.unicodeScalars.contains(where: Printable.isInvisible) else {
            return nil
        }
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
        }
        if isPlain, !word.isEmpty { return word }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
