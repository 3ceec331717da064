public import CurlMulti

/// Knows how long the token in use is good for, and when it must be replaced.
///
/// A token is replaced before it ends: by 60 s, or by a fifth of its life if that is less. A token that the server
/// refuses pauses everybody and is replaced once; if the next one is refused before anything was accepted with it, or
/// there can be no next one, the run has to stop. Refusals of requests that went out with an older token count for nothing.
///
/// A value that reads no clock and holds no secret.
public struct Credentials: Sendable {
    /// The tokens so far; each request belongs to the one it went out with. 0 before the first.
    public private(set) var generation = 0
    private let isRenewable: Bool
    private var isReplacing = false
    /// Whether nothing can go out before there is another token.
    public private(set) var isWanting = true
    /// When the token is to be replaced although it is still good.
    private var replaceAt: Instant?
    /// When to try again after a try to get a token came to nothing.
    private var retryAt: Instant?
    private var failures = 0
    /// Whether the token in use took the place of one that was refused, and nothing was accepted with it yet.
    private var isLastChance = false

    /// Makes credentials without a token yet.
    public init(isRenewable: Bool) {
        self.isRenewable = isRenewable
    }

    /// When a token is to be asked for; `nil` for not.
    public var due: Instant? {
        guard !isReplacing else { return nil }
        if isWanting { return retryAt ?? .origin }
        return replaceAt.map { max($0, retryAt ?? $0) }
    }

    /// A token is being asked for.
    mutating func began() {
        isReplacing = true
    }

    /// A token came.
    ///
    /// - Parameters:
    ///   - life: How long it is good for; `nil` if nobody knows.
    ///   - isNew: Whether it is another one than before.
    /// - Returns: Whether the run can go on: not if the very token came back that the server had refused.
    mutating func replaced(life: Duration?, isNew: Bool, policy: RetryPolicy, at now: Instant) -> Bool {
        isReplacing = false
        guard isNew || generation == 0 else {
            // Somebody else renews it and has not done so yet.
            failures += 1
            retryAt = now + min(policy.longest, .seconds(1 << min(failures, 5)))
            return !isWanting
        }
        if generation > 0 { isLastChance = isWanting }
        generation += 1
        (isWanting, failures, retryAt) = (false, 0, nil)
        replaceAt = nil
        // A life that is over before it began means that a clock is wrong; the server will say when it ends.
        if isRenewable, let life, life > .zero {
            replaceAt = now + max(life - min(.seconds(60), life / 5), .seconds(1))
        }
        return true
    }

    /// No token came.
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

    /// The server refused a request that went out with the token of a generation.
    ///
    /// - Returns: Whether the run can go on.
    mutating func refused(_ generation: Int) -> Bool {
        guard generation == self.generation, !isWanting else { return true }
        guard isRenewable, !isLastChance else { return false }
        (isWanting, retryAt) = (true, nil)
        return true
    }

    /// The server accepted a request that went out with the token of a generation.
    mutating func accepted(_ generation: Int) {
        if generation == self.generation { isLastChance = false }
    }
}
