/// One request to the API, as `/_sandbox/requests` tells of it.
public struct RequestRecord: Sendable, Equatable, Codable {
    /// Counted from 1.
    public var number: Int
    /// When its last byte had come in: milliseconds since the sandbox started, monotonic.
    public var milliseconds: Double
    /// The method in capitals.
    public var method: String
    /// Path and query as sent.
    public var path: String
    /// The body as sent; bytes that are no UTF-8 are replaced.
    public var body: String
    /// Status of the answer; nil while there is none.
    public var status: Int?
}
