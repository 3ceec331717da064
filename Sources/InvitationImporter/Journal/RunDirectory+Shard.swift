extension RunDirectory {
    /// Checks that a run that was begun here is the same part of an import by the same rule. Otherwise people of other
    /// parts would be in its report, or people of this one in none.
    ///
    /// - Throws: ``RunError`` of kind `otherShard`.
    func check(_ begun: Shard, rule: Int, against wanted: Shard) throws(RunError) {
        guard begun != wanted || rule != Shard.rule else { return }
        let there = begun.isWhole ? "of a whole import" : "of shard \(begun)"
        if begun == wanted {
            throw RunError(
                .otherShard,
                "\(path) is the folder \(there), split by rule \(rule), and this version splits by rule \(Shard.rule): the "
                    + "shards would have other people. Nothing was sent. Go on with the version that began it.")
        }
        let advice =
            begun.isWhole ? "Leave out --shard to go on with it" : "Give --shard \(begun) to go on with it"
        throw RunError(
            .otherShard,
            "\(path) is the folder \(there), not of \(wanted.isWhole ? "a whole import" : "shard \(wanted)"). Nothing was "
                + "sent. \(advice), or name another folder with --run-dir.")
    }
}
