/// A fact on a page: a name, and a text or a time.
struct PageFact {
    private let name: String
    private let text: String
    private let isTime: Bool

    /// A text.
    init(_ name: String, _ text: String) {
        (self.name, self.text, isTime) = (name, text, false)
    }

    /// A time, ISO 8601.
    init(time name: String, _ text: String) {
        (self.name, self.text, isTime) = (name, text, true)
    }

    /// The values for the template; `nil` if nothing is known.
    var values: [String: Any]? {
        guard !text.isEmpty else { return nil }
        let name = PageText.safe(name, 80)
        return isTime
            ? ["name": name, "time": PageTime.values(text)] : ["name": name, "value": PageText.safe(text, 400)]
    }

    /// The inputs for the template, as many as somebody will read.
    static func files(_ inputs: [PlanHeader.Input]) -> [String: Any] {
        let most = 50
        let shown = inputs.prefix(most).map { input in
            let columns = input.ownColumns
            let names = columns.prefix(most).joined(separator: ", ")
            return [
                "name": PageText.safe(input.name + (input.isReplaced ? " (replaced by a newer one)" : ""), 300),
                "rows": PageText.number(input.rows),
                "columns": PageText.safe(names, 600) + (columns.count > most ? " and more" : ""),
            ]
        }
        var values: [String: Any] = ["files": shown]
        if inputs.count > most { values["filesRest"] = PageText.count(inputs.count - most, "more file") + "." }
        return values
    }
}
