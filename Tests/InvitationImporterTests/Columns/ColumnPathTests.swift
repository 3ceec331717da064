import InvitationImporter
import Testing

@Suite struct ColumnPathTests {
    @Test(
        arguments: [
            ("email", "email", []), ("Work Email", "Work Email", []), ("a.b", "a", [.member("b")]),
            ("a[]", "a", [.elements]), ("a[][]", "a", [.elements, .elements]),
            ("Emails[Primary].Value", "Emails", [.elementsWhere("Primary", is: nil), .member("Value")]),
            ("A[Name=email].Value", "A", [.elementsWhere("Name", is: "email"), .member("Value")]),
            ("a.", "a", []), ("a[", "a", [.elements]), ("", "", []), ("a..b", "a", [.member("b")]),
            ("a[x=]", "a", [.elementsWhere("x", is: nil)]),
        ] as [(String, String, [ColumnPath.Step])]) func pathIsRead(
            text: String, root: String, steps: [ColumnPath.Step]
        )
    {
        let path = ColumnPath(text)
        #expect(path.root == root)
        #expect(path.steps == steps)
    }

    /// The value that `--map roles=PATH` takes from a row.
    @Test(
        arguments: [
            ("r", #"{"email":"a@x.example","r":["x","y"]}"#, ["x", "y"]),
            ("p.r", #"{"email":"a@x.example","p":{"r":"x;y"}}"#, ["x", "y"]),
            ("p.r", #"{"email":"a@x.example","p.r":"flat","p":{"r":"deep"}}"#, ["flat"]),
            ("g[].name", #"{"email":"a@x.example","g":[{"name":"x"},{"n":1},{"name":"y"}]}"#, ["x", "y"]),
            ("c[][]", #"{"email":"a@x.example","c":{"web":["x"],"app":["y","x"]}}"#, ["x", "y"]),
            ("E[P].v", #"{"email":"a@x.example","E":[{"v":"x"},{"v":"y","P":true}]}"#, ["y"]),
            ("E[P].v", #"{"email":"a@x.example","E":[{"v":"x"},{"v":"y","P":false}]}"#, ["x", "y"]),
            ("E[k=z].v", #"{"email":"a@x.example","E":[{"k":"q","v":"x"},{"k":"z","v":"y"}]}"#, ["y"]),
            ("E[k=none].v", #"{"email":"a@x.example","E":[{"k":"q","v":"x"}]}"#, []),
            ("p.q.r", #"{"email":"a@x.example","p":{"q":[{"r":"x"}]}}"#, []),
        ]) func valueIsFound(path: String, row: String, roles: [String]) throws
    {
        let folder = try TemporaryFolder()
        var options = ImportOptions()
        options.organization = "acme"
        options.needsRoleOrGroup = false
        options.reading.mapping = [.roles: .column(path)]
        var found: [[String]] = []
        let input = PlanInput(name: "in", path: try folder.write("in", row))
        _ = try Planner([input], options).plan { row in
            if case .invite(let invitation) = row.decision { found.append(invitation.roles) }
        }
        #expect(found == [roles])
    }
}
