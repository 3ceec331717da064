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
                    + "\"has-2fa\"; else --from none"
            ])
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
