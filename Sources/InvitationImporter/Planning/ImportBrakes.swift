/// What keeps a mistake from going out to everybody.
public struct ImportBrakes: Hashable, Sendable {
    /// Why a plan is not sent at all.
    public enum Reason: Hashable, Sendable {
        /// The files have more rows than allowed.
        case rows(Int, most: Int)
        /// So many roles or groups have no line in the role map.
        case unmapped(Int)
        /// So many errors are in the rows, some of them in rows of other shards.
        case errors(Int, elsewhere: Int)
        /// The same, because people who occur twice count as errors (``ImportOptions/Duplicates/fail``).
        case duplicates(Int, elsewhere: Int)
    }

    /// Whether nothing is sent if one row is invalid, or one role or group has no line in the role map; default false.
    public var isStrict = false
    /// Nothing is sent if the files have more rows; `nil`, the default, for any number.
    public var mostRows: Int?
    /// The most mails that may go out now, over all shards; `nil`, the default, for all.
    public var first: Int?

    /// No brakes.
    public init() {}

    /// How many mails of a shard may go out now; `nil` for all.
    public func first(of shard: Shard) -> Int? { first.map { shard.share(of: $0) } }

    /// Why this plan must not be sent at all; `nil` if it may be.
    public func reason(against plan: PlanSummary) -> Reason? {
        if let mostRows, plan.rowsInAll > mostRows { return .rows(plan.rowsInAll, most: mostRows) }
        if isStrict, plan.unmappedInAll > 0 { return .unmapped(plan.unmappedInAll) }
        if plan.forbidsSending { return .duplicates(plan.errorsInAll, elsewhere: plan.elsewhere.errors) }
        if isStrict, plan.errorsInAll > 0 { return .errors(plan.errorsInAll, elsewhere: plan.elsewhere.errors) }
        return nil
    }
}
