/// Rows by how they ended, as a bar with a legend.
enum PageBar {
    /// One part of the bar.
    struct Part {
        /// The stable name, which also decides the colour.
        var name: String
        var count: Int
        /// What it means, in a few words.
        var meaning: String
    }

    /// The bar for the page. It is a thousand units wide; a part that has rows is never invisible.
    static func values(_ parts: [Part]) -> [String: Any] {
        let parts = parts.filter { $0.count > 0 }
        let whole = parts.reduce(0) { $0 + $1.count }
        let least = 6
        let spare = 1000 - least * parts.count
        var x = 0
        var drawn: [[String: Any]] = []
        for part in parts {
            let width = least + (whole > 0 ? spare * part.count / whole : 0)
            drawn.append([
                "name": part.name, "count": PageText.number(part.count), "meaning": part.meaning, "x": String(x),
                "width": String(width), "percent": PageText.percent(part.count, of: whole),
            ])
            x += width
        }
        let words = parts.map { "\(PageText.number($0.count)) \($0.name)" }.joined(separator: ", ")
        return ["parts": drawn, "words": words, "rows": PageText.count(whole, "row")]
    }
}
