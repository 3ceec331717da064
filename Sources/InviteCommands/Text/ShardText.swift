import InvitationImporter

/// The part of an import over several machines, in words.
enum ShardText {
    /// The lines about the part: whose rows it has, and its parts of what was given for the whole import. None if the
    /// import is not split.
    ///
    /// - Parameters:
    ///   - given: The policy for the whole import.
    ///   - first: How many mails of the whole import may go out now; `nil` for all.
    static func lines(_ plan: PlanSummary, _ given: SendingPolicy, first: Int? = nil) throws(Shard.Problem) -> [String]
    {
        let shard = plan.shard
        guard !shard.isWhole else { return [] }
        let rows =
            "\(plan.rows.grouped) of \(Phrase.count(plan.rowsInAll, "row")) are its own, others are left to the others"
        var lines = [Phrase.row("shard", "\(shard.number) of \(shard.count): \(rows)")]
        let parts = try parts(shard, given, first)
        if !parts.isEmpty { lines.append(Phrase.row("divided", parts.joined(separator: ", "))) }
        return lines
    }

    private static func parts(
        _ shard: Shard, _ given: SendingPolicy, _ first: Int?
    ) throws(Shard.Problem) -> [String] {
        let own = try given.part(of: shard)
        var parts: [String] = []
        if case (.atMost(let all), .atMost(let rate)) = (given.pace, own.pace) {
            parts.append("--rate \(words(all)) is \(words(rate)) here")
        }
        for (all, quota) in zip(given.quotas, own.quotas) { parts.append("--quota \(all) is \(quota) here") }
        if let first { parts.append("--first \(first) is \(shard.share(of: first)) here") }
        if case (.count(let all), .count(let failures)) = (given.mostFailures, own.mostFailures) {
            parts.append("--max-failures \(all) is \(failures) here")
        }
        return parts
    }

    private static func words(_ rate: Rate) -> String {
        let seconds = Int(rate.window / .seconds(1))
        for (unit, length) in [("s", 1), ("min", 60), ("h", 3600)] where seconds == length {
            return "\(rate.count)/\(unit)"
        }
        return "\(rate.count) in \(seconds < 60 ? "\(seconds) s" : rate.window.words)"
    }
}
