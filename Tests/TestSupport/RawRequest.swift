/// A request as it came over the wire.
public struct RawRequest: Sendable {
    /// The method, such as `POST`.
    public let method: String
    /// What the request is for, such as `/v1/things?page=2`.
    public let target: String
    /// The header lines as they were sent, without their line ends.
    public let lines: [String]
    /// The body; empty as long as only the head was read.
    public internal(set) var body: [UInt8] = []

    init(head: [UInt8]) {
        let text = String(decoding: head, as: UTF8.self)
        // Swift takes CR LF for one character.
        let lines = text.split(separator: "\r\n").map(String.init)
        let words = (lines.first ?? "").split(separator: " ").map(String.init)
        method = words.first ?? ""
        target = words.count > 1 ? words[1] : ""
        self.lines = Array(lines.dropFirst())
    }

    /// All values of a header, whatever the case of its name.
    public func values(_ name: String) -> [String] {
        lines.compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
            return String(parts[1].drop { $0 == " " })
        }
    }

    /// The announced length of the body, 0 if there is none.
    public var contentLength: Int { values("Content-Length").first.flatMap { Int($0) } ?? 0 }
}
