/// Notices when the server refuses everybody in an organization for one and the same reason, which is no fault of theirs.
///
/// The same 4xx, same words but for addresses and numbers, five times in a row before any success, or twenty times later,
/// means that nobody can be invited there; the rows of the streak then count as not sent. Until that is decided they are
/// held.
///
/// A server may refuse just one domain. Where its words name that of the person, a streak of one domain goes on to fifty.
/// If it comes to the end without any success, nobody can tell, and its rows count as not sent.
public struct RefusalStreak: Sendable {
    /// What to do with a refusal.
    public enum Decision: Hashable, Sendable {
        /// It may be the beginning of a streak: hold the row.
        case hold
        /// It is a streak: nobody can be invited there.
        case stop
    }

    private var words: String?
    private var count = 0
    private var domains: Set<String> = []
    private var hasSucceeded = false

    /// Makes a streak of nothing.
    public init() {}

    /// The refusals of the streak so far.
    public private(set) var held: [Conclusion] = []

    /// Takes a refusal in.
    ///
    /// - Returns: The decision, and the rows of an older streak that this one ended.
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
        // Nobody's domain is a reason not to revoke.
        let mayBeDomain = domains.count == 1 && conclusion.reply.namesDomain && !conclusion.attempt.isRevocation
        let limit = mayBeDomain ? 50 : hasSucceeded ? 20 : 5
        return (count >= limit ? .stop : .hold, released)
    }

    /// The server answered something else.
    ///
    /// - Returns: The rows that were held: they were refused after all.
    public mutating func end(bySuccess: Bool) -> [Conclusion] {
        if bySuccess { hasSucceeded = true }
        defer { (held, count, words, domains) = ([], 0, nil, []) }
        return held
    }

    /// Whether the end of all rows leaves open what the refusals meant; their words then.
    var undecided: String? {
        !hasSucceeded && count >= 5 ? held.last?.reason ?? "no words" : nil
    }

    /// Whether an answer can belong to a streak.
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
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(held.count == count, "The streak is longer or shorter than the rows that it holds.")
        precondition(held.isEmpty == (words == nil), "A streak without words, or words without a streak.")
        precondition(domains.count <= count, "The streak has more domains than rows.")
        precondition(held.allSatisfy { Self.words(of: $0) == words }, "Rows are held that were refused otherwise.")
    }
}
