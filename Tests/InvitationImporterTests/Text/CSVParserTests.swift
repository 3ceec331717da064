import InvitationImporter
import Testing

@Suite struct CSVParserTests {
    /// A record as the parser gave it.
    struct Row: Hashable {
        var cells: [String]
        var number: Int
        var line: Int
        var lastLine: Int
        var offset: Int
        var linesOfStrayQuote: ClosedRange<Int>?
    }

    typealias Outcome = Result<[Row], CSVError>

    static func read(
        _ bytes: [UInt8], cutAt cuts: [Int] = [], delimiter: UInt8 = 0x2C, limits: CSVParser.Limits = .init(),
        emptyLinesAreRecords: Bool = false
    ) -> Outcome {
        var parser = CSVParser(delimiter: delimiter, limits: limits, emptyLinesAreRecords: emptyLinesAreRecords)
        var rows: [Row] = []
        var start = 0
        do throws(CSVError) {
            for end in cuts + [bytes.count] {
                try feed(Array(bytes[start..<end]), &parser, &rows)
                start = end
            }
            if try parser.finish() { rows.append(row(parser)) }
            return .success(rows)
        } catch {
            return .failure(error)
        }
    }

    private static func feed(_ piece: [UInt8], _ parser: inout CSVParser, _ rows: inout [Row]) throws(CSVError) {
        var position = 0
        try piece.withUnsafeBufferPointer { (buffer) throws(CSVError) in
            while try parser.parse(buffer, from: &position) { rows.append(row(parser)) }
        }
    }

    private static func row(_ parser: CSVParser) -> Row {
        Row(
            cells: (0..<parser.cellCount).map(parser.cell), number: parser.recordNumber, line: parser.recordLine,
            lastLine: parser.recordLastLine, offset: parser.recordOffset, linesOfStrayQuote: parser.linesOfStrayQuote)
    }

