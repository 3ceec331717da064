import InvitationImporter
import SystemPackage
import Testing

@Suite struct InputReaderTests {
    /// What a reader gave in all.
    struct Reading: Hashable {
        var columns: [String]
        var fields: FieldMap
        var records: [Record]
    }

    /// Reads all rows of bytes that arrive in pieces.
    static func read(
        _ bytes: [UInt8], pieces: Int = ByteSource.pieceBytes, options: ReadingOptions = ReadingOptions()
    ) throws(InputError) -> Reading {
        var reader = try InputReader(ByteSource(bytes, name: "team", pieceBytes: pieces), options: options)
        var records: [Record] = []
        while let record = try reader.next() { records.append(record) }
        #expect(try reader.next() == nil)
        return Reading(columns: reader.columns, fields: reader.fields, records: records)
    }

    static func read(_ text: String, options: ReadingOptions = ReadingOptions()) throws(InputError) -> Reading {
        try read(Array(text.utf8), options: options)
    }

    @Test func csvRowsHavePlacesAndFindings() throws {
        let text =
            "Name,E-Mail [Required],Roles\r\n\"Lee, Ann\",ann@x.example,admin;dev\r\n\r\n,bob@x.example\n"
            + "C,c@x.example,r,, \nD,d@x.example,r,oops\n\"E\"e,e@x.example,r\n"
        let read = try Self.read(text)
        #expect(read.columns == ["Name", "E-Mail [Required]", "Roles"])
        #expect(read.fields[.email] == 1)
        #expect(read.fields[.roles] == 2)
        #expect(read.fields[.name] == 0)
        #expect(read.fields[.groups] == nil)
        #expect(read.records.map(\.number) == [1, 2, 3, 4, 5])
        #expect(read.records.map(\.line) == [2, 4, 5, 6, 7])
        #expect(read.records.map(\.offset) == [30, 68, 83, 102, 123])
        #expect(read.records[0].values == [.string("Lee, Ann"), .string("ann@x.example"), .string("admin;dev")])
        #expect(read.records.map { $0.values.count } == [3, 2, 3, 4, 3])
        #expect(
            read.records.map { $0.findings.map(\.code) } == [[], [.cellsMissing], [], [.cellsExtra], [.quoteStray]])
        #expect(read.records[3].findings[0].value == "oops")
        #expect(read.records[3].findings[0].line == 6)
        #expect(read.records.allSatisfy { $0.unread == nil })
    }

    @Test(arguments: [
        "email,roles\n\n,\n\"\",\"\"\na@x.example,r\n , \n\"\"\n\nb@x.example,r\n,,,",
        "\n,\n\" \"\n\nemail,roles\na@x.example,r\nb@x.example,r\n",
    ])
    func blankRecordsAreNoRows(_ text: String) throws {
        let read = try Self.read(text)
        #expect(read.records.map(\.number) == [1, 2])
        #expect(read.records.map { $0.values[0]?.string } == ["a@x.example", "b@x.example"])
        #expect(read.records.map(\.line) == (text.hasPrefix("email") ? [5, 9] : [6, 7]))
    }

    static let strayQuotes: [(text: String, line: Int, words: [String])] = [
        (
            "email,name,roles\na@x.example,\"Ann,viewer\nb@x.example,\"Bo\",viewer\nc@x.example,Cy,viewer\n", 2,
            [
                "The row runs from line 2 to line 3, because the quote opened in line 2 is closed in line 3 only. Everybody"
            ]
        ),
        ("email,name\na@x.example,\"A\"nn\n", 2, ["There is text after a closing quote. Write a quote"]),
        (
            "email,x,y\na@x.example,\"A\"nn,\"over\nlines\"\n", 2,
            ["from line 2 to line 3, because a cell of it goes on over lines. Everybody"]
        ),
        (
            "email,x,y\n\"a\n@\",\"over\nlines\"b\n", 2,
            ["from line 2 to line 4, because the quote opened in line 3 is closed in line 4 only."]
        ),
    ]

    @Test(arguments: strayQuotes) func aStrayQuoteNamesTheLinesThatItTakes(text: String, line: Int, words: [String])
        throws
    {
        let records = try Self.read(text).records
        let finding = try #require(records[0].findings.first { $0.code == .quoteStray })
        #expect(finding.line == line)
        for words in words { #expect(finding.advice.contains(words), "\(finding.advice)") }
    }

    @Test(arguments: [
        ("a@x.example,\"Ann\nb@x.example,Bo\"\n", Finding.Code.cellsMissing),
        ("a@x.example,\"Ann\nb@x.example\",Bo,x\n", .cellsExtra),
    ]) func aRowOfSeveralLinesSaysWhereItEnds(rows: String, code: Finding.Code) throws {
        let finding = try #require(try Self.read("email,name,roles\n" + rows).records[0].findings.first)
        #expect(finding.code == code)
        #expect(finding.advice.contains("The row runs from line 2 to line 3"))
    }

    @Test(arguments: [("a@x.example", "1 cell,"), ("a@x.example,b", "2 cells,")])
    func cellsAreCountedInGoodEnglish(row: String, words: String) throws {
        let finding = try Self.read("email,x,y\n\(row)\n").records[0].findings.first
        #expect(finding?.advice.contains(words) == true)
    }

    @Test func columnsWithoutANameNeedNoCells() throws {
        let read = try Self.read("email,x,,\na@x.example,1\nb@x.example\n")
        #expect(read.columns == ["email", "x", "", ""])
        #expect(read.records.map { $0.findings.map(\.code) } == [[], [.cellsMissing]])
    }

    @Test func otherColumnsMayHaveOneName() throws {
        let read = try Self.read("x,email,x,x\n1,a@x.example,2,3\n")
        #expect(read.fields[.email] == 1)
        #expect(read.records[0].values.count == 4)
    }

    @Test(arguments: [
        "email;role\na@x.example;b\n", "sep=;\r\nemail;role\r\na@x.example;b\r\n",
        "\u{FEFF}email\trole\na@x.example\tb",
    ])
    func delimiterIsFound(_ text: String) throws {
        let read = try Self.read(text)
        #expect(read.columns == ["email", "role"])
        #expect(read.records[0].values == [.string("a@x.example"), .string("b")])
        let bytes = Array(text.utf8)
        #expect(Array(bytes[read.records[0].offset...].prefix(2)) == Array("a@".utf8))
        #expect(read.records[0].line == (text.hasPrefix("sep") ? 3 : 2))
    }

    @Test func jsonLinesHavePlacesAndFindings() throws {
        let text =
            "\u{FEFF}{\"email\":\"a@x.example\",\"roles\":[\"a\"]}\n\n \r\n{\"x\":1,\"email\":null}\r\nnope \r[1]\n{\"email\":1,\"email\":2}"
        let read = try Self.read(text)
        #expect(read.columns == ["email", "roles", "x"])
        #expect(read.fields[.roles] == 1)
        #expect(read.records.map(\.number) == [1, 2, 3, 4, 5])
        #expect(read.records.map(\.line) == [1, 4, 5, 6, 7])
        #expect(read.records.map(\.offset) == [3, 45, 67, 73, 77])
        #expect(read.records[0].values == [.string("a@x.example"), .array([.string("a")])])
        #expect(read.records[1].values == [.null, nil, .integer(1)])
        #expect(
            read.records.map { $0.findings.map(\.code) } == [[], [], [.jsonSyntax], [.jsonNotObject], [.jsonNameTwice]])
        #expect(read.records.map(\.unread) == [nil, nil, "nope ", "[1]", "{\"email\":1,\"email\":2}"])
        #expect(read.records[2].findings[0].advice.contains("column 2"))
        #expect(read.records[4].findings[0].advice.contains("\"email\""))
    }

    @Test func jsonArrayHasPlacesAndFindings() throws {
        let read = try Self.read(
            "\n[{\"email\":\"a@x.example\"},\n {\"email\":\"b@x.example\"}, 7,\n{\"email\":1,\n\"email\":2}]\n")
        #expect(read.records.map(\.line) == [2, 3, 3, 4])
        #expect(read.records.map(\.offset) == [2, 28, 53, 56])
        #expect(read.records.map { $0.findings.map(\.code) } == [[], [], [.jsonNotObject], [.jsonNameTwice]])
        #expect(read.records[2].unread == "7")
        #expect(read.records[3].unread == "{\"email\":1,\"email\":2}")
    }

    /// The first 64 KiB are read at once, so blank lines fill them and the rest comes in small pieces.
    @Test(
        arguments: [
            (.csv, "email,roles\r\n\"a@x.example\r\n\",é\r\n\r\n\"b\"@x.example,漢字,x\r\n"),
            (.csv, "email\ra@x.example\r\r\"b\rc\""),
            (.jsonl, "{\"email\":\"é@x.example\"}\r\n\r\n{\"email\":\"b\",\"email\":\"c\"}\rbad\n\n7"),
            (.json, "[{\"email\":\"é\"},\r\n [],\n{\"a\":{\"b\":[1e5]}} ]"),
        ] as [(InputFormat, String)]) func piecesMakeNoDifference(format: InputFormat, text: String) throws
    {
        let options = ReadingOptions(format: format, delimiter: 0x2C)
        let head = ByteSource.pieceBytes
        var whole = try Self.read(Array(text.utf8), options: options)
        #expect(whole.records.count >= 2)
        for index in whole.records.indices {
            whole.records[index].line += head
            whole.records[index].offset += head
            for finding in whole.records[index].findings.indices { whole.records[index].findings[finding].line += head }
        }
        let bytes = [UInt8](repeating: 0x0A, count: head) + Array(text.utf8)
        for size in [1, 2, 3, 5, 7, 13] {
            #expect(try Self.read(bytes, pieces: size, options: options) == whole, "pieces of \(size)")
        }
    }

    /// Rows whose bytes straddle the 64 KiB pieces.
    @Test(arguments: [InputFormat.csv, .jsonl, .json]) func longInputIsReadPieceByPiece(_ format: InputFormat) throws {
        let cells = (0..<5_000).map { "é\($0)" + String(repeating: "x", count: $0 % 97) }
        let text =
            switch format {
            case .csv, .tsv, .list: "email,n\r\n" + cells.map { "\"\($0)\",1\r\n" }.joined()
            case .jsonl: cells.map { "{\"email\":\"\($0)\",\"n\":\"1\"}\r\n" }.joined()
            case .ldif: cells.map { "dn: x\r\nemail: \($0)\r\nn: 1\r\n\r\n" }.joined()
            case .json: "[" + cells.map { "{\"email\":\"\($0)\",\"n\":\"1\"}" }.joined(separator: ",\r\n") + "]"
            }
        #expect(text.utf8.count > 4 * ByteSource.pieceBytes)
        for pieces in [ByteSource.pieceBytes, 4096, 1 << 20] {
            let read = try Self.read(Array(text.utf8), pieces: pieces)
            #expect(read.records.map { $0.values[0]?.string } == cells)
            #expect(read.records.last?.line == (format == .csv ? 5_001 : 5_000))
            #expect(read.records.allSatisfy { $0.findings.isEmpty && $0.values[1] == .string("1") })
        }
    }

    @Test func anyBytesAreReadAlikeHoweverCut() {
        var random = SplitMix(seed: 23)
        let tokens = [
            "email", "role", ",", ";", "\t", "\"", "\n", "\r", " ", "{", "}", "[", "]", ":", "\"email\":\"a\"", "é",
            "7", "sep=",
        ]
        let starts = ["", "email,", "{\"email\":", "[{\"email\":", "\u{FEFF}email;"]
        for _ in 0..<3_000 {
            var bytes = Array(starts[random.next(below: starts.count)].utf8)
            for _ in 0..<random.next(below: 14) { bytes += tokens[random.next(below: tokens.count)].utf8 }
            if random.next(below: 20) == 0 { bytes.append(UInt8(random.next(below: 256))) }
            let whole = Result { () throws(InputError) in try Self.read(bytes) }
            #expect(Result { () throws(InputError) in try Self.read(bytes, pieces: 1) } == whole, "\(bytes)")
            guard case .success(let read) = whole else { continue }
            #expect(read.records.map(\.number) == Array(1..<(read.records.count + 1)))
            #expect(read.records.map(\.line) == read.records.map(\.line).sorted())
        }
    }
}
