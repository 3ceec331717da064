public import CurlMulti

/// The pause that everybody keeps after the server turned somebody away.
///
/// One refusal pauses everybody once: answers to requests that were under way together with it are not counted again.
/// The wait is the server's `Retry-After`, else full jitter that grows with every pause in a row, from 250 ms. Where
/// refusals say little about the pace, it is as short as can be.
public struct Pause: Sendable {
    /// The shortest pause: none at all would turn a refusal into a storm.
    static let least: Duration = .milliseconds(50)

    /// When it ends; may lie in the past.
    public private(set) var until: Instant?
    private var began: Instant?
    private var inARow = 0

    /// Makes no pause.
    public init() {}

    /// Whether a refusal of a request that started then belongs to the pause that is known already.
    public func covers(_ started: Instant) -> Bool {
        // Also after its end: what was under way may be answered much later.
        began.map { started <= $0 } ?? false
    }

    /// The server turned a request away.
    ///
    /// - Parameter short: How long to wait without a `Retry-After` where the refusal says little; `nil` where it does
    ///   not.
    /// - Returns: The words if the server wants a wait longer than our patience.
    public mutating func take(
        _ retryAfter: RetryAfter?, startedAt started: Instant, at now: Instant, short: Duration? = nil,
        policy: RetryPolicy,
        using generator: inout some RandomNumberGenerator
    ) -> String? {
        let isKnown = covers(started)
        if isKnown { CoverageMark.refusalCovered.pass() } else { inARow += 1 }
        let length: Duration
        switch retryAfter {
        case .tooLong:
            return "the server wants a pause of over a year"
        case .wait(let wanted) where wanted > policy.giveUpAfter:
            return "the server wants a pause of \(wanted.components.seconds) s, longer than --give-up-after"
        case .wait(let wanted):
            length = wanted
        case nil:
            length = isKnown ? .zero : short ?? policy.wait(afterTries: inARow, using: &generator) / 2
        }
        let end = now + max(length, short ?? Self.least)
        if !isKnown { began = now }
        until = max(until ?? end, end)
        return nil
    }

    /// The server accepted a request.
    public mutating func accepted(at now: Instant) {
        inARow = 0
        if let until, until <= now { self.until = nil }
    }
}

// MARK: - Invariants

extension Pause {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(inARow >= 0, "There were fewer pauses than none.")
        precondition(until.map { until in began.map { until > $0 } ?? false } ?? true, "A pause ends before it began.")
    }
}
