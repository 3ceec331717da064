/// The proxy that a request goes through, found in the environment by libcurl's rules (its manual, "ENVIRONMENT").
///
/// This type finds it, not libcurl itself. So a person can see which proxy will be used, and no other one is.
public struct Proxy: Hashable, Sendable {
    /// The proxy's URL as the environment has it, perhaps with a name and password.
    let url: String
    /// The variable that named it, such as `https_proxy`.
    public let variable: String

    /// The proxy for a scheme and host; `nil` if there is none, or if `no_proxy` excludes the host.
    ///
    /// - Parameters:
    ///   - scheme: `http` or `https`.
    ///   - host: The host's name or address, without brackets, in lower case.
    ///   - environment: The variables `https_proxy`, `HTTPS_PROXY`, `http_proxy` (only in lower case, since strangers
    ///     may set the other in a web server), `all_proxy`, `ALL_PROXY`, `no_proxy` and `NO_PROXY`.
    public init?(scheme: String, host: String, environment: [String: String]) {
        let own = scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
        let names = own + ["all_proxy", "ALL_PROXY"]
        guard let name = names.first(where: { !(environment[$0] ?? "").isEmpty }), let url = environment[name] else {
            return nil
        }
        let exceptions = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        guard !Self.excepts(host, exceptions) else { return nil }
        (self.url, variable) = (url, name)
    }

    /// The URL to show to people, without a name and password.
    public var shown: String {
        guard let at = url.lastIndex(of: "@") else { return url }
        let scheme = url.firstRange(of: "://").map { String(url[..<$0.upperBound]) } ?? ""
        return scheme + "***@" + url[url.index(after: at)...]
    }

    /// The variables that may name a proxy.
    public static let variables = [
        "https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY",
    ]

    /// The password in the URL, both as written and percent-decoded; empty if there is none.
    public var passwords: [String] { Self.passwords(in: url) }

    /// The password in a URL, both as written and percent-decoded; empty if there is none.
    public static func passwords(in url: String) -> [String] {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        guard let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else { return [] }
        let written = String(rest[rest.index(after: colon)..<at])
        return Set([written, Self.decoded(written)]).filter { !$0.isEmpty }.sorted()
    }

    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a list of names, addresses and networks, separated by commas or spaces, includes the host.
    private static func excepts(_ host: String, _ list: String) -> Bool {
        let entries = list.lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
        if entries == ["*"] { return true }
        let address = IPNetwork(host)
        return entries.contains { entry in
            if let address { return IPNetwork(entry)?.contains(address) ?? false }
            let name = entry.drop { $0 == "." }
            return host == name || host.hasSuffix("." + name)
        }
    }
}
