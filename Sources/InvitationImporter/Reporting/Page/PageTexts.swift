/// Texts that occur in many rows, each kept once.
struct PageTexts {
    /// The longest text, in Unicode scalars, and the room for all of them, in bytes.
    private static let limit = 400
    private static let room = 120_000

    private var indices: [String: Int] = ["": 0]
    private var json = ["\"\""]
    private var bytes = 0

    /// The number of a text, counted from 0. Texts for which there is no room are all the same one, which says so.
    mutating func index(_ text: String) -> Int {
        if let index = indices[text] { return index }
        if bytes > Self.room {
            let rest = "(left out for want of room)"
            return indices[rest] ?? add(rest, as: rest)
        }
        return add(PageText.safe(text, Self.limit), as: text)
    }

    private mutating func add(_ shown: String, as text: String) -> Int {
        let index = json.count
        indices[text] = index
        json.append(PageJSON.text(.string(shown)))
        bytes += json[index].utf8.count + 1
        return index
    }

    /// The texts as a JSON array.
    var script: String { "[\(json.joined(separator: ","))]" }
}
