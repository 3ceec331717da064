import ArgumentParser
import InvitationImporter

/// The options that keep a mistake from going out to everybody.
struct BrakeOptions: ParsableArguments {
    @OptionGroup var strictness: StrictOption

    @Option(help: "Send only so many invitations now; the same command again sends the rest.")
    var first: Int?

    @Option(help: "Send nothing if the files have more rows.")
    var maxRows: Int?

    @Option(
        help: ArgumentHelp(
            "Stop once more rows than this, or a larger share of them (of twenty at least), have failed.",
            valueName: "n|p%"))
    var maxFailures: FailureLimit?

    func validate() throws {
        if let first, first < 1 { throw ValidationError("--first is 1 or more.") }
        if let maxRows, maxRows < 1 { throw ValidationError("--max-rows is 1 or more.") }
    }

    /// How many of a shard's invitations may go out now; `nil` for all.
    func first(of shard: Shard) -> Int? { first.map { shard.share(of: $0) } }

    /// The given options that are about the rows of files.
    var givenAboutRows: [String] {
        [("--strict", strictness.strict), ("--max-rows", maxRows != nil)].filter(\.1).map(\.0)
    }

    /// Why this plan must not be sent at all, in words; `nil` if it may be.
    func forbidsSending(_ plan: PlanSummary) -> String? {
        if let maxRows, plan.rowsInAll > maxRows {
            return "there are \(Phrase.count(plan.rowsInAll, "row")), and --max-rows allows \(maxRows)."
        }
        if strictness.strict, plan.unmappedInAll > 0 {
            let number = Phrase.count(plan.unmappedInAll, "role or group", "roles or groups")
            return "\(number) of theirs without a line in the role map, see above (--strict)."
        }
        guard plan.forbidsSending || (strictness.strict && plan.errorsInAll > 0) else { return nil }
        let why = plan.forbidsSending ? "--duplicates fail" : "--strict"
        let elsewhere = plan.elsewhere.errors > 0 ? ", \(plan.elsewhere.errors) of them in rows of other shards" : ""
        return "\(Phrase.count(plan.errorsInAll, "error"))\(elsewhere), see above (\(why))."
    }
}
