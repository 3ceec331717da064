public import CurlMulti

/// Knows how long the current token is valid, and when it must be replaced.
///
/// A token is replaced before it ends: by 60 s, or by a fifth of its life if that is less. If the server refuses a
/// token, all sending pauses until it is replaced. If the server refuses the next token before it accepted anything
/// with it, or no other token can be had, the run stops. A refusal of a request that went out with an older token does
/// not count.
///
/// A value that reads no clock and holds no secret.
public struct Credentials: Sendable {
    /// The number of tokens so far; 0 before the first. Each request belongs to the token that it went out with.
    public private(set) var generation = 0
    private let isRenewable: Bool
    private var isReplacing = false
    /// Whether nothing can go out until there is another token.
    public private(set) var isWanting = true
    /// When to replace the token although it is still valid.
    private var replaceAt: Instant?
    /// When to try again after no token could be had.
    private var retryAt: Instant?
    private var failures = 0
    /// Whether the current token replaced a refused one, and nothing was accepted with it yet.
    private var isLastChance = false
    /// Whether the server has accepted a request with the current token.
    private(set) var isAccepted = false

    /// Makes credentials without a token.
    public init(isRenewable: Bool) {
        self.isRenewable = isRenewable
    }

    /// When to ask for a token; `nil` for not at all.
    public var due: Instant? {
        guard !isReplacing else { return nil }
        if isWanting { return retryAt ?? .origin }
        return replaceAt.map { max($0, retryAt ?? $0) }
    }

    /// Notes that a token is being asked for.
    mutating func began() {
        isReplacing = true
    }

    /// Notes that a token came.
    ///
    /// - Parameters:
    ///   - life: How long it is valid; `nil` if that is not known.
    ///   - isNew: Whether it is another one than before.
    /// - Returns: Whether the run can go on. It cannot if the server refused this token and it came again.
    mutating func replaced(life: Duration?, isNew: Bool, policy: RetryPolicy, at now: Instant) -> Bool {
        isReplacing = false
        guard isNew || generation == 0 else {
            // Another program renews it and has not done so yet.
            failures += 1
            retryAt = now + min(policy.longest, .seconds(1 << min(failures, 5)))
            return !isWanting
        }
        if generation > 0 { isLastChance = isWanting }
        generation += 1
        (isWanting, failures, retryAt) = (false, 0, nil)
        isAccepted = false
        replaceAt = nil
        // A life that has ended before it began means that a clock is wrong. Then the server will say when the token
        // ends.
        if isRenewable, let life, life > .zero {
            replaceAt = now + max(life - min(.seconds(60), life / 5), .seconds(1))
        }
        return true
    }

    /// Notes that no token came.
    ///
    /// - Parameter isFinal: Whether asking again is of no use.
    /// - Returns: Whether the run can go on.
    mutating func failed(
        isFinal: Bool, policy: RetryPolicy, using generator: inout some RandomNumberGenerator, at now: Instant
    ) -> Bool {
        isReplacing = false
        failures += 1
        retryAt = now + max(.milliseconds(100), policy.wait(afterTries: failures, using: &generator))
        return !(isWanting && isFinal)
    }

    /// Notes that the server refused a request that went out with the token of this generation.
    ///
    /// - Returns: Whether the run can go on.
    mutating func refused(_ generation: Int) -> Bool {
        guard generation == self.generation, !isWanting else { return true }
        guard isRenewable, !isLastChance else { return false }
        (isWanting, retryAt) = (true, nil)
        return true
    }

    /// Notes that the server accepted a request that went out with the token of this generation.
    mutating func accepted(_ generation: Int) {
        if generation == self.generation { (isLastChance, isAccepted) = (false, true) }
    }

    /// Whether the token of this generation is the only one there will be. One that can be replaced may have ended,
    /// which says nothing about what it may read.
    func isOnlyOne(_ generation: Int) -> Bool { generation == self.generation && !isWanting && !isRenewable }
}
