/// A run in numbers, as in `summary.json`.
public struct RunSummary: Hashable, Sendable {
    /// The number of rows of the inputs.
    public var rows = 0
    /// The number of rows by outcome. Their sum is ``rows``.
    public var outcomes: [Outcome: Int] = [:]
    /// The number of attempts that the journal has for these rows, over all starts.
    public var attempts = 0
    /// The number of invited rows with something that a person should know: in the server's reply, or because the
    /// address is doubtful.
    public var warnings = 0
    /// Why rows were refused, failed or not sent, as far as a reason is known.
    public var reasons = FrequentWords()
    /// What a person should know about invited rows.
    public var notices = FrequentWords()
    /// The number of invited rows whose invitation this program has revoked.
    public var revoked = 0
    /// The files with rows that a person must correct.
    public var toFix: [String] = []
    /// The files with rows that are worth another try as they are.
    public var toRetry: [String] = []
    /// What the reports lack because something in the run directory is missing or damaged, in words.
    public var gaps: [String] = []
    /// Why sending ended.
    public var ending: StopReason
    /// When this start began, ISO 8601 in UTC; `nil` if that is not known.
    var begunAt: String?
    /// The number of requests of this start.
    public var requests: Int
    /// How long this start was sending.
    public var elapsed: Duration
    /// Whether invitations were left for later on purpose (`--first`, `--only`).
    public var leftForLater: Bool
    /// How many shards the report joins; 1 for the report of one run.
    public var shards = 1

    /// Makes an empty summary.
    public init(ending: StopReason, requests: Int = 0, elapsed: Duration = .zero, leftForLater: Bool = false) {
        self.ending = ending
        self.requests = requests
        self.elapsed = elapsed
        self.leftForLater = leftForLater
    }

    /// The number of rows with this outcome.
    public func count(_ outcome: Outcome) -> Int { outcomes[outcome] ?? 0 }

    mutating func add(_ result: RowResult) {
        rows += 1
        outcomes[result.outcome, default: 0] += 1
        attempts += result.attempts
        switch (result.outcome, result.warning) {
        case (.invited, let words?):
            warnings += 1
            notices.add(words)
        case (.refused, let words?), (.failed, let words?), (.notSent, let words?): reasons.add(words)
        default: break
        }
        if result.revokedAt != nil { revoked += 1 }
    }

    /// Adds the numbers of another run. The reason why sending ended stays.
    mutating func add(_ other: RunSummary) {
        rows += other.rows
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        (attempts, warnings, revoked) = (attempts + other.attempts, warnings + other.warnings, revoked + other.revoked)
        reasons.add(other.reasons)
        notices.add(other.notices)
        (toFix, toRetry, gaps) = (toFix + other.toFix, toRetry + other.toRetry, gaps + other.gaps)
        (requests, elapsed) = (requests + other.requests, elapsed + other.elapsed)
    }

    /// The exit code of an import with this summary.
    ///
    /// The reason for a stop comes first, then what a person must look at, then what went wrong with single rows.
    public var exitCode: Int32 {
        if let code = ending.exitCode { return code }
        if count(.unknown) > 0 { return 2 }
        if count(.invalid) + count(.refused) + count(.failed) > 0 { return 1 }
        return count(.notSent) > 0 && !leftForLater ? 75 : 0
    }

    /// Writes `summary.json`.
    ///
    /// - Returns: Its content.
    func write(in directory: RunDirectory, _ header: JournalHeader, at time: String) throws(RunError) -> JSONValue {
        let json = json(header, tool: ToolVersion.current, endedAt: time)
        let output = try OutputFile(directory.file("summary.json"))
        try output.write(json.bytes + [0x0A])
        try output.commit()
        return json
    }

    /// The numbers for scripts.
    public func json(_ header: JournalHeader, tool: String, endedAt: String) -> JSONValue {
        let seconds = elapsed / .seconds(1)
        let numbers = JSONValue.object([
            "tool": .string(tool), "organization": .string(header.organization), "origin": .string(header.origin),
            "firstBegunAt": .string(header.createdAt), "begunAt": .string(begunAt ?? header.createdAt),
            "endedAt": .string(endedAt), "rows": .integer(rows),
            "outcomes": .object(Outcome.allCases.map { .init($0.rawValue, .integer(count($0))) }),
            "warnings": .integer(warnings), "revoked": .integer(revoked), "attempts": .integer(attempts),
            "requests": .integer(requests),
            "seconds": .number(Self.decimal(seconds)),
            "requestsPerSecond": .number(Self.decimal(seconds > 0 ? Double(requests) / seconds : 0)),
            "ending": .string(ending.code), "reason": ending.reason.map(JSONValue.string) ?? .null,
            "exitCode": .integer(Int(exitCode)), "lacks": .strings(gaps),
        ])
        guard let members = numbers.members else { return numbers }
        let split: [JSONValue.Member] =
            shards > 1
            ? [.init("shards", .integer(shards))]
            : header.shard.isWhole ? [] : [.init("shard", .string(header.shard.description))]
        return .object(members + split)
    }

    private static func decimal(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
