import InvitationImporter
import Testing

/// `--from` with a file that has not the columns of that system.
struct NamedPresetTests {
    private static let gitLab = """
        Name,Username,Email,Path,Role,Membership status,Access granted
        A,a,a@x.example,g,Owner,approved,2026
        B,b,b@x.example,g,Owner,pending,2026
        """

    @Test(arguments: ["slack", "okta", "firebase", "entra-create"]) func aFileOfAnotherSystemIsRefused(_ name: String)
        throws
    {
        for text in [Self.gitLab, #"{"email":"a@x.example","Role":"Owner"}"#, "a@x.example\nb@x.example"] {
            let error = #expect(throws: InputError.self) { try Planned(text) { $0.reading.preset = name } }
            #expect(error?.code == "preset-columns-missing")
            #expect(error?.kind == .notUnderstood)
            let column = try #require(Preset.all.first { $0.name == name }?.signatures.first?.first)
            #expect(error?.message.contains("\"\(column)\"") == true)
        }
    }

    @Test func aFileOfThatSystemIsTaken() throws {
        let plan = try Planned(Self.gitLab) { $0.reading.preset = "gitlab" }
        #expect(plan.rows == ["a@x.example", "Membership status is pending"])
        #expect(try Planned("f,a@x.example,true,hash") { $0.reading.preset = "firebase" }.rows == ["a@x.example"])
        let error = #expect(throws: InputError.self) { try Planned("") { $0.reading.preset = "slack" } }
        #expect(error?.code == "input-empty")
    }
}
