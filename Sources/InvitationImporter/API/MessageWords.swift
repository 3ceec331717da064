/// Collects a server's words from the body of an error of any shape.
///
/// Words stand in `message` and similar members, in lists of errors, in a field's own list, or alone as the body. Texts
/// under other names are technical.
struct MessageWords {
    /// The words, in the order of the body, each once.
    private(set) var found: [String] = []

    /// Goes through a part of the body.
    ///
    /// - Parameters:
    ///   - field: The field that the part is about; `nil` for none.
    ///   - depth: How deep the part lies. Nothing below 6 is read.
    mutating func take(_ value: JSONValue, named field: String?, depth: Int) {
        guard depth <= 6, found.count < 20 else { return }
        switch value {
        case .string(let text): add(text, field)
        case .array(let elements): for element in elements { take(element, named: field, depth: depth + 1) }
        case .object(let members): take(members, named: field, depth: depth)
        case .null, .bool, .number: break
        }
    }

    private mutating func take(_ members: [JSONValue.Member], named field: String?, depth: Int) {
        let field = members.first { $0.name == "field" }?.value.string ?? field
        for member in members {
            let name = member.name.lowercased()
            if Self.words.contains(name) {
                take(member.value, named: field, depth: depth + 1)
            } else if Self.lists.contains(name) {
                takeList(member.value, depth: depth + 1)
            } else if depth == 0, case .array(let elements) = member.value, elements.allSatisfy({ $0.string != nil }) {
                take(member.value, named: member.name, depth: depth + 1)
            }
        }
    }

    /// Takes a list of errors, where the names of members are names of fields.
    private mutating func takeList(_ value: JSONValue, depth: Int) {
        guard case .object(let members) = value else { return take(value, named: nil, depth: depth) }
        for member in members {
            let name = member.name.lowercased()
            if Self.lists.contains(name) {
                takeList(member.value, depth: depth + 1)
            } else if Self.words.contains(name) {
                take(member.value, named: nil, depth: depth + 1)
            } else if !Self.technical.contains(name) {
                take(member.value, named: member.name, depth: depth + 1)
            }
        }
    }

    private mutating func add(_ text: String, _ field: String?) {
        guard !text.utf8.allSatisfy(\.isBlank) else { return }
        let words = field.map { "\($0): \(text)" } ?? text
        if !found.contains(words) { found.append(words) }
    }

    private static let words: Set<String> = [
        "message", "detail", "title", "reason", "description", "error_description", "msg", "text", "warning",
        "error_message", "errormessage",
    ]
    private static let lists: Set<String> = ["error", "errors", "details", "fields", "failed", "failures", "results"]
    private static let technical: Set<String> = [
        "code", "status", "statuscode", "type", "field", "requestid", "request_id", "timestamp", "path", "location",
        "index",
        "instance", "trace", "traceid", "@type", "domain", "metadata",
    ]
}
