/// Where an address can be seen in rows from which none was taken, so that a person can be told what to type.
struct SeenAddress: Sendable {
    /// The path to it, as `--map` takes it; `nil` if none was seen.
    private(set) var path: String?
    private var isLikely = false

    /// Looks for an address in a row.
    mutating func look(into record: Record, _ names: [String]) {
        guard !isLikely else { return }
        for (index, value) in record.values.enumerated() where index < names.count {
            if let value { look(into: value, names[index], depth: 0) }
        }
    }

    private mutating func look(into value: JSONValue, _ path: String, depth: Int) {
        guard !isLikely, depth < 8 else { return }
        switch value {
        case .string(let text): if JSONShape.isAddress(text.trimmed()) { note(path) }
        case .array(let elements):
            for element in elements.prefix(20) {
                look(into: element, path + Self.step(into: element), depth: depth + 1)
            }
        case .object(let members):
            for member in members { look(into: member.value, path + "." + member.name, depth: depth + 1) }
        case .null, .bool, .number: break
        }
    }

    /// The step into a list: to the primary element, if the elements have such a member.
    private static func step(into element: JSONValue) -> String {
        let primary = element.members?.first { $0.name.lowercased() == "primary" }
        return primary.map { "[\($0.name)]" } ?? "[]"
    }

    private mutating func note(_ path: String) {
        let last = path.split(separator: ".").last.map(String.init) ?? path
        let isMail = ColumnNames.folded(last).contains("mail")
        if self.path == nil || isMail { self.path = path }
        isLikely = isMail
    }
}
