/// How a sandbox behaves: who is there at the start, how fast it is, and what goes wrong.
///
/// Every property has a default. The defaults make a server without faults.
public struct SandboxConfiguration: Sendable, Equatable {
    // MARK: The server

    /// The seed of everything random. The same seed and the same requests in the same order meet the same faults.
    public var seed: UInt64 = 1
    /// The port to listen on; 0 lets the system choose.
    public var port: Int = 0
    /// The loopback address to listen on. The sandbox listens on nothing but loopback.
    public var loopback: SandboxLoopback = .v4
    /// The range of the time for an answer. Half of it passes before the server acts, half after.
    public var latency: ClosedRange<Duration> = .zero ... .zero
    /// The answers that are held until somebody releases them; nil for none.
    public var hold: SandboxHold?
    /// A file that gets every change before the answer goes out, and that is replayed at the start; nil for none.
    public var stateFile: String?
    /// How many of the latest requests are kept for `/_sandbox/requests`; default 20,000.
    public var requestLogLimit: Int = 20_000

    // MARK: What exists

    /// The organizations. The first one has the people below.
    public var organizations: [SandboxResource] = [SandboxResource(id: "acme", displayName: "Acme")]
    /// If true (the default), an unknown organization gets 404. Otherwise it is made on first use.
    public var requireOrganization = true
    /// The predefined roles.
    public var roles: [SandboxResource] = SandboxResource.defaultRoles
    /// The groups.
    public var groups: [SandboxResource] = SandboxResource.defaultGroups
    /// If true (the default), a role or group that no id, uid or display name matches gets 400 VALIDATION_ERROR.
    public var strictRoles = true
    /// People who are members from the start.
    public var members = SandboxPeople()
    /// People with a pending invitation from the start.
    public var pending = SandboxPeople()
    /// People who accepted an invitation before the start. They are members as well.
    public var accepted = SandboxPeople()
    /// People whose invitation expired before the start.
    public var expired = SandboxPeople()
    /// The time until an invitation expires; default 7 days.
    public var invitationLifetime: Duration = .seconds(7 * 24 * 3600)

    // MARK: Limits

    /// The requests a second that the server admits, as a token bucket; nil for no limit.
    public var rateLimit: Double?
    /// The capacity of the bucket in requests; nil for a tenth of a second's worth, and at least 1.
    public var burst: Int?
    /// The status of an answer to a request above the limit; default 429.
    public var rateLimitStatus: Int = 429
    /// The `Retry-After` of an answer to a request above the limit.
    public var retryAfter: SandboxRetryAfter = .seconds
    /// The header fields with the state of the limit, on every answer.
    public var rateLimitHeaders: SandboxRateLimitHeaders = .none
    /// The number of invitations by POST after which the answer is 403 QUOTA_EXCEEDED; nil for no quota.
    public var invitationQuota: Int?
    /// Domains (in lower case) whose addresses are refused with 403.
    public var refusedDomains: [String] = []

    // MARK: Faults

    /// The share (0…1) of requests that get each of these statuses, such as `[503: 0.1]`.
    public var errorShare: [Int: Double] = [:]
    /// The share (0…1) of those errors that are sent after the server has acted; the rest, before. Default 0.
    public var errorsAfterActing: Double = 0
    /// The `Retry-After` of a 503 from `errorShare`.
    public var errorRetryAfter: SandboxRetryAfter = .none
    /// The shape of every error body.
    public var errorShape: SandboxErrorShape = .numbered
    /// What a second POST for the same address does.
    public var duplicates: SandboxDuplicates = .conflict409
    /// How long tokens from the token endpoint are valid; default 15 minutes.
    public var tokenLifetime: Duration = .seconds(900)
    /// How much longer a token is valid than the token endpoint says; default 0. With a grace, a client that keeps to
    /// what it is told is never turned away, however slow the machine is.
    public var tokenGrace: Duration = .zero
    /// A bearer token that never expires.
    public var fixedToken = "sandbox-token"
    /// Whether `GET …/invitations` is allowed.
    public var listing: SandboxListing = .allowed
    /// The time until a new invitation shows up in lists.
    public var listingLag: Duration = .zero
    /// If true, every walk through the list of invitations has its own order.
    public var unstableOrder = false
    /// The probability (0…1) that somebody else invites the address just before a POST is handled.
    public var otherAdministratorShare: Double = 0

    /// Makes a configuration without faults.
    public init() {}

    /// The capacity of the bucket, from `burst` and `rateLimit`; at least 1.
    public var bucketCapacity: Int {
        max(1, burst ?? Int((rateLimit ?? 0) / 10))
    }
}
