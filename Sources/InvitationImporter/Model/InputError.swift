/// Why an input cannot be understood as a whole, so that nothing of it may be used.
///
/// A problem of a single row is a ``Finding``. An `InputError` stops the command before anything is sent.
public struct InputError: Error, Hashable, Sendable {
    /// Whether the input is missing (exit code 66) or cannot be understood (exit code 65).
    public enum Kind: Hashable, Sendable {
        case missing
        case notUnderstood
    }

    /// The kind.
    public var kind: Kind
    /// A stable word for scripts, such as `utf8-invalid`.
    public var code: String
    /// The input's name, as the person gave it.
    public var file: String
    /// The line that an editor shows, counted from 1; `nil` if the error is not about a line.
    public var line: Int?
    /// What is wrong and what to do, in one or two sentences.
    public var message: String

    /// Makes an error.
    public init(_ kind: Kind, code: String, file: String, line: Int? = nil, message: String) {
        self.kind = kind
        self.code = code
        self.file = file
        self.line = line
        self.message = message
    }
}

extension InputError: CustomStringConvertible {
    /// `team.csv:12: …`, or `team.csv: …` where there is no line; safe to show.
    public var description: String {
        let file = Printable.escape(file)
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(message)"
    }
}
