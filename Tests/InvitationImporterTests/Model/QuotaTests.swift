import InvitationImporter
import Testing

struct QuotaTests {
    @Test(arguments: [
        ("250/h", 250, 3600, "250/h"), ("500/d", 500, 86_400, "500/d"), ("30/min", 30, 60, "30/min"),
        ("10/s", 10, 1, "10/s"), ("1/s", 1, 1, "1/s"), ("1000000/day", 1_000_000, 86_400, "1000000/d"),
        ("007/hour", 7, 3600, "7/h"), ("5/m", 5, 60, "5/min"), ("5/minute", 5, 60, "5/min"), ("5/sec", 5, 1, "5/s"),
        ("5/second", 5, 1, "5/s"),
    ])
    func reads(_ text: String, _ count: Int, _ seconds: Int, _ shortest: String) throws {
        let quota = try #require(Quota(text))
        #expect(quota.count == count)
        #expect(quota.window == .seconds(seconds))
        #expect(quota.description == shortest)
        #expect(Quota(shortest) == quota)
    }

    /// Nobody gave the part of a shard, so it is not told without a word.
    @Test func aPartIsToldAsOne() throws {
        let quota = try #require(Quota("25/h"))
        let shard = try #require(Shard(1, of: 8))
        var policy = SendingPolicy()
        policy.quotas = [quota]
        #expect(quota.words == "25/h")
        #expect(try policy.part(of: shard).quotas.map(\.words) == ["4/h (this shard's part)"])
        #expect(try policy.part(of: .whole).quotas.map(\.words) == ["25/h"])
    }

    @Test(arguments: [
        "", "/", "h", "/h", "250", "250/", "0/h", "-1/h", "+1/h", "1.5/h", "1e3/h", "1000001/h", "10000000/h",
        "99999999999999999999/h", "250/H", "250/w", "250/month", "250/h/h", "250//h", " 250/h", "250/h ", "250 /h",
        "٢/h", "²/h", "\u{0}/h", "250/h\u{301}",
    ])
    func refuses(_ text: String) {
        #expect(Quota(text) == nil, "\(text)")
    }
}
