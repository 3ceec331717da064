/// Something noticed about an input as a whole that does not keep it from being used.
public struct InputWarning: Hashable, Sendable {
    /// What was noticed and what to do, for a person. Safe to show.
    public var code: String
    /// What was noticed and what to do, for a person; safe to show.
    public var message: String

    /// Makes a warning.
    public init(_ code: String, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The warning for scripts.
    public var json: JSONValue { .object(["code": .string(code), "message": .string(message)]) }
}
