public import CurlMulti

/// Keeps a server in trouble from being met by everyone's retries.
///
/// Trouble is every attempt that ended in a server error, without an answer, or without having left. After
/// ``threshold`` of those without an answer of another kind between, the breaker opens: everybody pauses, and one probe
/// at a time goes out after a growing, jittered pause. Any other answer closes it.
public struct Breaker: Sendable {
    /// Troubles in a row that open the breaker.
    public let threshold: Int
    /// Troubles in a row so far.
    public private(set) var troubles = 0
    /// When the next probe may go out; `nil` while closed.
    public private(set) var probeAt: Instant?

    /// Makes a closed breaker.
    public init(threshold: Int = 8) {
        self.threshold = threshold
    }

    /// Whether only a probe may go out.
    public var isOpen: Bool { probeAt != nil }

    /// Probes that met trouble since the breaker opened.
    public var failedProbes: Int { max(0, troubles - threshold) }

    /// An attempt ended in trouble.
    public mutating func trouble(
        at now: Instant, policy: RetryPolicy, using generator: inout some RandomNumberGenerator
    ) {
        troubles += 1
        guard troubles >= threshold else { return }
        CoverageMark.breakerOpened.pass()
        let wait = policy.wait(afterTries: failedProbes + 1, using: &generator)
        // Never at once: a pause of nothing would make a storm of probes.
        probeAt = now + max(wait, policy.base / 4)
    }

    /// The server answered: it works.
    public mutating func answered() {
        troubles = 0
        probeAt = nil
    }
}

// MARK: - Invariants

extension Breaker {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(troubles >= 0, "There were fewer troubles than none.")
        precondition(
            isOpen == (troubles >= threshold), "The breaker is open without its streak of troubles, or not with it.")
    }
}
