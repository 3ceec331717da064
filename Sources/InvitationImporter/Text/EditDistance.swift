/// By how many letters two words differ (Levenshtein). O(n·m), for short names.
public enum EditDistance {
    /// The number of letters to add, remove or replace.
    public static func between(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }

    /// The word that is nearest to a mistyped one: a few letters differ, or the end is missing; `nil` for none.
    public static func nearest(_ word: String, _ words: [String]) -> String? {
        let ranked = words.map { ($0, between(word.lowercased(), $0)) }
        let near = ranked.filter { $0.1 <= max(1, word.count / 3) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
        if let near { return near.0 }
        return word.count < 3 ? nil : words.filter { $0.hasPrefix(word.lowercased()) }.min()
    }
}
