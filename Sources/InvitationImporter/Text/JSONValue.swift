/// A JSON value (RFC 8259) that keeps what a person wrote: the order of an object's members and the text of a number.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number as it was written, so that nothing is rounded on its way to a report.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// The members in the order they were written. A name may occur twice with different values (RFC 8259 section 4).
    /// Then a look-up by name finds the first.
    case object([Member])

    /// One name and value of an object.
    public struct Member: Hashable, Sendable {
        /// The name, unescaped.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Makes a member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }
}
