import Testing

@testable import InvitationImporter

/// Which part of an import a person belongs to, and what a part gets of what is divided.
struct ShardTests {
    /// This table never changes: other versions and other machines go by it. It was made in Python, as ManyMachines.md
    /// has it.
    @Test(arguments: [
        ("ann@example.com", [1, 1, 2, 7, 967]),
        (" Ann@Example.COM ", [1, 1, 2, 7, 967]),
        ("p1@x.example", [1, 2, 3, 8, 112]),
        ("p2@x.example", [1, 1, 2, 7, 71]),
        ("zoë@example.com", [1, 1, 3, 3, 451]),
        ("ZOE\u{308}@example.com", [1, 1, 3, 3, 451]),
        ("Straße@example.com", [1, 2, 1, 8, 72]),
        ("a@köln.example", [1, 1, 3, 7, 447]),
        ("person99999@northwind.example", [1, 2, 1, 4, 740]),
        ("o'brien@example.ie", [1, 1, 3, 7, 391]),
        ("x@gmail.com", [1, 2, 1, 4, 180]),
        ("x+tag@gmail.com", [1, 2, 1, 4, 180]),
        ("+x@gmail.com", [1, 1, 2, 7, 503]),
        ("b.o.b+a.b+c@x.example", [1, 2, 3, 8, 656]),
        ("bob@x.example", [1, 2, 3, 8, 656]),
    ])
    func tableOfPeople(_ address: String, _ numbers: [Int]) throws {
        let email = try #require(EmailAddress.check(address).address)
        for (count, number) in zip([1, 2, 3, 8, 1000], numbers) {
            for organization in ["acme", "4279cfb0-0000-4000-8000-000000000001", ""] {
                let key = InvitationKey(organization: organization, email: email)
                let having = (1...count).filter { Shard($0, of: count)?.has(key) ?? false }
                #expect(having == [number], "of \(count) in \(organization)")
                #expect(InvitationKey(text: key.text).text == key.text, "the key from a journal")
            }
        }
    }

    @Test(arguments: [
        ("1/1", 1, 1), ("1/8", 1, 8), ("8/8", 8, 8), ("1000/1000", 1000, 1000), ("03/8", 3, 8),
    ])
    func reads(_ text: String, _ number: Int, _ count: Int) {
        #expect(Shard(text).map { [$0.number, $0.count] } == [number, count])
    }

    @Test(arguments: [
        "0/8", "9/8", "2/0", "0/0", "1/1001", "", "/", "1", "1/", "/8", "1/8/8", "-1/8", "+1/8", "1/-8", " 1/8", "1 /8",
        "1.0/8", "１/8", "99999999999999999999/8", "1/99999999999999999999", "a/b", "0x1/8",
    ])
    func readsNothingElse(_ text: String) throws {
        #expect(Shard(text) == nil)
        let problem = #expect(throws: Shard.Problem.self) { try Shard.named(text, [:]) }
        #expect(problem?.description.contains("such as 3/8") == true)
    }

    @Test(
        arguments: [
            (nil, nil, nil, "1/1"), (nil, "0", "8", "1/8"), (nil, "7", "8", "8/8"), ("3/8", nil, nil, "3/8"),
            ("3/8", "0", "4", "3/8"), ("1/1", "5", nil, "1/1"), (nil, "", "", "1/1"),
        ] as [(String?, String?, String?, String)])
    func optionBeforeVariables(_ option: String?, _ index: String?, _ count: String?, _ shard: String) throws {
        #expect(try Shard.named(option, Self.variables(index, count)).description == shard)
    }

    @Test(
        arguments: [
            ("0", nil, "give --shard 1/1"), ("0", "", "give --shard 1/1"), (nil, "8", "remove the variable"),
            ("8", "8", "from 0 to one less"), ("-1", "8", "from 0 to one less"), ("0", "0", "from 0 to one less"),
            ("0", "eight", "from 0 to one less"), ("9223372036854775807", "8", "from 0 to one less"),
            ("0", "1001", "from 1 to 1000"),
        ] as [(String?, String?, String)])
    func variablesThatNameNoPart(_ index: String?, _ count: String?, _ words: String) {
        let problem = #expect(throws: Shard.Problem.self) { try Shard.named(nil, Self.variables(index, count)) }
        #expect(problem?.description.contains(words) == true, "\(problem?.description ?? "")")
    }

    private static func variables(_ index: String?, _ count: String?) -> [String: String] {
        ["JOB_COMPLETION_INDEX": index, "K0RDENT_SHARDS": count].compactMapValues(\.self)
    }

    @Test(arguments: [1, 2, 3, 7, 8, 100, 1000])
    func partsAddUp(_ count: Int) throws {
        let shards = (1...count).compactMap { Shard($0, of: count) }
        for total in [0, 1, 2, 7, 8, 99, 100, 101, 12_345] {
            let shares = shards.map { $0.share(of: total) }
            #expect(shares.reduce(0, +) == total)
            #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1)
        }
        for text in ["1/s", "100/s", "2.5/s", "30/min", "7/h", "1000000/s"] {
            let rate = try #require(Rate(text))
            let part = rate.part(of: shards[0])
            #expect(shards.allSatisfy { rate.part(of: $0) == part })
            // In the window of a part, all parts together have exactly what the whole rate has.
            #expect(part.window * rate.count == rate.window * (part.count * count), "\(text)")
        }
        for text in ["1000/d", "1001/h", "1000000/min"] {
            let quota = try #require(Quota(text))
            let parts = shards.compactMap { quota.part(of: $0) }
            #expect(parts.count == count && parts.reduce(0) { $0 + $1.count } == quota.count)
            #expect(parts.allSatisfy { $0.window == quota.window && $0.count > 0 })
        }
    }

    @Test func divides() throws {
        var policy = SendingPolicy()
        policy.pace = .atMost(try #require(Rate("100/s")))
        policy.quotas = [try #require(Quota("9/d"))]
        policy.mostFailures = .count(1)
        let (first, last) = (try #require(Shard(1, of: 8)), try #require(Shard(8, of: 8)))
        #expect(try policy.part(of: first).pace == .atMost(Rate(25, per: .seconds(2))))
        #expect(try policy.part(of: first).quotas.map(\.description) == ["2/d"])
        #expect(try policy.part(of: last).quotas.map(\.description) == ["1/d"])
        #expect(try policy.part(of: first).mostFailures == .count(1))
        #expect(try policy.part(of: last).mostFailures == .count(0))
        #expect(try policy.part(of: .whole) == policy)
        policy.mostFailures = .share(0.05)
        #expect(try policy.part(of: last).mostFailures == .share(0.05))
        policy.quotas = [try #require(Quota("7/d"))]
        let problem = #expect(throws: Shard.Problem.self) { try policy.part(of: first) }
        #expect(problem?.description.contains("into fewer, 7 at most") == true)
    }
}
