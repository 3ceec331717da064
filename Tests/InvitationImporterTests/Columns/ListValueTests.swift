import InvitationImporter
import Testing

@Suite struct ListValueTests {
    @Test(arguments: [
        ("", []), (" ; , | ", []), ("admin", ["admin"]), ("admin;dev", ["admin", "dev"]),
        ("admin, dev", ["admin", "dev"]),
        (" admin | dev ;; ops ", ["admin", "dev", "ops"]), ("b;a;b;B", ["b", "a", "B"]),
        ("two words; x", ["two words", "x"]), (#"[{"name":"admin"},{"name":"viewer"}]"#, ["admin", "viewer"]),
        (#"{"id":"admin","name":"Administrators"}"#, ["admin"]), (#"[{"id":5,"name":"admin"}]"#, ["admin"]),
        (#"{"admin":true,"viewer":false}"#, ["admin"]), ("(admin, viewer)", ["admin", "viewer"]),
        ("• admin\n• viewer", ["admin", "viewer"]), ("- admin\n- viewer", ["admin", "viewer"]),
        ("\"admin\"", ["admin"]),
        ("'admin'; \"viewer\"", ["admin", "viewer"]), (#"a:1:{s:5:"admin";b:1;s:6:"viewer";b:0;}"#, ["admin"]),
        (#"a:2:{i:0;s:5:"admin";i:1;s:6:"viewer";}"#, ["admin", "viewer"]),
        ("Sales & Marketing", ["Sales & Marketing"]),
        ("it's", ["it's"]), ("R-D", ["R-D"]), ("-", ["-"]),
        ("a\nb\r\nc", ["a", "b", "c"]), ("a/b:c_d-e", ["a/b:c_d-e"]), ("é;e\u{301}", ["é"]), ("\u{A0}a\u{3000}", ["a"]),
    ]) func textIsSplit(text: String, parts: [String]) {
        #expect(ListValue.split(text) == parts)
    }

    @Test func valuesAreListsOrNot() throws {
        #expect(ListValue.parts(of: .null) == [])
        #expect(ListValue.parts(of: .string("a;b")) == ["a", "b"])
        #expect(try ListValue.parts(of: JSONValue(parsing: #"["a","b; c","a",""]"#)) == ["a", "b", "c"])
        #expect(ListValue.parts(of: .array([.integer(1)])) == nil)
        #expect(ListValue.parts(of: .integer(1)) == nil)
        #expect(ListValue.parts(of: .bool(true)) == nil)
        #expect(ListValue.parts(of: .object([])) == nil)
        #expect(try ListValue.parts(of: JSONValue(parsing: #"[{"role":{"name":"admin"}}]"#)) == ["admin"])
        #expect(try ListValue.parts(of: JSONValue(parsing: #"[{"x":1}]"#)) == nil)
    }
}
