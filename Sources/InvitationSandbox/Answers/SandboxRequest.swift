/// The parts of a request that the sandbox uses.
package struct SandboxRequest: Sendable {
    /// The method, in capitals.
    package var method: String
    /// The path and query, as sent.
    package var target: String
    /// The value of the `Authorization` field.
    package var authorization: String?
    /// The whole body.
    package var body: [UInt8]

    /// Makes a request.
    package init(_ method: String, _ target: String, authorization: String? = nil, body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.authorization = authorization
        self.body = body
    }

    /// The parts of the path, percent-decoded.
    package var path: [String] {
        target.prefix { $0 != "?" }.split(separator: "/").map(Self.decoded)
    }

    /// The first value of each name in the query, percent-decoded. A plus sign stays a plus sign.
    package var query: [String: String] {
        guard let mark = target.firstIndex(of: "?") else { return [:] }
        let pairs = target[target.index(after: mark)...].split(separator: "&").map { pair -> (String, String) in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
