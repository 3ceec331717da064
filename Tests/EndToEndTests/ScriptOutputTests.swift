import Testing

/// What scripts read.
@Suite("Output for scripts", .serialized)
struct ScriptOutputTests {
    @Test("--json of many rows is whole, whatever of it waited in a file")
    func longJSON() async throws {
        let place = try Workplace()
        let rows = (1...2000).map { "jörg\($0)@x..de,viewer\ngood\($0)@northwind.example,viewer\n" }
        try place.write("email,roles\n" + rows.joined(), to: "list.csv")
        let run = try await Tool.invite(["check", "list.csv", "--org", "acme", "--json", "--quiet"], in: place)
        let json = try JSONText(run.output)
        #expect(json["found"].array.map { $0["row"].int } == (1...2000).map { $0 * 2 - 1 })
        let people = json["requests"].array.map { $0["body"]["email"].string }
        #expect(people == (1...2000).map { "good\($0)@northwind.example" })
    }
}
