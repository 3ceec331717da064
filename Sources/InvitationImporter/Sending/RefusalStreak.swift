/// Notices when the server refuses everybody in an organization for the same reason, so that the rows are not at fault.
///
/// The same 4xx in the same words, except for addresses and numbers, five times in a row before any success, or twenty
/// times later, means that nobody can be invited there. Until that is decided, the rows of the streak are held. If it
/// is so, they count as not sent.
///
/// A server may refuse just one domain. If its words name the person's domain, a streak of one domain goes on to fifty.
/// If the input ends first without any success, nobody can tell what the refusals mean, and the rows of a streak of
/// five or more count as not sent.
public struct RefusalStreak: Sendable {
    /// What to do with a refusal.
    public enum Decision: Hashable, Sendable {
        /// This may be the beginning of a streak. Hold the row.
        case hold
        /// This is a streak. Nobody can be invited there.
        case stop
    }

    private var words: String?
    private var count = 0
    private var domains: Set<String> = []
    private var hasSucceeded = false

    /// Makes an empty streak.
    public init() {}

    /// The refusals of the streak so far.
    public private(set) var held: [Conclusion] = []

    /// Adds a refusal.
    ///
    /// - Returns: The decision, and the rows of an older streak that this refusal ended.
    public mutating func take(_ conclusion: Conclusion) -> (Decision, released: [Conclusion]) {
        let said = Self.words(of: conclusion)
        var released: [Conclusion] = []
        if said != words {
            released = held
            (held, count, words, domains) = ([], 0, said, [])
        }
        held.append(conclusion)
        count += 1
        domains.insert(conclusion.attempt.invitation.key.domain)
        // A revocation is never refused because of the person's domain.
        let mayBeDomain = domains.count == 1 && conclusion.reply.namesDomain && !conclusion.attempt.isRevocation
        let limit = mayBeDomain ? 50 : hasSucceeded ? 20 : 5
        return (count >= limit ? .stop : .hold, released)
    }

    /// Ends the streak, because the server replied something else.
    ///
    /// - Returns: The rows that were held. Their refusals count.
    public mutating func end(bySuccess: Bool) -> [Conclusion] {
        if bySuccess { hasSucceeded = true }
        defer { (held, count, words, domains) = ([], 0, nil, []) }
        return held
    }

    /// The words of the streak, if it is not known what its refusals mean once all rows have ended; `nil` otherwise.
    var undecided: String? {
        !hasSucceeded && count >= 5 ? held.last?.reason ?? "no words" : nil
    }

    /// Whether a reply can belong to a streak.
    static func concerns(_ reply: AttemptReply) -> Bool {
        [.refused, .conflict, .gone].contains(reply.result) && reply.status.map { (400..<500).contains($0) } ?? false
    }

    /// Status and words, without what belongs to the person.
    private static func words(of conclusion: Conclusion) -> String {
        "\(conclusion.reply.status ?? 0) \(conclusion.reply.wordsForAll)"
    }
}

// MARK: - Invariants

extension RefusalStreak {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(held.count == count, "The streak is longer or shorter than the rows that it holds.")
        precondition(held.first.map(Self.words) == words, "A streak without words, or words without a streak.")
        precondition(domains.count <= count, "The streak has more domains than rows.")
        let first = held.first?.reply
        precondition(
            held.allSatisfy { $0.reply.status == first?.status && $0.reply.wordsForAll == first?.wordsForAll },
            "Rows are held that were refused otherwise.")
    }
}
