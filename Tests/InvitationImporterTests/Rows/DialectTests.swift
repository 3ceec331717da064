import InvitationImporter
import Testing

@Suite struct DialectTests {
    static func dialect(_ text: String, _ options: ReadingOptions = ReadingOptions()) -> Dialect {
        Array(text.utf8).withUnsafeBufferPointer {
            Dialect(of: $0, format: options.format, delimiter: options.delimiter)
        }
    }

    @Test(
        arguments: [
            ("email\n", .csv, ","), ("email,role\n", .csv, ","), ("email;role\n", .csv, ";"),
            ("email\trole\n", .tsv, "\t"), ("email|role\n", .csv, "|"),
            ("Name;\"Mail, private\";E-Mail\n", .csv, ";"), ("a;b;c,email\n", .csv, ","), ("a,b,c;email\n", .csv, ";"),
            ("email;a,email;b,c\n", .csv, ";"), ("a,email;b,email\n", .csv, ","), (";;;\n", .csv, ";"),
            (",\n\n", .csv, ","), ("a;b;c\n", .csv, ";"),
            ("\n\n ;;\nemail;role\n", .csv, ";"), ("\"email\";\"role\"", .csv, ";"), ("x", .csv, ","), ("", .csv, ","),
            ("\"email;x", .csv, ","), ("email;role\nann@x.example;a,b,c,d,e", .csv, ";"),
            ("{\"a\":1}", .jsonl, nil), ("\r\n\t {", .json, nil), ("[1]", .json, nil), (" \n[", .json, nil),
            ("sep=;\nemail,role\n", .csv, ";"), ("\"sep=|\"\r\nemail\n", .csv, "|"), ("SEP=,\r\nemail\n", .csv, ","),
            ("sep=\t\nemail\trole", .tsv, "\t"), ("sep=;", .csv, ";"),
            ("sep=;;\nemail\n", .csv, ";"), ("separator,email\n", .csv, ","), ("sep=\\t\nemail,a\tb\n", .tsv, "\t"),
            ("\"sep=\\t\"\nemail\n", .tsv, "\t"),
            ("sep=;,,\nemail,name,role\n", .csv, ","), ("\"sep=;\",,\r\nemail,name,role\n", .csv, ","),
            ("sep=;;;\nemail,x;name;role\n", .csv, ";"), ("sep=,;\nemail;role\n", .csv, ";"),
            ("sep=,,\nemail;x,role\n", .csv, ","),
        ] as [(String, InputFormat, String?)]) func contentDecides(
            text: String, format: InputFormat, delimiter: String?
        )
    {
        let found = Self.dialect(text)
        #expect(found.format == format)
        #expect(found.delimiter.map { String(UnicodeScalar($0)) } == delimiter)
    }

    @Test(arguments: [
        ("sep=;\nx", 6, 1), ("sep=;\r\nx", 7, 1), ("sep=;\rx", 6, 1), ("\"sep=;\"\nx", 8, 1), ("sep=;", 5, 1),
        ("email", 0, 0), ("sep=;x\n", 0, 0), ("sep=\n", 0, 0), ("sep=é\n", 0, 0), ("sep=;,;\n", 0, 0),
        ("sep=\\t\nx", 7, 1), ("sep=;,,\nx", 8, 1), ("sep=\\n\nx", 0, 0), ("version:v1.0\r\nemail", 14, 1),
        ("version:v1.0,,,\nemail", 16, 1),
        ("\"version:v1.0\"\nemail", 15, 1), ("# users\n\n# of ours\nemail\n# no comment", 19, 3),
        ("#,email,name\n", 0, 0), ("# only\n", 7, 1), ("\n\nemail", 0, 0), ("\nsep=;\n#x\nemail", 10, 3),
        ("version\n", 0, 0),
    ])
    func linesAboveTheHeaderAreMeasured(text: String, bytes: Int, lines: Int) {
        #expect(Self.dialect(text).preambleBytes == bytes)
        #expect(Self.dialect(text).preambleLines == lines)
    }

