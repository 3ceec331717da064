import InvitationImporter

/// What was found out about an input, in words.
enum ShapeText {
    /// A line for each thing that a person should look at.
    ///
    /// - Parameter count: How many inputs there are; of several, each line says which one it is about.
    static func lines(_ shape: InputShape, among count: Int) -> [String] {
        let place = count > 1 ? " (\(Printable.escape(shape.name, limit: 60)))" : ""
        var lines: [String] = []
        for warning in shape.warnings { lines.append(Phrase.row("warning", warning.message + place)) }
        if let recognition = shape.recognition {
            let columns = recognition.columns.map { "\"\(Printable.escape($0, limit: 40))\"" }.joined(separator: ", ")
            let why = columns.isEmpty ? "as --from says" : "by the columns \(columns); else --from none"
            lines.append(Phrase.row("from", "\(recognition.preset.title), \(why)\(place)"))
        }
        if shape.dialect.format == .list {
            lines.append(Phrase.row("from", "a list of addresses without a header\(place)"))
        }
        if shape.encoding != .utf8 {
            lines.append(Phrase.row("encoding", "\(shape.encoding.rawValue)\(place); look at the names"))
        }
        if !shape.unusedStatus.isEmpty {
            let words = shape.unusedStatus.map { "\"\(Printable.escape($0, limit: 40))\"" }
            lines.append(Phrase.row("include", "nobody is left out as \(Phrase.cut(words)) (--include-status)"))
        }
        if !shape.secrets.isEmpty {
            let names = Phrase.cut(shape.secrets.map { Printable.escape($0, limit: 40) })
            lines.append(Phrase.row("secrets", "\(names): kept out of everything but the copy in input/\(place)"))
        }
        return lines
    }
}
