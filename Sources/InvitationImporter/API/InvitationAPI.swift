public import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The requests of the API, for one base URL and one token.
public struct InvitationAPI: Sendable {
    /// The base URL without a slash at its end, such as `https://api.k0rdent.ai`.
    public let base: String
    /// Scheme, host and port in lower case: what a run directory belongs to.
    public let origin: String
    /// Whether the base URL is `http:`; allowed for this machine itself only.
    public let isPlainHTTP: Bool
    private let headers: [String]
    private let timeout: Duration

    /// A base URL or a token that cannot be used; the text says why.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
    }

    /// Makes the API.
    ///
    /// - Parameters:
    ///   - base: The base URL; `https:`, or `http:` to this machine itself.
    ///   - token: The bearer token.
    ///   - timeout: For each request.
    /// - Throws: ``Invalid`` for a base URL that cannot be used.
    public init(base: String, token: Token, timeout: Duration = .seconds(30)) throws(Invalid) {
        self.origin = try Self.origin(of: base)
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        self.base = base
        isPlainHTTP = origin.hasPrefix("http:")
        headers = [
            "Authorization: Bearer \(token.secret)", "Content-Type: application/json", "Accept: application/json",
        ]
        self.timeout = timeout
    }

    /// The origin of a base URL.
    ///
    /// - Throws: ``Invalid`` for anything but `https:`, or `http:` to this machine.
    public static func origin(of base: String) throws(Invalid) -> String {
        guard let url = URLComponents(string: base), let scheme = url.scheme?.lowercased(),
            let host = url.host?.lowercased(),
            !host.isEmpty, url.user == nil, url.query == nil, url.fragment == nil
        else {
            throw Invalid(
                description: "\(Printable.escape(base)) is not an API URL; it looks like https://api.example.com")
        }
        let plain = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        guard scheme == "https" || (scheme == "http" && isLoopback(plain)) else {
            throw Invalid(
                description:
                    "\(Printable.escape(base)) is not https; the token and people's addresses would travel in the clear"
            )
        }
        let port = url.port.map { ":\($0)" } ?? ""
        return "\(scheme)://\(host)\(port)"
    }

    /// `localhost`, `::1`, or four numbers that begin with 127; a name that only looks like one is somebody's server.
    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isFourNumbers = parts.count == 4 && parts.allSatisfy { $0.utf8.count <= 3 && UInt8($0) != nil }
        return host == "localhost" || host == "::1" || (isFourNumbers && parts[0] == "127")
    }

    /// The request that creates an invitation and mails a person.
    public func create(body: [UInt8], organization: String) -> HTTPRequest {
        HTTPRequest(.post, invitations(of: organization), headers: headers, body: body, timeout: timeout)
    }

    /// The request for a page of an organization's invitations, with as many on it as the API gives.
    public func list(_ request: ListRequest) -> HTTPRequest {
        var url = invitations(of: request.organization) + "?pageSize=500"
        if let token = request.pageToken { url += "&pageToken=\(Self.percentEncoded(token))" }
        return HTTPRequest(.get, url, headers: headers, timeout: timeout)
    }

    private func invitations(of organization: String) -> String {
        "\(base)/v1/regions/global/organizations/\(Self.percentEncoded(organization))/invitations"
    }

    /// Everything but RFC 3986's unreserved characters, encoded byte by byte.
    static func percentEncoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return encoded
    }
}