    /// The cells of each record; `!` before the first cell means that there is text after a closing quote.
    static let cases: [(name: String, text: String, rows: [[String]])] = [
        ("nothing", "", []), ("a line feed", "\n", []), ("blank lines", "\n\r\n\r\n\n", []),
        ("only white space", " \t\n \n", [[" \t"], [" "]]), ("only white space at the end", "a\n ", [["a"], [" "]]),
        ("only delimiters", ",,\n, ,\n", [["", "", ""], ["", " ", ""]]),
        ("only delimiters at the end", "\n,", [["", ""]]),
        ("only empty quotes", "\"\"\n", [[""]]), ("only empty quotes at the end", "a\n\"\"", [["a"], [""]]),
        ("empty quotes and a delimiter", "\"\",\"\"\r\n", [["", ""]]),
        ("white space, a delimiter and quotes", " \" , \"", [[" \" ", " \""]]),
        ("quotes around white space", "\" , \"\n\"\n\"", [[" , "], ["\n"]]),
        ("blank records between", "a,b\n,\n\n\"\"\nc", [["a", "b"], ["", ""], [""], ["c"]]), ("one cell", "a", [["a"]]),
        ("one cell and LF", "a\n", [["a"]]),
        ("one record", "a,b,c", [["a", "b", "c"]]), ("LF", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("CRLF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("CR", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("mixed line ends", "a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
        ("no line end", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("blank lines between", "a\n\n\nb\r\n\r\nc", [["a"], ["b"], ["c"]]),
        ("empty cells", "a,,c\n", [["a", "", "c"]]),
        ("an empty last cell", "a,\n", [["a", ""]]), ("an empty last cell at the end", "a,", [["a", ""]]),
        ("an empty first cell", ",a\n", [["", "a"]]), ("spaces are kept", " a , b \n", [[" a ", " b "]]),
        ("ragged rows", "a,b\nc\nd,e,f\n", [["a", "b"], ["c"], ["d", "e", "f"]]),
        ("quoted", "\"a\",\"b\"\n", [["a", "b"]]), ("quoted at the end", "\"a\"", [["a"]]),
        ("quoted empty", "\"\",a\n", [["", "a"]]),
        ("quoted delimiter", "\"a,b\",c", [["a,b", "c"]]), ("quoted LF", "\"a\nb\",c\nd", [["a\nb", "c"], ["d"]]),
        ("quoted CRLF", "\"a\r\nb\",c\r\nd", [["a\r\nb", "c"], ["d"]]),
        ("quoted CR", "\"a\rb\",c\rd", [["a\rb", "c"], ["d"]]),
        ("quoted line breaks of all kinds", "\"\n\r\n\r\r\n\n\"x\ny", [["!\n\r\n\r\r\n\nx"], ["y"]]),
        ("doubled quotes", "\"a\"\"b\"\n", [["a\"b"]]), ("only doubled quotes", "\"\"\"\"", [["\""]]),
        ("three pairs", "\"\"\"\"\"\"", [["\"\""]]),
        ("doubled quotes at both ends", "\"\"\"a\"\"\"", [["\"a\""]]), ("a stray quote", "a\"b,c", [["a\"b", "c"]]),
        ("stray quotes", "a \"b\" c,d", [["a \"b\" c", "d"]]),
        ("a quote after a space", "a, \"b\"", [["a", " \"b\""]]),
        ("text after quotes", "\"a\"b,c\nd", [["!ab", "c"], ["d"]]),
        ("a quote after quotes and a space", "\"a\" \"b\",c", [["!a \"b\"", "c"]]),
        ("blanks after quotes", "\"a\" \t,c", [["a \t", "c"]]),
        ("blanks after quotes, then LF", "\"a\" \nb", [["a "], ["b"]]),
        ("text after empty quotes", "\"\"a", [["!a"]]),
        ("the mark is for one record", "\"a\"b\n\"c\"\n", [["!ab"], ["c"]]),
        ("UTF-8", "é,漢字,😀\n", [["é", "漢字", "😀"]]), ("semicolons are text", "a;b,c", [["a;b", "c"]]),
        ("NEL is text", "a\u{85}b\u{2028}", [["a\u{85}b\u{2028}"]]),
        ("two CR", "a\r\rb", [["a"], ["b"]]), ("CR at the end", "a\r", [["a"]]), ("LF CR", "a\n\rb", [["a"], ["b"]]),
        ("quoted then CR LF", "\"a\"\r\n\"b\"\r\n", [["a"], ["b"]]),
    ]

    @Test(arguments: cases) func caseIsReadHoweverCut(name: String, text: String, rows: [[String]]) throws {
        let bytes = Array(text.utf8)
        let whole = try Self.read(bytes).get()
        #expect(whole.map { ($0.linesOfStrayQuote == nil ? "" : "!") + $0.cells[0] } == rows.map { $0[0] })
        #expect(whole.map { $0.cells.dropFirst() } == rows.map { $0.dropFirst() })
        #expect(whole.map(\.number) == Array(1..<(whole.count + 1)))
        #expect(try Self.read(bytes, cutAt: Array(0..<bytes.count)).get() == whole)
        for cut in 0...bytes.count { #expect(try Self.read(bytes, cutAt: [cut]).get() == whole, "cut at \(cut)") }
    }

    @Test(
        arguments: [
            ("", []), ("\n", [[""]]), ("\r\n\r\n", [[""], [""]]), ("foo\n\n", [["foo"], [""]]),
            ("\na,b\r\r\nc", [[""], ["a", "b"], [""], ["c"]]),
            ("a\n\"\n\n\"\n\n", [["a"], ["\n\n"], [""]]),
        ] as [(String, [[String]])]) func emptyLinesAreRecordsWhereWanted(text: String, rows: [[String]]) throws
    {
        let bytes = Array(text.utf8)
        let whole = try Self.read(bytes, emptyLinesAreRecords: true).get()
        #expect(whole.map(\.cells) == rows)
        for cut in 0...bytes.count {
            #expect(try Self.read(bytes, cutAt: [cut], emptyLinesAreRecords: true).get() == whole, "cut at \(cut)")
        }
    }

    @Test func placesAreThoseOfAnEditor() throws {
        let text = "h\r\n\r\na,\"x\r\ny\rz\nw\"\r\n \r\nb\rc\n\nd"
        let rows = try Self.read(Array(text.utf8)).get()
        #expect(rows.map(\.cells[0]) == ["h", "a", " ", "b", "c", "d"])
        #expect(rows.map(\.line) == [1, 3, 7, 8, 9, 11])
        #expect(rows.map(\.lastLine) == [1, 6, 7, 8, 9, 11])
        #expect(rows.map(\.offset) == [0, 5, 19, 22, 24, 27])
        #expect(rows.map(\.number) == [1, 2, 3, 4, 5, 6])
    }

    @Test func linesOfAStrayQuoteAreKnownHoweverCut() throws {
        let text = "\"a\"x,b\nc,\"d\ne,\"f\n\"g\n\",\"h\"i,\"j\nk\" l\n\"m\nn\"\n"
        for size in [1, 2, 5, 100] {
            let cuts = Array(stride(from: size, to: text.utf8.count, by: size))
            let rows = try Self.read(Array(text.utf8), cutAt: cuts).get()
            #expect(rows.map(\.line) == [1, 2, 4, 7])
            #expect(rows.map(\.lastLine) == [1, 3, 6, 8])
            #expect(rows.map(\.linesOfStrayQuote) == [1...1, 2...3, 5...5, nil])
        }
    }

    @Test(arguments: [0x2C, 0x3B, 0x09, 0x7C] as [UInt8]) func delimiterIsChosen(_ delimiter: UInt8) throws {
        let mark = String(UnicodeScalar(delimiter))
        let text = "a\(mark)\"b\(mark)c\"\(mark) d\(mark)\"\"\(mark)\n"
        #expect(
            try Self.read(Array(text.utf8), delimiter: delimiter).get().map(\.cells) == [
                ["a", "b\(mark)c", " d", "", ""]
            ])
    }

    static let failures: [(text: String, error: CSVError)] = [
        ("a\n\"b", CSVError(.quoteUnclosed, line: 2)), ("a\n\"b\nc\nd", CSVError(.quoteUnclosed, line: 2)),
        ("\"", CSVError(.quoteUnclosed, line: 1)), ("a,\"b\"\"", CSVError(.quoteUnclosed, line: 1)),
        ("\"a\nb\",\"c\nd", CSVError(.quoteUnclosed, line: 2)),
        ("a,b,c,d\n1,2,3,4,5", CSVError(.columnsTooMany, line: 2)),
        ("a\n\n1,2,3,\"\n4\",5", CSVError(.columnsTooMany, line: 3)),
        ("a\n0123456789012345678901234567890", CSVError(.recordTooLong, line: 2)),
        ("a\n\"0\n2\n4\n6\n8\n0\n2\n4\n6\n8\n0\n2\n4\n6\n8\"", CSVError(.recordTooLong, line: 2)),
        ("0,1,2,0123456789012345678901234567890,4,5", CSVError(.recordTooLong, line: 1)),
        (String(repeating: " ", count: 40), CSVError(.recordTooLong, line: 1)),
    ]

    @Test(arguments: failures) func failureHasALineHoweverCut(text: String, error: CSVError) {
        let limits = CSVParser.Limits(recordBytes: 30, columns: 4)
        let bytes = Array(text.utf8)
        #expect(Self.read(bytes, limits: limits) == .failure(error))
        #expect(Self.read(bytes, cutAt: Array(0..<bytes.count), limits: limits) == .failure(error))
        for cut in 0...bytes.count { #expect(Self.read(bytes, cutAt: [cut], limits: limits) == .failure(error)) }
    }

    @Test func limitsAreExact() throws {
        let limits = CSVParser.Limits(recordBytes: 6, columns: 3)
        #expect(try Self.read(Array("ab,c,\nde,f,\n".utf8), limits: limits).get().count == 2)
        #expect(Self.read(Array("ab,c,d\n".utf8), limits: limits) == .failure(CSVError(.recordTooLong, line: 1)))
    }

    @Test func anyBytesAreReadAlikeHoweverCut() {
        var random = SplitMix(seed: 3)
        let alphabet: [UInt8] = Array("ab,,\"\"\"\n\r \t;".utf8) + [0, 0xC3, 0xA9, 0xFF]
        for _ in 0..<5_000 {
            let bytes = (0..<random.next(below: 20)).map { _ in alphabet[random.next(below: alphabet.count)] }
            let limits = CSVParser.Limits(recordBytes: 12, columns: 4)
            let whole = Self.read(bytes, limits: limits)
            #expect(Self.read(bytes, cutAt: Array(0..<bytes.count), limits: limits) == whole, "\(bytes)")
        }
    }
}
