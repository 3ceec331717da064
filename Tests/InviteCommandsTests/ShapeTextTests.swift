import InvitationImporter
import Testing

@testable import InviteCommands

/// What was found out about an input, word by word.
struct ShapeTextTests {
    @Test(arguments: [
        ("email,roles\nann@x.example,viewer\n", []),
        (
            "ann@x.example\nbob@x.example\n",
            ["  from          a list of addresses without a header"]
        ),
        (
            "email,roles,password\nann@x.example,viewer,hunter2\n",
            ["  secrets       password: kept out of everything but the copy in input/"]
        ),
    ])
    func one(input: String, lines: [String]) throws {
        let plan = try Preview.of(input) { $0.roles = ["viewer"] }.plan
        #expect(plan.shapes.flatMap { ShapeText.lines($0, among: 1) } == lines)
    }

    @Test("of several inputs, each line says which one it is about")
    func several() throws {
        let plan = try Preview.of("ann@x.example\n", name: "l\u{1B}ist") { $0.roles = ["viewer"] }.plan
        #expect(
            plan.shapes.flatMap { ShapeText.lines($0, among: 2) } == [
                "  from          a list of addresses without a header (l\\u{1B}ist)"
            ])
    }

    @Test("a system that was recognised, and by what")
    func recognised() throws {
        let text = """
            username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,expiration-timestamp
            ann,ann.lee@x.example,Owner,1,1,0,U01,Ann Lee,ann,
            """
        let plan = try Preview.of(text) { $0.roles = ["viewer"] }.plan
        #expect(
            plan.shapes.flatMap { ShapeText.lines($0, among: 1) } == [
                "  from          Slack, list of members, by the columns \"userid\", \"billing-active\", "
                    + "\"has-2fa\"; else --from none",
                "  fields        email from \"email\", name from \"fullname\", \"displayname\"",
                "  who is in     by \"status\", \"expiration-timestamp\"",
            ])
    }

    @Test("columns that only may say who is in, with their values; and a column that is not there")
    func columns() throws {
        let people = (0..<6).map { "p\($0)@x.example,\($0 == 5 ? "G" : "M"),yes,0" }
        let text = "Work Email,Typ,Locked,account_state\n" + people.joined(separator: "\n")
        let plan = try Preview.of(text) {
            $0.roles = ["viewer"]
            $0.reading.mapping[.email] = .column("Work Email")
            $0.reading.ignoredColumns = ["locked", "Lokked"]
        }.plan
        #expect(
            plan.shapes.flatMap { ShapeText.lines($0, among: 1) } == [
                "  fields        email from \"Work Email\"", "  who is in     by \"account_state\"",
                "  usual         nearly all have 0 in \"account_state\", so that is no reason to leave them out",
                "  few values    Typ: M 5, G 1", "  ignored       there is no column \"Lokked\" (--ignore-column)",
            ])
        #expect(plan.invitations == 6)
    }

    @Test("a status that nobody was left out for")
    func unusedStatus() throws {
        let plan = try Preview.of("email,roles\nann@x.example,viewer\n") { $0.includedStatus = ["guest"] }.plan
        #expect(
            plan.shapes.flatMap { ShapeText.lines($0, among: 1) } == [
                "  include       nobody is left out as \"guest\" (--include-status)"
            ])
    }
}
