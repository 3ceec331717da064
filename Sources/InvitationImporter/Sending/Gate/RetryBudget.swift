public import CurlMulti

/// How many retries a run can afford: so few that they never become the larger part of what a struggling server gets.
///
/// Starts full with ``size``. Every row that ends well earns one: as long as each retry helps, they cost nothing. Every
/// second earns one. Empty means that retries wait, never that a row fails.
public struct RetryBudget: Sendable {
    /// The most that can be saved up; default 32.
    public let size: Double
    private var saved: Double
    private var counted: Instant?

    /// Makes a full budget.
    public init(size: Double = 32) {
        self.size = size
        saved = size
    }

    /// A row ended well.
    public mutating func earn() {
        saved = min(size, saved + 1)
    }

    /// Whether a retry may go out; if not, when to ask again.
    public mutating func earliest(at now: Instant) -> Instant {
        if let counted, now > counted { saved = min(size, saved + (now - counted) / .seconds(1)) }
        counted = max(counted ?? now, now)
        return saved >= 1 ? now : now + .seconds(1 - saved) + .milliseconds(1)
    }

    /// A retry went out.
    public mutating func spend() {
        saved -= 1
    }
}

// MARK: - Invariants

extension RetryBudget {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(saved >= 0, "A retry went out that could not be afforded.")
        precondition(saved <= size, "More was saved than there is room for.")
    }
}
