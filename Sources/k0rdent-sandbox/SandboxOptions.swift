public import ArgumentParser
public import InvitationSandbox

extension SandboxDuplicates: ExpressibleByArgument {}
extension SandboxListing: ExpressibleByArgument {}
extension SandboxRateLimitHeaders: ExpressibleByArgument {}
extension SandboxErrorShape: ExpressibleByArgument {}

extension SandboxRetryAfter: ExpressibleByArgument {
    /// Reads `seconds`, `date` or `none`. Any other text is sent as it is.
    public init?(argument: String) {
        switch argument {
        case "seconds": self = .seconds
        case "date": self = .date
        case "none": self = .none
        default: self = .raw(argument)
        }
    }
}

/// The options that say how a sandbox behaves.
struct SandboxOptions: ParsableArguments {
    @Option(help: "Port to listen on; 0 lets the system choose.")
    var port: UInt16 = 0

    @Flag(name: .customLong("ipv6"), help: "Listen on ::1 instead of 127.0.0.1.")
    var isIPv6 = false

    @Option(help: "Seed of all that is random.")
    var seed: UInt64 = 1

    @Option(name: .customLong("org"), help: "Organization; may be repeated. (default: acme)")
    var organizations: [String] = []

    @Flag(help: "Accept any organization, role and group.")
    var lenient = false

    @Option(help: "Time of an answer, as 10ms or 5ms..20ms; half of it passes before the server acts.")
    var latency: DurationRangeText?

    @Option(help: "Hold the answers to lists, or to invitations after so many, until POST /_sandbox/release.")
    var hold: HoldText?

    @Option(parsing: .unconditional, help: "Requests a second that are admitted.")
    var rateLimit: Double?

    @Option(parsing: .unconditional, help: "Requests admitted at once. (default: a tenth of --rate-limit, at least 1)")
    var burst: Int?

    @Option(help: "Retry-After above the limit: seconds, date, none, or any text.")
    var retryAfter: SandboxRetryAfter?

    @Option(parsing: .unconditional, help: "Status above the limit.")
    var rateLimitStatus: Int = 429

    @Option(help: "Fields that tell of the limit: none, ietf, ietf-fields, x-delta or x-epoch.")
    var rateLimitHeaders: SandboxRateLimitHeaders = .none

    @Option(parsing: .unconditional, help: "Invitations after which 403 QUOTA_EXCEEDED is the answer.")
    var quota: Int?

    @Option(name: .customLong("refuse-domain"), help: "Domain whose addresses get 403; may be repeated.")
    var refusedDomains: [String] = []

    @Option(help: "Shares of server errors, as 500=5%,503=5%.")
    var errors: ErrorSharesText?

    @Option(help: "Share of those errors sent after the server has acted.")
    var errorsAfterActing: ShareText?

    @Option(help: "Retry-After of those 503s: seconds, date, none, or any text.")
    var errorRetryAfter: SandboxRetryAfter?

    @Option(help: "Shape of error bodies: 1 number, 2 envelope, 3 bare, 4 a gateway's HTML.")
    var errorShape: SandboxErrorShape = .numbered

    @Option(help: "What a second POST for an address does: conflict or accept.")
    var duplicates: SandboxDuplicates = .conflict409

    @Option(help: "Life of issued tokens, as 15m.")
    var tokenLifetime: DurationText?

    @Option(help: "How long issued tokens are good beyond that, as 1h.")
    var tokenGrace: DurationText?

    @Option(help: "Whether invitations may be listed: allowed or forbidden.")
    var listing: SandboxListing = .allowed

    @Option(help: "Time until a new invitation shows up in lists, as 2s.")
    var listingLag: DurationText?

    @Flag(help: "Give every walk through the list an order of its own.")
    var unstableOrder = false

    @Option(help: "Share of POSTs just before which somebody else invites the same address.")
    var others: ShareText?

    @Option(parsing: .unconditional, help: "Made-up members at the start.")
    var members: Int = 0

    @Option(parsing: .unconditional, help: "Made-up pending invitations at the start.")
    var pending: Int = 0

    @Option(
        name: .customLong("state"), help: "File that keeps what happened, for the next sandbox.", completion: .file())
    var stateFile: String?
}
