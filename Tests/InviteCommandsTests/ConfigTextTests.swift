import Testing

@testable import InviteCommands

/// The small part of TOML that a config file is written in.
struct ConfigTextTests {
    @Test("what is understood")
    func understood() throws {
        let text = try ConfigText(
            """
            # for everybody
            rate = "50/s"   # a comment
            concurrency=8
            \tquiet = true
            role = ["viewer", 'mem#ber',]

            [ staging ]
            api-url = 'https://a.example\\x'
            message = "say \\"hi\\"\\n\\t\\\\"
            org = "ac = me"
            [empty]
            role = []
            """)
        #expect(text.sections.keys.sorted() == ["", "empty", "staging"])
        #expect(
            text.sections[""] == [
                ConfigText.Entry(key: "rate", value: .text("50/s"), line: 2),
                ConfigText.Entry(key: "concurrency", value: .number(8), line: 3),
                ConfigText.Entry(key: "quiet", value: .flag(true), line: 4),
                ConfigText.Entry(key: "role", value: .list(["viewer", "mem#ber"]), line: 5),
            ])
        #expect(
            text.sections["staging"]?.map(\.value) == [
                .text("https://a.example\\x"), .text("say \"hi\"\n\t\\"), .text("ac = me"),
            ])
        #expect(text.sections["empty"]?.map(\.value) == [.list([])])
        #expect(try ConfigText("").sections == ["": []])
    }

    @Test(
        "what is not, with its line",
        arguments: [
            "rate", "rate =", "rate = fast", "rate = \"50/s", "rate = 'x' 'y'", "= 1", "a.b = 1", "\"a\" = 1",
            "a = 1.5",
            "a = -1", "a = [1]", "a = [\"x\" \"y\"]", "a = [\"x\"", "a = {b = 1}", "a = \"\\u0041\"",
            "a = \"\"\"x\"\"\"",
            "[x", "[]", "[a.b]", "[[x]]", "[x] y", "a = true1", "a = 2026-01-01", "a = TRUE", "a: 1", "é = 1",
            "ok = 2", "[default]\n[default]",
        ])
    func refused(line: String) {
        let problem = #expect(throws: ConfigText.Problem.self) { try ConfigText("ok = 1\n\n\(line)") }
        #expect(problem?.line == (line.hasPrefix("[default]") ? 4 : 3))
        #expect(problem?.words.isEmpty == false)
    }
}