    @Test(arguments: [
        ("a@x.example", InputFormat.list), ("a@x.example\nb@x.example", .list), ("\n# x\na@x.example", .list),
        ("Ann <a@x.example>; \"Stone, B\" <b@x.example>", .list), ("Lee, Ann <a@x.example>, b@x.example;", .list),
        ("a@x.example,b@x.example", .list), ("<a@x.example>", .list), ("a@x.example,viewer", .csv),
        ("Ann,a@x.example", .csv), ("Ann Lee a@x.example", .csv), ("@", .csv), ("email", .csv), ("a@x@y", .csv),
        ("{\"users\":[{\"email\":\"a\"}]}", .json), ("{\"users\":[]}\n", .json), ("{\"email\":\"a\"}", .jsonl),
        ("{\"email\":\"a\",\"members\":[{}]}", .jsonl), ("{\"users\":[{}]}\n{\"users\":[{}]}", .json),
        ("{\n \"realm\": 1,\n \"users\": []\n}", .json), ("{\"email\":\"a\"\n{\"email\":\"b\"}", .json),
        ("{\"email\":\"a", .json), ("{'a':1}\n{}", .jsonl), ("{users: [\n{\"email\":\"a\"}\n]}", .json),
        ("{\"users\": [\n{\"email\":\"a\"},\n{\"email\":\"b\"}\n]}", .json), ("{\n{\"a\":1}\n}", .json),
        ("{\"users\":\n[{\"email\":\"a\"}]}", .json), ("{\"users\":[{\"email\":\"a\"}\n]}\n", .json),
        ("[\n{\"email\":\"a\"},\n{\"email\":\"b\"}\n]", .json), ("[{\"email\":\"a\"}]", .json),
        ("{\"email\":\"a\"}\n{\"email\":\n", .jsonl), ("{\n\"email\":\"a\"\n}", .json), ("{}\r\n{}", .jsonl),
        ("{\"email\":\"i@n.example\",\"users\":[{\"email\":\"a@n.example\"}]}", .json),
        ("{\"email\":\"a\",\"x\":\"" + String(repeating: "x", count: 1 << 16), .jsonl), ("{\"data\":[1]}", .jsonl),
        ("{\"a\":\"" + String(repeating: "x", count: 1 << 16), .json),
    ])
    func contentTellsListsAndDocuments(text: String, format: InputFormat) {
        #expect(Self.dialect(text).format == format)
    }

    @Test func personDecidesFirst() {
        #expect(Self.dialect("a;b", ReadingOptions(delimiter: 0x2C)).delimiter == 0x2C)
        #expect(Self.dialect("email,b", ReadingOptions(format: .tsv)).delimiter == 0x09)
        #expect(Self.dialect("email\tb", ReadingOptions(format: .csv)).format == .csv)
        #expect(Self.dialect("[email],b", ReadingOptions(format: .csv)).format == .csv)
        #expect(Self.dialect("email", ReadingOptions(format: .jsonl)).format == .jsonl)
        #expect(Self.dialect("sep=;\na,b", ReadingOptions(delimiter: 0x2C)).delimiter == 0x2C)
    }

    /// Lines that are in quotes as a whole are read after taking them out once.
    @Test(arguments: [
        "\"email,name,roles\"\n\"ann@x.example,Ann,viewer\"\n",
        "\"email;name;roles\"\r\n\"ann@x.example;Ann;viewer\"\r\n",
        "\"email\tname\troles\"\n\"ann@x.example\tAnn\tviewer\"\n",
        "\"email,name,roles\",,\n\"ann@x.example,Ann,viewer\",,\n",
        "\"name,email,roles\"\n\"Ann,ann@x.example,viewer\"\n", "\"email,name,roles\"\nann@x.example,Ann,viewer\n",
        "\"email,name,roles\"\n\"ann@x.example,\"\"Ann\"\",\"\"viewer\"\"\"\n",
    ]) func linesInQuotesAreUnquotedOnce(_ text: String) throws {
        let read = try InputReaderTests.read(text)
        #expect(read.columns.sorted() == ["email", "name", "roles"])
        #expect(read.records.map { Set($0.values.map { $0?.string ?? "" }) } == [["ann@x.example", "Ann", "viewer"]])
        #expect(read.records.allSatisfy { $0.findings.isEmpty })
    }

    @Test func aCellWithADelimiterIsNoLine() throws {
        #expect(try InputReaderTests.read("\"email\"\n\"a@x.example\"\n").records.count == 1)
        #expect(
            try InputReaderTests.read("\"Name, first\",email\n\"Lee, Ann\",a@x.example\n").records[0].values[0]
                == .string("Lee, Ann"))
    }
}
