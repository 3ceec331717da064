import InvitationImporter
import Testing

@Suite struct ListRowsTests {
    /// Address, name and line of each row.
    @Test(
        arguments: [
            ("a@x.example", ["a@x.example||1"]),
            ("a@x.example\r\n\r\nb@x.example\r", ["a@x.example||1", "b@x.example||3"]),
            ("# us\na@x.example\n# them\nb@x.example", ["a@x.example||2", "b@x.example||4"]),
            (
                "Ann Lee <a@x.example>; \"Stone, Bob\" <b@x.example>,\nc@x.example ;; ",
                ["a@x.example|Ann Lee|1", "b@x.example|Stone, Bob|1", "c@x.example||2"]
            ),
            ("Lee, Ann <a@x.example>, Bo <b@x.example>", ["a@x.example|Lee, Ann|1", "b@x.example|Bo|1"]),
            ("<a@x.example>\n  <b@x.example>  ", ["a@x.example||1", "b@x.example||2"]),
            ("\"A \\\"x\\\" B\" <a@x.example>", ["a@x.example|A \"x\" B|1"]),
            (
                "a@x.example\nnobody\n\"open <b@x.example>\nc@x.example",
                ["a@x.example||1", "nobody||2", "b@x.example|\"open|3", "c@x.example||4"]
            ),
            ("a@x.example b@x.example\nc@x.example", ["a@x.example||1", "b@x.example||1", "c@x.example||2"]),
            ("- a@x.example\n* b@x.example\n• c@x.example", ["a@x.example||1", "b@x.example||2", "c@x.example||3"]),
            (
                "1. a@x.example\n2) B <b@x.example>\n(3) c@x.example",
                ["a@x.example||1", "b@x.example|B|2", "c@x.example||3"]
            ),
            ("- [x] a@x.example\n- [ ] b@x.example", ["a@x.example||1", "b@x.example||2"]),
            ("mailto:a@x.example; MAILTO:b@x.example?subject=Hi", ["a@x.example||1", "b@x.example||1"]),
            ("<mailto:a@x.example|a@x.example> <mailto:b@x.example|B>", ["a@x.example||1", "b@x.example||1"]),
            ("[Ann](mailto:a@x.example)\n[b@x.example](mailto:b@x.example)", ["a@x.example|Ann|1", "b@x.example||2"]),
            ("\"a@x.example\"\n'b@x.example'", ["a@x.example||1", "b@x.example||2"]),
            (
                "a@x.example\n-b@x.example\nAnn Lee c@x.example",
                ["a@x.example||1", "-b@x.example||2", "Ann Lee c@x.example||3"]
            ),
            ("a@x.example,b@x.example;viewer", ["a@x.example||1", "b@x.example||1", "viewer||1"]),
        ]) func mailboxesAreRows(text: String, rows: [String]) throws
    {
        for size in [1, 5, 1 << 16] {
            let options = ReadingOptions(format: text.hasSuffix("viewer") ? .list : nil)
            let read = try InputReaderTests.read(Array(text.utf8), pieces: size, options: options)
            #expect(read.columns == ["email", "name"])
            let found = read.records.map { record in
                "\(record.values[0]?.string ?? "")|\(record.values[1]?.string ?? "")|\(record.line)"
            }
            #expect(found == rows)
            #expect(read.records.map(\.number) == Array(1...rows.count))
        }
    }

    @Test func aLongItemIsRefused() throws {
        let text = "a@x.example\n" + String(repeating: "x", count: 100_000)
        let error = #expect(throws: InputError.self) { try InputReaderTests.read(text) }
        #expect(error?.code == "record-too-long")
        #expect(error?.line == 2)
    }
}
