/// One request to the API, in the form of `/_sandbox/requests`.
public struct RequestRecord: Sendable, Equatable, Codable {
    /// The number of the request, counted from 1.
    public var number: Int
    /// When its last byte came in, in milliseconds since the sandbox started, monotonic.
    public var milliseconds: Double
    /// The method, in capitals.
    public var method: String
    /// The path and query, as sent.
    public var path: String
    /// The body as sent. Bytes that are not UTF-8 are replaced.
    public var body: String
    /// The status of the answer; nil while there is none.
    public var status: Int?
}
