public import CurlMulti

/// Protects a server in trouble from retries of all rows at once.
///
/// An attempt is in trouble if it ended in a server error, without a reply, or without having been sent. After
/// ``threshold`` of these in a row, the breaker opens. Then one probe at a time goes out, after a pause that grows and
/// has jitter. Any other reply closes it.
public struct Breaker: Sendable {
    /// The number of troubles in a row that opens the breaker.
    public let threshold: Int
    /// The number of troubles in a row so far.
    public private(set) var troubles = 0
    /// When the next probe may go out; `nil` while closed.
    public private(set) var probeAt: Instant?
    /// Whether the list has shown that an answer which is not understood is a good one, and no trouble.
    private(set) var hasExplanation = false

    /// Makes a closed breaker.
    public init(threshold: Int = 8) {
        self.threshold = threshold
    }

    /// Whether only a probe may go out.
    public var isOpen: Bool { probeAt != nil }

    /// The number of probes that met trouble since the breaker opened.
    public var failedProbes: Int { max(0, troubles - threshold) }

    /// Notes that an attempt ended in trouble.
    public mutating func trouble(
        at now: Instant, policy: RetryPolicy, using generator: inout some RandomNumberGenerator
    ) {
        troubles += 1
        guard troubles >= threshold else { return }
        CoverageMark.breakerOpened.pass()
        let wait = policy.wait(afterTries: failedProbes + 1, using: &generator)
        // Never at once: without a pause, the probes would be a storm.
        probeAt = now + max(wait, policy.base / 4)
    }

    /// Notes that the server replied, so it works.
    public mutating func answered() {
        troubles = 0
        probeAt = nil
    }

    /// Notes that the list showed what an attempt made whose answer is not understood.
    mutating func explained() {
        answered()
        hasExplanation = true
    }
}

// MARK: - Invariants

extension Breaker {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(troubles >= 0, "There were fewer troubles than none.")
        precondition(
            isOpen == (troubles >= threshold), "The breaker is open without its streak of troubles, or not with it.")
    }
}
