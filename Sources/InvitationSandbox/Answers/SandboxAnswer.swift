#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The answer to a request.
package struct SandboxAnswer: Sendable, Equatable {
    /// The HTTP status.
    package var status: Int
    /// The header fields, besides those that every answer has.
    package var fields: [Field] = []
    /// The body as text; empty for none.
    package var body = ""
    /// The content type of the body.
    package var contentType = "application/json"

    /// A header field.
    package struct Field: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    /// An answer with a JSON body, its keys in alphabetical order.
    static func json(_ value: some Encodable, status: Int = 200) -> SandboxAnswer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return SandboxAnswer(status: 500) }
        return SandboxAnswer(status: status, body: String(decoding: data, as: UTF8.self))
    }

    /// Adds a header field.
    mutating func add(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }

    /// The first value of a field.
    package func field(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
