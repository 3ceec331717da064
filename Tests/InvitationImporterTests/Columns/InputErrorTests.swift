import InvitationImporter
import SystemPackage
import Testing

@Suite struct InputErrorTests {
    static let refused: [(name: String, bytes: [UInt8], code: String, line: Int?, words: String)] = [
        ("nothing", [], "input-empty", nil, "nothing"),
        ("a byte order mark", [0xEF, 0xBB, 0xBF], "input-empty", nil, "nothing"),
        ("white space", Array(" \n\t\r\n".utf8), "input-empty", nil, "nothing"),
        ("delimiters", Array(",,,\n,,".utf8), "input-empty", nil, "nothing"),
        ("a header alone", Array("email,roles\n\n,\n".utf8), "rows-missing", nil, "header"),
        ("an empty array", Array(" [ ] ".utf8), "rows-missing", nil, "array"),
        (
            "no email column", Array("name,\u{1B}[1m,\nann,x\n".utf8), "email-column-missing", 1,
            "\"name\", \"\\u{1B}[1m\"."
        ),
        (
            "no email column among many", Array((0..<20).map { "c\($0)" }.joined(separator: ",").utf8),
            "email-column-missing", 1, "\"c9\", …"
        ),
        ("a long header", Array(String(repeating: "x", count: 300).utf8), "email-column-missing", 1, "xxx…"),
        (
            "two email columns that differ", Array("\nemail,name,E-Mail\na,n,A\na,n,b".utf8), "column-twice", 4,
            "\"email\" and \"E-Mail\" could both be the email. Say which: --map email=email"
        ),
        (
            "two email members that differ", Array("{}\n{\"email\":\"a\",\"mail\":\"b\"}".utf8), "column-twice", 2,
            "\"mail\""
        ),
        (
            "two columns of one name that differ", Array("email,x,email\na,n,b".utf8), "column-twice", 2,
            "could both be the email. Rename one of them."
        ),
        ("two role columns", Array("email,role,Roles\na,b,b".utf8), "column-twice", 1, "could both be the roles"),
        (
            "a table without a header", Array("Ann,ann@x.example\nBo,bo@x.example".utf8), "header-missing", 1,
            "not a header"
        ),
        ("a header with text after quotes", Array("\"email\"x,a\n".utf8), "quote-stray", 1, "twice"),
        (
            "10,000 columns", Array((0..<10_000).map { "c\($0)" }.joined(separator: ",").utf8), "columns-too-many", 1,
            "1000"
        ),
        ("10,000 cells", Array("email\n\(String(repeating: "x,", count: 10_000))".utf8), "columns-too-many", 2, "1000"),
        (
            "10,000 members", Array((0..<10_000).map { "{\"c\($0)\":1}\n" }.joined().utf8), "columns-too-many", 1001,
            "1000"
        ),
        (
            "a long row", Array("email\n\n".utf8) + [UInt8](repeating: 0x61, count: 3 << 20), "record-too-long", 3,
            "line ends"
        ),
        (
            "a long line of JSON", Array("{}\n{\"a\":\"".utf8) + [UInt8](repeating: 0x61, count: 3 << 20),
            "record-too-long", 2, "each line"
        ),
        (
            "a long element", Array("[{},\n{\"a\":\"".utf8) + [UInt8](repeating: 0x61, count: 3 << 20),
            "record-too-long", 2, "one person"
        ),
        (
            "an unclosed quote", Array("email,x\na@x.example,\"y\nb@x.example,z\n".utf8), "quote-unclosed", 2,
            "not closed"
        ),
        (
            "an unclosed quote above a million rows",
            Array("email,name\na@x.example,b\n\"c@x.example,\"\"\n".utf8)
                + Array(repeatElement(Array("b@x.example,z\n".utf8), count: 200_000).joined()), "quote-unclosed", 3,
            "not closed"
        ),
        ("an unclosed quote in the header", Array("\"email\n".utf8), "quote-unclosed", 1, "not closed"),
        ("an array that is cut", Array("[{\"email\":\"a\"},\n".utf8), "json-syntax", 2, "column 1"),
        ("an array that is not JSON", Array("[\n{'email':1}]".utf8), "json-syntax", 2, "column 2"),
        (
            "Latin-1", Array("email,name\na@x.example,J".utf8) + [0xF6] + Array("rg\n".utf8), "utf8-invalid", 2,
            "Byte 25 of the input (0xF6)"
        ),
        (
            "Latin-1 after a byte order mark", [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A, 0xE9, 0x0A], "utf8-invalid", 2,
            "Byte 7 of the input (0xE9)"
        ),
        (
            "Latin-1 in JSON Lines", Array("{}\r{}\r\n{\"".utf8) + [0xFC, 0x22], "utf8-invalid", 3,
            "Byte 10 of the input (0xFC)"
        ),
        ("a cut character", Array("email\na@x.example,\u{20AC}".utf8.dropLast()), "utf8-invalid", 2, "cut off"),
        ("NUL bytes", Array("email\na\u{0}@x.example\n".utf8), "binary", 2, "byte 8 of the input is NUL"),
        ("NUL bytes in UTF-16", [0xFF, 0xFE, 0x65, 0, 0x0A, 0, 0, 0], "binary", 2, "a character is NUL"),
        ("UTF-16 without its mark", [0x65, 0, 0x6D, 0, 0x61, 0], "binary", 1, "--encoding utf-16le"),
        ("UTF-16, big end first, without its mark", [0, 0x65, 0, 0x6D, 0], "binary", 1, "--encoding utf-16be"),
        (
            "UTF-16 that is cut", [0xFF, 0xFE, 0x65, 0, 0x0A, 0, 0x65], "encoding-invalid", 2,
            "Byte 7 of the input is half"
        ),
        (
            "UTF-16 with half a character", [0xFE, 0xFF, 0, 0x0A, 0xDC, 0, 0, 0x65], "encoding-invalid", 2,
            "Byte 6 of the input (0x0) is the second half"
        ),
        (
            "UTF-16 with the other half", [0xFE, 0xFF, 0xD8, 0, 0, 0x65], "encoding-invalid", 1,
            "Byte 6 of the input (0x65) follows half of a character"
        ),
        ("UTF-32", [0xFF, 0xFE, 0x00, 0x00, 0x65], "encoding-utf32", nil, "Save the file as UTF-8"),
        ("UTF-32, big end first", [0x00, 0x00, 0xFE, 0xFF, 0x00], "encoding-utf32", nil, "UTF-8"),
        (
            "an object without people", Array("{\n\"realm\":\"x\",\"clients\":[{}]}".utf8), "json-array-missing", nil,
            "no array of people"
        ),
        (
            "two arrays of people", Array("{\n\"users\":[{}],\"members\":[{}]}".utf8), "json-array-twice", 2,
            "two arrays of people, users and members"
        ),
        ("an empty array in an object", Array("{\"users\":[]}".utf8), "rows-missing", nil, "empty"),
        ("a spreadsheet", [0x50, 0x4B, 0x03, 0x04, 0x14], "binary", nil, "Save the sheet as CSV"),
        ("gzip", [0x1F, 0x8B, 0x08], "binary", nil, "gunzip"),
    ]

