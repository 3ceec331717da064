import InvitationImporter
import Testing

@Suite struct DialectTests {
    static func dialect(_ text: String, _ options: ReadingOptions = ReadingOptions()) -> Dialect {
        Array(text.utf8).withUnsafeBufferPointer { Dialect(of: $0, options: options) }
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
            ("{\"a\":1}", .jsonl, nil), ("\r\n\t {", .jsonl, nil), ("[1]", .json, nil), (" \n[", .json, nil),
            ("sep=;\nemail,role\n", .csv, ";"), ("\"sep=|\"\r\nemail\n", .csv, "|"), ("SEP=,\r\nemail\n", .csv, ","),
            ("sep=\t\nemail\trole", .tsv, "\t"), ("sep=;", .csv, ";"),
            ("sep=;;\nemail\n", .csv, ";"), ("separator,email\n", .csv, ","),
        ] as [(String, InputFormat, String?)]) func contentDecides(
            text: String, format: InputFormat, delimiter: String?
        )
    {
        let found = Self.dialect(text)
        #expect(found.format == format)
        #expect(found.delimiter.map { String(UnicodeScalar($0)) } == delimiter)
    }

    @Test(arguments: [
        ("sep=;\nx", 6), ("sep=;\r\nx", 7), ("sep=;\rx", 6), ("\"sep=;\"\nx", 8), ("sep=;", 5), ("email", 0),
        ("sep=;x\n", 0),
    ])
    func separatorLineIsMeasured(text: String, bytes: Int) {
        #expect(Self.dialect(text).separatorLineBytes == bytes)
    }

    @Test func personDecidesFirst() {
        #expect(Self.dialect("a;b", ReadingOptions(delimiter: 0x2C)).delimiter == 0x2C)
        #expect(Self.dialect("email,b", ReadingOptions(format: .tsv)).delimiter == 0x09)
        #expect(Self.dialect("email\tb", ReadingOptions(format: .csv)).format == .csv)
        #expect(Self.dialect("[email],b", ReadingOptions(format: .csv)).format == .csv)
        #expect(Self.dialect("email", ReadingOptions(format: .jsonl)).format == .jsonl)
        #expect(Self.dialect("sep=;\na,b", ReadingOptions(delimiter: 0x2C)).delimiter == 0x2C)
    }
}
