/// Header fields with the state of the rate limit.
///
/// They describe a window that begins now: what the bucket holds, and what flows into it during the window.
public enum SandboxRateLimitHeaders: String, Sendable, CaseIterable {
    /// None.
    case none
    /// `RateLimit` and `RateLimit-Policy`, structured fields (draft-ietf-httpapi-ratelimit-headers-08 and later).
    case ietf
    /// `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` in seconds (earlier drafts).
    case ietfFields = "ietf-fields"
    /// `X-RateLimit-*` with the reset in seconds from now.
    case xDelta = "x-delta"
    /// `X-RateLimit-*` with the reset in seconds since 1970.
    case xEpoch = "x-epoch"

    /// The fields for a bucket at a moment, as pairs of name and value.
    package func fields(_ bucket: TokenBucket, at now: SandboxMoment) -> [(String, String)] {
        let window = max(1, Int((1 / bucket.rate).rounded(.up)))
        let inflow = Int(bucket.rate * Double(window))
        let (limit, left) = (bucket.capacity + inflow, bucket.level(at: now.uptime) + inflow)
        return switch self {
        case .none: []
        case .ietf:
            [
                ("RateLimit-Policy", "\"default\";q=\(limit);w=\(window)"),
                ("RateLimit", "\"default\";r=\(left);t=\(window)"),
            ]
        case .ietfFields: Self.three("RateLimit-", limit, left, window)
        case .xDelta: Self.three("X-RateLimit-", limit, left, window)
        case .xEpoch: Self.three("X-RateLimit-", limit, left, now.unix.roundedUpSeconds + window)
        }
    }

    private static func three(_ prefix: String, _ limit: Int, _ left: Int, _ reset: Int) -> [(String, String)] {
        [(prefix + "Limit", "\(limit)"), (prefix + "Remaining", "\(left)"), (prefix + "Reset", "\(reset)")]
    }
}
