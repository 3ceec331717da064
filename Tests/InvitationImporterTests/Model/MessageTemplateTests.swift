import InvitationImporter
import Testing

struct MessageTemplateTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The first row's message and what was found.
    private func message(_ template: String, _ text: String) throws -> (String?, [Finding.Code]) {
        var options = ImportOptions()
        options.organization = "acme"
        options.roles = ["viewer"]
        options.message = try MessageTemplate(template)
        var rows: [PlannedRow] = []
        let input = PlanInput(name: "in", path: try folder.write("in", text))
        _ = try Planner([input], options).plan { rows.append($0) }
        let codes = rows[0].findings.map(\.code)
        if case .invite(let invitation) = rows[0].decision { return (invitation.message, codes) }
        return (nil, codes)
    }

    private static let table = "email,name,Start Date,city\nann@x.example,Ann Lee,1 May,"

    @Test(
        arguments: [
            ("Hello {name}!", "Hello Ann Lee!", []), ("{ name }", "Ann Lee", []),
            ("{email} in {organization}", "ann@x.example in acme", []),
            ("from {Start Date} ({start date})", "from 1 May (1 May)", []),
            ("{{ {name} }} } {{x", "{ Ann Lee } } {x", []), ("plain", "plain", []),
            ("in {city}", "in ", [.placeholderBlank]),
        ] as [(String, String, [Finding.Code])]) func placeholdersAreFilled(
            template: String, text: String, found: [Finding.Code]
        ) throws
    {
        let (message, codes) = try message(template, Self.table)
        #expect(message == text)
        #expect(codes == found)
    }

    @Test func aRowsOwnMessageIsSentAsItIs() throws {
        #expect(try message("Hi {name}", "email,message\na@x.example,Yes {name}").0 == "Yes {name}")
    }

    @Test func jsonPathsArePlaceholders() throws {
        let text = #"{"email":"a@x.example","address":{"city":"Köln"},"n":7}"#
        #expect(try message("{address.city} {n}", text).0 == "Köln 7")
    }

    @Test func eachRowsLengthCounts() throws {
        let name = String(repeating: "n", count: 251)
        let (message, codes) = try message("{name}{name}", "email,name\na@x.example,\(name)")
        #expect(message == nil)
        #expect(codes == [.messageTooLong])
    }

    @Test(arguments: ["Hi {", "Hi {name", "{}", "{ }", "{a{b}"]) func whatIsNoTemplateIsRefused(text: String) {
        #expect(throws: MessageTemplate.Problem.self) { try MessageTemplate(text) }
    }

    @Test(arguments: [table, #"{"email":"a@x.example"}"#, "email,password\na@x.example,x"])
    func anUnknownPlaceholderIsRefused(input: String) throws {
        for name in ["nickname", "password"] {
            let error = #expect(throws: InputError.self) { try message("{\(name)}", input) }
            #expect(error?.code == "placeholder-unknown")
        }
    }
}
