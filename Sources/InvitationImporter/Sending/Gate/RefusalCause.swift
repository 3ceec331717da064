import CurlMulti

/// Whether people are turned away because of the pace, or for another cause that no pace mends.
///
/// If it is the pace, nobody is turned away at one that the server is known to carry. Where refusals are at least half
/// as frequent there as above it, or meet every fifth, they have another cause. That is looked at again after
/// ``validity``, since servers change, and at once if refusals become clearly more frequent, or more than every other.
///
/// A value that reads no clock.
struct RefusalCause: Sendable {
    /// How long another cause is believed in.
    static let validity: Duration = .seconds(20)
    /// So many answers at a pace say something about it.
    static let enough = 8
    /// So many answers say whether a fall helped.
    static let first = 6
    /// A fall after fewer answers than these helped little.
    static let soon = 20
    /// So many answers are remembered when the pace falls; what is long ago may have changed.
    static let remembered = 64

    /// How often requests were turned away.
    private struct Tally {
        var accepted = 0
        var refused = 0
        var total: Int { accepted + refused }
        var share: Double { Double(refused) / Double(max(total, 1)) }

        mutating func add(_ isAccepted: Bool) {
            if isAccepted { accepted += 1 } else { refused += 1 }
        }
    }

    /// What became of requests at a pace that the server is known to carry, and at a higher one.
    private var bearable = Tally()
    private var above = Tally()
    /// What became of requests since the last fall.
    private var sinceFall = Tally()
    /// Since when refusals are known to have another cause, and what became of requests since; `nil` if they have none.
    private var another: (since: Instant, answers: Tally)?

    /// Whether refusals have another cause than the pace.
    var isAnother: Bool { another != nil }

    /// Whether it is being found out if the last fall helped: somebody was turned away soon after it.
    var isOpen: Bool { sinceFall.refused > 0 && sinceFall.total < Self.first }

    /// Whether the last fall helped so little up to now that the pace may not be the cause.
    var isDoubtful: Bool { sinceFall.total < Self.soon }

    /// The pace fell.
    mutating func fell() {
        sinceFall = Tally()
        if bearable.total > Self.remembered { (bearable, above) = (Tally(), Tally()) }
    }

    /// An answer to a request that went out since the last fall.
    ///
    /// - Parameter isBearable: Whether the server is known to carry the pace at which it went out.
    mutating func note(isAccepted: Bool, isBearable: Bool) {
        another?.answers.add(isAccepted)
        sinceFall.add(isAccepted)
        if isBearable { bearable.add(isAccepted) } else { above.add(isAccepted) }
    }

    /// Somebody was turned away: judges by what is known by now.
    mutating func judge(at now: Instant) {
        if let (since, answers) = another {
            let isWorse = answers.total >= Self.enough * 3 && answers.share > min(0.5, bearable.share * 2 + 0.1)
            guard isWorse || now - since > Self.validity else { return }
            (another, bearable, above) = (nil, Tally(), Tally())
        } else if bearable.total >= Self.enough, bearable.refused > 1, bearable.share <= 0.5,
            bearable.share >= min(above.share / 2, 0.2)
        {
            another = (now, Tally())
        }
    }
}

// MARK: - Invariants

extension RefusalCause {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(bearable.total >= 0 && above.total >= 0, "Fewer answers came than none.")
    }
}
