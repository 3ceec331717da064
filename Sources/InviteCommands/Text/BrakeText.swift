import InvitationImporter

/// What a brake held back, in words.
enum BrakeText {
    /// Why a plan is not sent.
    static func words(_ reason: ImportBrakes.Reason) -> String {
        switch reason {
        case .rows(let rows, let most): "there are \(Phrase.count(rows, "row")), and --max-rows allows \(most.grouped)."
        case .unmapped(let count):
            "\(Phrase.count(count, "role or group", "roles or groups")) of theirs without a line in the role map, see "
                + "above (--strict)."
        case .errors(let count, let elsewhere): "\(errors(count, elsewhere)) (--strict)."
        case .duplicates(let count, let elsewhere): "\(errors(count, elsewhere)) (--duplicates fail)."
        }
    }

    private static func errors(_ count: Int, _ elsewhere: Int) -> String {
        let errors = Phrase.count(count, "error")
        if elsewhere == 0 { return errors + ", see above" }
        let which = elsewhere < count ? "see above, \(elsewhere.grouped) of them" : count == 1 ? "it is" : "all of them"
        return "\(errors), \(which) in rows of other shards, which `k0rdent-invite check` without --shard shows"
    }
}
