extension SendingPolicy {
    /// The policy of one shard. The rate, the quotas and the number of failures that a person gives are the whole
    /// import's, so each shard gets its part of them; together the parts are never more.
    ///
    /// - Throws: ``Shard/Problem`` if a quota has less than one invitation for each shard.
    public func part(of shard: Shard) throws(Shard.Problem) -> SendingPolicy {
        guard !shard.isWhole else { return self }
        var part = self
        if case .atMost(let rate) = pace { part.pace = .atMost(rate.part(of: shard)) }
        for (index, quota) in quotas.enumerated() {
            guard let own = quota.part(of: shard) else {
                throw Shard.Problem(
                    description:
                        "--quota \(quota) is less than one invitation for each of \(shard.count) shards; split the "
                        + "import into fewer, \(quota.count) at most.")
            }
            part.quotas[index] = own
        }
        if case .count(let most) = mostFailures { part.mostFailures = .count(shard.share(of: most)) }
        return part
    }
}

extension Rate {
    /// A shard's part: with 8 shards, `100/s` is 25 in 2 s for each. It is exact, so the window may become longer.
    public func part(of shard: Shard) -> Rate {
        var (divisor, rest) = (count, shard.count)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        return Rate(count / divisor, per: window * (shard.count / divisor))
    }
}

extension Quota {
    /// A shard's part, in the same window; `nil` if there is nothing for some shard.
    func part(of shard: Shard) -> Quota? { count < shard.count ? nil : Quota(shard.share(of: count), partOf: self) }
}
