extension JSONValue {
    /// The value as it stands in a cell: a text as it is, a list of texts joined by semicolons, anything else as JSON.
    var cell: String {
        switch self {
        case .string(let text): text
        case .null: ""
        default: strings?.joined(separator: ";") ?? serialized
        }
    }
}
