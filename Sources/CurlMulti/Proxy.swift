/// The proxy that a request goes through, found in the environment by libcurl's rules (its manual, "ENVIRONMENT").
///
/// It is found here, not by libcurl itself, so that a person can be shown what will be used, and nothing else is.
public struct Proxy: Hashable, Sendable {
    /// The proxy's URL as the environment has it, perhaps with a name and a password.
    let url: String
    /// The variable that named it, such as `https_proxy`.
    public let variable: String

    /// The proxy for a scheme and host; `nil` if there is none, or `no_proxy` excepts the host.
    ///
    /// - Parameters:
    ///   - scheme: `http` or `https`.
    ///   - host: The host's name or address, without brackets, in lower case.
    ///   - environment: The variables `https_proxy`, `HTTPS_PROXY`, `http_proxy` (in lower case only, since a web server
    ///     may let strangers set the other), `all_proxy`, `ALL_PROXY`, `no_proxy` and `NO_PROXY`.
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

    /// The URL without a name and a password, for people.
    public var shown: String {
        guard let at = url.lastIndex(of: "@") else { return url }
        let scheme = url.firstRange(of: "://").map { String(url[..<$0.upperBound]) } ?? ""
        return scheme + "***@" + url[url.index(after: at)...]
    }

    /// Whether a list of names, addresses and networks, divided by commas or spaces, has the host in it.
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
