import InvitationImporter
import Testing

@Suite struct CSVWriterTests {
    static let forms: [(cells: [String], text: String)] = [
        (["a", "b"], "a,b\r\n"), (["", ""], ",\r\n"), ([""], "\"\"\r\n"), (["a,b", "c;d"], "\"a,b\",c;d\r\n"),
        (["say \"x\""], "\"say \"\"x\"\"\"\r\n"), (["a\nb", "a\rb", "a\r\nb"], "\"a\nb\",\"a\rb\",\"a\r\nb\"\r\n"),
        ([" a", "a ", "\ta", "a b"], "\" a\",\"a \",\"\ta\",a b\r\n"), (["\u{A0}a", "é", "漢"], "\"\u{A0}a\",é,漢\r\n"),
        (["\u{FEFF}a"], "\"\u{FEFF}a\"\r\n"), (["=1+1", "'x"], "=1+1,'x\r\n"), (["\""], "\"\"\"\"\r\n"),
    ]

    @Test(arguments: forms) func cellsAreQuotedWhereNeeded(cells: [String], text: String) throws {
        var bytes: [UInt8] = []
        CSVWriter().write(cells, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [0x2C, 0x3B, 0x09, 0x7C] as [UInt8]) func whatIsWrittenIsReadBack(_ delimiter: UInt8) throws {
        var random = SplitMix(seed: UInt64(delimiter))
        let alphabet = Array("ab,;|\"\n\r\t é漢".unicodeScalars)
        let rows = (0..<300).map { _ in
            (0...random.next(below: 4)).map { _ in
                var cell = String.UnicodeScalarView()
                for _ in 0..<random.next(below: 5) { cell.append(alphabet[random.next(below: alphabet.count)]) }
                return String(cell)
            }
        }
        var bytes: [UInt8] = []
        let writer = CSVWriter(delimiter: delimiter, lineEnd: "\n")
        for row in rows { writer.write(row, into: &bytes) }
        let read = try CSVParserTests.read(bytes, delimiter: delimiter).get()
        #expect(read.map(\.cells) == rows)
        #expect(read.allSatisfy { $0.linesOfStrayQuote == nil })
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\r\n=1", "'\r\n=1"), ("a=1", "a=1"), ("", ""), (" =1", " =1"), ("'=1", "'=1"),
        ("ann@example.com", "ann@example.com"),
    ]) func formulasAreDisarmed(cell: String, safe: String) {
        #expect(SpreadsheetSafe.escape(cell) == safe)
    }
}
