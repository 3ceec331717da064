/// How a sandbox behaves: who is there at the start, how fast it is, and what goes wrong.
///
/// Every property has a default, and the defaults make a server without faults.
public struct SandboxConfiguration: Sendable, Equatable {
    // MARK: The server

    /// Seed of all that is random. The same seed and the same requests in the same order meet the same faults.
    public var seed: UInt64 = 1
    /// The port to listen on; 0 lets the system choose.
    public var port: Int = 0
    /// The loopback address to listen on. Nothing but loopback is ever offered.
    public var loopback: SandboxLoopback = .v4
    /// Range the time of an answer is drawn from. Half of it passes before the server acts, half after.
    public var latency: ClosedRange<Duration> = .zero ... .zero
    /// The answers that are held until somebody releases them; nil means none.
    public var hold: SandboxHold?
    /// File that every change is appended to before the answer goes out, and that is replayed at the start.
    public var stateFile: String?
    /// How many of the latest requests are kept for `/_sandbox/requests`.
    public var requestLogLimit: Int = 20_000

    // MARK: What exists

    /// The organizations. The first one gets the people below.
    public var organizations: [SandboxResource] = [SandboxResource(id: "acme", displayName: "Acme")]
    /// When true (the default) an unknown organization answers 404; else it is made on first use.
    public var requireOrganization = true
    /// The predefined roles.
    public var roles: [SandboxResource] = SandboxResource.defaultRoles
    /// The groups.
    public var groups: [SandboxResource] = SandboxResource.defaultGroups
    /// When true (the default) a role or group known by no id, uid or display name answers 400 VALIDATION_ERROR.
    public var strictRoles = true
    /// People who are members from the start.
    public var members = SandboxPeople()
    /// People with a pending invitation from the start.
    public var pending = SandboxPeople()
    /// People who accepted an invitation before the start; they are members as well.
    public var accepted = SandboxPeople()
    /// People whose invitation has expired before the start.
    public var expired = SandboxPeople()
    /// Life of an invitation until it expires.
    public var invitationLifetime: Duration = .seconds(7 * 24 * 3600)

    // MARK: Limits

    /// Requests a second that the server admits, as a token bucket; nil means no limit.
    public var rateLimit: Double?
    /// Capacity of the bucket in requests; nil means a tenth of a second's worth, and at least 1.
    public var burst: Int?
    /// Status of an answer to a request above the limit.
    public var rateLimitStatus: Int = 429
    /// What stands in `Retry-After` of an answer to a request above the limit.
    public var retryAfter: SandboxRetryAfter = .seconds
    /// Header fields that tell the state of the limit on every answer.
    public var rateLimitHeaders: SandboxRateLimitHeaders = .none
    /// Number of invitations by POST after which the answer is 403 QUOTA_EXCEEDED; nil means no quota.
    public var invitationQuota: Int?
    /// Domains (lower case) whose addresses are refused with 403.
    public var refusedDomains: [String] = []

    // MARK: Faults

    /// Share (0…1) of requests answered with each of these statuses, such as `[503: 0.1]`.
    public var errorShare: [Int: Double] = [:]
    /// Share (0…1) of those errors sent after the server has acted on the request. 0, the default, means before.
    public var errorsAfterActing: Double = 0
    /// What stands in `Retry-After` of a 503 from `errorShare`.
    public var errorRetryAfter: SandboxRetryAfter = .none
    /// The shape of every error body.
    public var errorShape: SandboxErrorShape = .numbered
    /// What a second POST for the same address does.
    public var duplicates: SandboxDuplicates = .conflict409
    /// Life of the tokens that the token endpoint issues.
    public var tokenLifetime: Duration = .seconds(900)
    /// The bearer token that never expires.
    public var fixedToken = "sandbox-token"
    /// Whether `GET …/invitations` is permitted.
    public var listing: SandboxListing = .allowed
    /// Time until a new invitation shows up in lists.
    public var listingLag: Duration = .zero
    /// When true every walk through the list of invitations has an order of its own.
    public var unstableOrder = false
    /// Probability (0…1) that somebody else invites the address just before a POST of ours is handled.
    public var otherAdministratorShare: Double = 0

    /// Makes a configuration without faults.
    public init() {}

    /// The capacity of the bucket that `burst` and `rateLimit` come to, at least 1.
    public var bucketCapacity: Int {
        max(1, burst ?? Int((rateLimit ?? 0) / 10))
    }
}
