/// A revocation in numbers, for all invitations of its run.
public struct RevocationSummary: Hashable, Sendable {
    /// The number of invitations by outcome.
    public private(set) var outcomes: [RevocationOutcome: Int] = [:]
    /// Why sending ended.
    public var ending: StopReason
    /// The number of requests of this revocation, including those for the lists.
    public var requests: Int
    /// How long it took.
    public var elapsed: Duration

    /// Makes an empty summary.
    init(_ ending: StopReason, requests: Int, elapsed: Duration) {
        self.ending = ending
        self.requests = requests
        self.elapsed = elapsed
    }

    /// The number of invitations with this outcome.
    public func count(_ outcome: RevocationOutcome) -> Int { outcomes[outcome] ?? 0 }

    mutating func add(_ outcome: RevocationOutcome) {
        outcomes[outcome, default: 0] += 1
    }

    /// The exit code, by the same rules as an import's.
    public var exitCode: Int32 {
        if let code = ending.exitCode { return code }
        if count(.unknown) > 0 { return 2 }
        if count(.refused) + count(.failed) > 0 { return 1 }
        return count(.notSent) > 0 ? 75 : 0
    }

    /// The numbers for scripts.
    public var json: JSONValue {
        .object([
            "outcomes": .object(RevocationOutcome.allCases.map { .init($0.rawValue, .integer(count($0))) }),
            "requests": .integer(requests), "milliseconds": .integer(Int(elapsed / .milliseconds(1))),
            "ending": .string(ending.code), "reason": ending.reason.map(JSONValue.string) ?? .null,
            "exitCode": .integer(Int(exitCode)),
        ])
    }
}