    @Test(arguments: refused.indices) func inputIsRefusedWithAdvice(_ index: Int) {
        let input = Self.refused[index]
        let sizes = input.bytes.count > 1 << 19 ? [1 << 16] : [1 << 16, 1, 7]
        for size in sizes {
            let error = #expect(throws: InputError.self, "\(input.name)") {
                try InputReaderTests.read(input.bytes, pieces: size)
            }
            guard let error else { continue }
            #expect(error.code == input.code, "\(input.name): \(error)")
            #expect(error.line == input.line, "\(input.name): \(error)")
            #expect(error.kind == .notUnderstood)
            #expect(error.file == "team")
            #expect(error.message.contains(input.words), "\(input.name): \(error)")
            #expect(Printable.escape(error.message) == error.message)
        }
    }

    @Test func malformedTextIsFoundBeyondTheFirstPiece() {
        let good = Array("email\n".utf8) + Array(repeatElement(Array("a@x.example,é\r\n".utf8), count: 20_000).joined())
        let error = #expect(throws: InputError.self) {
            try InputReaderTests.read(good + [0xC3, 0x0A], pieces: 1 << 16)
        }
        #expect(error?.line == 20_002)
        #expect(error?.message.contains("Byte \(good.count + 1) of the input") == true)
    }

    @Test func missingFileIsMissing() throws {
        let error = #expect(throws: InputError.self) { try InputReader.opening("/nowhere/team.csv") }
        #expect(error?.kind == .missing)
        #expect(error?.code == "input-not-found")
        #expect(error?.description.hasPrefix("/nowhere/team.csv: There is no such file.") == true)
    }

    @Test func folderIsNoFile() throws {
        let error = #expect(throws: InputError.self) { try InputReader.opening("/", name: "root") }
        #expect(error?.kind == .missing)
        #expect(error?.code == "input-directory")
        #expect(error?.file == "root")
    }

    @Test func openDescriptorIsReadAndStaysOpen() throws {
        let (read, write) = try FileDescriptor.pipe()
        try write.writeAll("email\na@x.example\n".utf8)
        try write.close()
        var reader = try InputReader(read, name: "-")
        #expect(try reader.next()?.values == [.string("a@x.example")])
        #expect(try reader.next() == nil)
        try read.close()
    }
}
