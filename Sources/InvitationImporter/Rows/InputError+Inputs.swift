/// The errors of an input that is unusable as a whole, in words.
extension InputError {
    static func empty(_ name: String) -> InputError {
        let message = "There is nothing in the input. Check that it is the right file and was saved."
        return InputError(.notUnderstood, code: "input-empty", file: name, message: message)
    }

    /// The names of columns for a message, no more than a person will read.
    static func shown(_ columns: [String]) -> String {
        let names = columns.map { $0.trimmed() }.filter { !$0.isEmpty }
        let first = names.prefix(10).map { "\"\(Printable.escape($0, limit: 40))\"" }.joined(separator: ", ")
        return names.count > 10 ? first + ", …" : first
    }

    static func withoutRows(_ name: String, _ message: String) -> InputError {
        InputError(.notUnderstood, code: "rows-missing", file: name, message: message)
    }

    static func recordTooLong(_ name: String, line: Int, limit: Int, _ advice: String) -> InputError {
        let message = "The row that begins here is longer than \(limit) bytes. \(advice)"
        return InputError(.notUnderstood, code: "record-too-long", file: name, line: line, message: message)
    }
}
