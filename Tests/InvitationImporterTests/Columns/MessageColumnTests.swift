import InvitationImporter
import Testing

/// A message that nobody said is for those who get it.
@Suite struct MessageColumnTests {
    @Test(arguments: [
        "Timestamp,Name,Email,Message", "Name,Email,Message,Status", "Email,Message,Phone", "email,name,message,Source",
    ])
    func inAFileThatWasNotMadeForInvitationsItIsAskedAbout(_ header: String) throws {
        let row = header.split(separator: ",").map {
            ["email": "a@n.example", "status": "new"][$0.lowercased()] ?? "I was treated badly"
        }
        let text = header + "\n" + row.joined(separator: ",") + "\n"
        let error = #expect(throws: InputError.self) { try Planned(text) }
        #expect(error?.code == "message-column")
        #expect(error?.message.contains("treated") == false)
        #expect(error?.message.lowercased().contains("--map message=message") == true)
        #expect(error?.message.contains("--map message=:") == true)
        let mailed = try Planned(text) { $0.reading.mapping[.message] = .column("message") }
        #expect(mailed.summary.messages.values.reduce(0, +) == 1)
        let none = try Planned(text) { $0.reading.mapping[.message] = .fixed("") }
        #expect(none.rows == ["a@n.example"] && none.summary.messages == [:])
    }

    @Test(arguments: ["email,message", "name,email,message", "email,roles,message,Department", "email,message,group,x"])
    func inOurOwnItIsMailed(_ header: String) throws {
        let row = header.split(separator: ",").map { $0 == "email" ? "a@n.example" : "x" }.joined(separator: ",")
        #expect(try Planned(header + "\n" + row).summary.messages == ["column message": 1])
    }

    @Test func thePlanCountsThemByWhereTheyComeFrom() throws {
        let text = "email,roles,message\na@n.example,x,\na@n.example,y,Hi A\nb@n.example,x,Hi B\nc@n.example,x,\n"
        #expect(
            try Planned(text).summary.messages == ["another row of the same person": 1, "column message": 1])
        let plan = try Planned(text) { $0.message = try MessageTemplate("Hi") }
        #expect(plan.summary.messages == ["--message": 2, "column message": 1])
        #expect(plan.summary.json["messages"] == .object(["--message": .integer(2), "column message": .integer(1)]))
    }

    @Test func inJSONToo() {
        let text = #"[{"email":"a@n.example","message":"Hi","subject":"x"}]"#
        #expect(throws: InputError.self) { try InputReaderTests.read(text) }
    }
}
