public import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The requests of the API, for one base URL and the token in use.
public struct InvitationAPI: Sendable {
    /// The base URL without a slash at its end, such as `https://api.k0rdent.ai`.
    public let base: String
    /// Scheme, host and port in lower case. A run directory belongs to one origin.
    public let origin: String
    /// Whether the base URL is `http:`.
    public var isPlainHTTP: Bool { scheme == "http" }
    private let scheme: String
    /// The host in lower case, without brackets.
    public let host: String
    /// The bearer token in use; `nil` before there is one. It goes to this origin only.
    public var token: Token? {
        didSet {
            headers = Self.headers(token)
            if let token { secrets.add(token.secret) }
        }
    }
    /// The secrets to remove from any text that comes back: the tokens so far, and what the caller adds.
    public var secrets = KnownSecrets()
    private var headers = Self.headers(nil)
    private let timeout: Duration

    /// Why a base URL or a token cannot be used.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String

        /// Makes an error.
        public init(_ description: String) {
            self.description = description
        }
    }

    /// Makes the API.
    ///
    /// - Parameters:
    ///   - base: The base URL: `https:`, or `http:` to this machine itself.
    ///   - allowsPlainHTTP: Whether `http:` is allowed to other machines too; default false.
    ///   - timeout: The longest time for each request; default 30 s.
    /// - Throws: ``Invalid`` for a base URL that cannot be used.
    public init(
        base: String, allowsPlainHTTP: Bool = false, timeout: Duration = .seconds(30)
    ) throws(Invalid) {
        guard let url = URLComponents(string: base), let scheme = url.scheme?.lowercased(),
            let host = url.host?.lowercased(),
            !host.isEmpty, url.user == nil, url.query == nil, url.fragment == nil,
            ["https", "http"].contains(scheme)
        else {
            throw Invalid(
                "\(Printable.escape(URLSecrets.hidden(in: base), limit: 300)) is not an API URL; it looks like "
                    + "https://api.example.com, without a name or password, ? or #.")
        }
        self.scheme = scheme
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        origin = "\(scheme)://\(host)\(url.port.map { ":\($0)" } ?? "")"
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        self.base = base
        self.timeout = timeout
        guard scheme == "https" || allowsPlainHTTP || isThisMachine else {
            throw Invalid(
                "\(Printable.escape(base)) is not https: the token and people's addresses would travel in the "
                    + "clear. If nobody can listen on the way, --allow-plain-http allows it.")
        }
    }

    private static func headers(_ token: Token?) -> [String] {
        let plain = ["Content-Type: application/json", "Accept: application/json"]
        return token.map { ["Authorization: Bearer \($0.secret)"] + plain } ?? plain
    }

    /// Whether the host is this machine: `localhost`, `::1`, or four numbers of which the first is 127. A name that
    /// only looks like that belongs to another server.
    public var isThisMachine: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isFourNumbers = parts.count == 4 && parts.allSatisfy { $0.utf8.count <= 3 && UInt8($0) != nil }
        return host == "localhost" || host == "::1" || (isFourNumbers && parts[0] == "127")
    }

    /// The proxy that the environment names for requests to this API; `nil` for none. A proxy is never used for this
    /// machine: it would take the name for its own machine.
    public func proxy(in environment: [String: String]) -> Proxy? {
        isThisMachine ? nil : Proxy(scheme: scheme, host: host, environment: environment)
    }

    /// The request that creates an invitation and mails a person.
    public func create(body: [UInt8], organization: String) -> HTTPRequest {
        HTTPRequest(.post, invitations(of: organization), headers: headers, body: body, timeout: timeout)
    }

    /// The request that revokes an invitation. It may be repeated.
    public func revoke(id: String, organization: String) -> HTTPRequest {
        let url = "\(invitations(of: organization))?invitationId=\(Self.percentEncoded(id))"
        return HTTPRequest(.delete, url, headers: headers, timeout: timeout)
    }

    /// The request of an attempt.
    func request(for attempt: Attempt) -> HTTPRequest {
        let organization = attempt.invitation.organization
        switch attempt.operation {
        case .invite(let body): return create(body: body, organization: organization)
        case .revoke(let id): return revoke(id: id, organization: organization)
        }
    }

    /// The request for one page of a list.
    public func list(_ request: ListRequest) -> HTTPRequest {
        let own = request.list == .invitations ? Self.path(ofInvitationsIn: request.organization) : request.list.path
        var url = base + own
        url += "?pageSize=\(request.pageSize)"
        if let token = request.pageToken { url += "&pageToken=\(Self.percentEncoded(token))" }
        return HTTPRequest(.get, url, headers: headers, timeout: timeout)
    }

    /// The path of the token endpoint.
    static let tokenPath = "/v1/regions/global/auth/token"

    /// The request that exchanges a lasting secret for a token.
    func exchange(_ grant: TokenGrant) -> HTTPRequest {
        HTTPRequest(
            .post, base + Self.tokenPath, headers: Self.headers(nil), body: grant.body, timeout: timeout)
    }

    private func invitations(of organization: String) -> String {
        base + Self.path(ofInvitationsIn: organization)
    }

    /// The path of an organization's invitations.
    public static func path(ofInvitationsIn organization: String) -> String {
        "/v1/regions/global/organizations/\(percentEncoded(organization))/invitations"
    }

    /// Percent-encodes every byte except RFC 3986's unreserved characters.
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

extension ListRequest.List {
    /// The path of the list. For invitations, the organization is left out.
    var path: String {
        switch self {
        case .invitations: "/v1/regions/global/organizations/…/invitations"
        case .members: "/v1/regions/global/iam/users"
        case .roles: "/v1/regions/global/iam/roles"
        case .groups: "/v1/regions/global/iam/groups"
        case .organizations: "/v1/regions/global/organizations"
        }
    }
}
