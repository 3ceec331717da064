/// A text of strangers as a word for a command line, to be pasted into a shell.
enum ShellWord {
    /// Characters of a word that is shown, at most: a word that is cut would be another one.
    private static let limit = 200

    /// The word in quotes, if it needs them; `nil` if it cannot be typed.
    ///
    /// Nothing inside of single quotes means anything to a shell, other than inside of double ones.
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
