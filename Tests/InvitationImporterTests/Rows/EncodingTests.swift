import Foundation
import InvitationImporter
import Testing

@Suite struct EncodingTests {
    private static let text =
        "email;name\r\njörg@x.example;Jörg\r\nli@x.example;李伟 🎉\r\n\"o'brien\"@x.example;„Œuvre“ – 5 €\r\n"

    private static func options(_ encoding: TextEncoding?) -> ReadingOptions {
        var options = ReadingOptions()
        options.encoding = encoding
        return options
    }

    private static func utf16(_ text: String, isBig: Bool, marked: Bool) -> [UInt8] {
        ((marked ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBig ? bytes.reversed() : bytes
        }
    }

    @Test(
        arguments: [
            (true, true, nil), (false, true, nil), (true, false, .utf16BigEndian), (false, false, .utf16LittleEndian),
            (false, false, .utf16), (true, true, .utf16), (true, true, .utf16BigEndian),
        ] as [(Bool, Bool, TextEncoding?)]) func utf16IsReadLikeUTF8(isBig: Bool, marked: Bool, encoding: TextEncoding?)
        throws
    {
        // Longer than a piece, so that the head ends inside of it.
        let text = Self.text + String(repeating: "é@x.example;𝄞\n", count: 3_000)
        let wanted = try InputReaderTests.read(text)
        let bytes = Self.utf16(text, isBig: isBig, marked: marked)
        for size in [1, 7, 1 << 16] {
            let read = try InputReaderTests.read(bytes, pieces: size, options: Self.options(encoding))
            #expect(read == wanted, "pieces of \(size)")
        }
    }

    /// The buffer's end falls on every byte of a surrogate pair.
    @Test(arguments: 0..<8) func pairsFitWhereverTheBufferEnds(_ shift: Int) throws {
        let text =
            "email,name\na@x.example," + String(repeating: "x", count: shift) + String(repeating: "𝄞", count: 20_000)
        let bytes = Self.utf16(text, isBig: false, marked: true)
        for size in [1, 3, 1 << 16] {
            let read = try InputReaderTests.read(bytes, pieces: size)
            #expect(read.records[0].values[1]?.string?.unicodeScalars.count == shift + 20_000)
        }
    }

    @Test(arguments: [(TextEncoding.windows1252, 0x93, "“"), (.latin1, 0xE9, "é"), (.windows1252, 0x80, "€")])
    func singleBytesAreReadIfNamed(encoding: TextEncoding, byte: UInt8, text: String) throws {
        let bytes = Array("email,name\na@x.example,J".utf8) + [byte] + Array("rg\n".utf8)
        let read = try InputReaderTests.read(bytes, pieces: 3, options: Self.options(encoding))
        #expect(read.records[0].values[1] == .string("J\(text)rg"))
        let error = #expect(throws: InputError.self) { try InputReaderTests.read(bytes) }
        #expect(error?.code == "utf8-invalid")
        #expect(error?.line == 2)
        #expect(error?.message.contains("--encoding windows-1252") == true)
    }

    @Test func whatMeansNothingIsRefusedWithItsPlace() throws {
        let bytes = Array("email,name\n\na@x.example,J".utf8) + [0x81] + Array("rg\n".utf8)
        let error = #expect(throws: InputError.self) {
            try InputReaderTests.read(bytes, options: Self.options(.windows1252))
        }
        #expect(error?.code == "encoding-invalid")
        #expect(error?.line == 3)
        #expect(error?.message.contains("Byte 26 of the input (0x81)") == true, "\(error?.message ?? "")")
    }

    @Test func aMarkContradictsAnEncoding() throws {
        let error = #expect(throws: InputError.self) {
            try InputReaderTests.read([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), options: Self.options(.latin1))
        }
        #expect(error?.message.contains("leave out --encoding") == true)
    }

    @Test(
        arguments: [
            ("UTF-8", .utf8), ("utf8", .utf8), ("cp1252", .windows1252), ("Windows-1252", .windows1252),
            ("ISO-8859-1", .latin1), ("latin1", .latin1), ("UTF-16LE", .utf16LittleEndian), ("utf_16", .utf16),
            ("ebcdic", nil), ("shift_jis//IGNORE", nil), ("", nil), ("utf-8\u{0}", nil), ("../x", nil),
        ] as [(String, TextEncoding?)]) func namesOfEncodings(name: String, encoding: TextEncoding?)
    {
        #expect(TextEncoding(named: name) == encoding)
    }

    /// Any encoding that the system's iconv knows: a name of it, and bytes of a name in it.
    static let others: [(name: String, bytes: [UInt8], text: String)] = [
        ("shift_jis", [0x8E, 0x52, 0x93, 0x63], "山田"), ("Shift_JIS", [0xD4, 0xCF, 0xC0, 0xDE], "ﾔﾏﾀﾞ"),
        ("GB18030", [0xC0, 0xEE, 0xCE, 0xB0], "李伟"), ("gb18030", [0x90, 0x30, 0x81, 0x30], "\u{10000}"),
        ("big5", [0xB3, 0xAF], "陳"),
        ("euc-kr", [0xB1, 0xE8], "김"), ("KOI8-R", [0xE9, 0xD7, 0xC1, 0xCE], "Иван"),
        ("windows-1251", [0xC8, 0xE2, 0xE0, 0xED], "Иван"),
        ("win1250", [0xA3, 0xF3, 0x64, 0x9F], "Łódź"), ("iso-8859-15", [0xA4], "€"), ("macintosh", [0x9A], "ö"),
        ("cp437", [0x94], "ö"),
        ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x1B, 0x28, 0x42], "山"),
    ]

    @Test(arguments: others) func everyEncodingThatTheSystemKnowsIsRead(name: String, bytes: [UInt8], text: String)
        throws
    {
        let encoding = try #require(TextEncoding(named: name))
        let row = Array("ann@x.example,".utf8) + bytes + Array("\n".utf8)
        for (size, count) in [(3, 40), (1 << 16, 6_000)] {
            let input = Array("email,name\n".utf8) + Array(repeatElement(row, count: count).joined())
            let read = try InputReaderTests.read(input, pieces: size, options: Self.options(encoding))
            #expect(read.records.count == count)
            #expect(read.records.allSatisfy { $0.values[1]?.string == text })
        }
        #expect(TextEncoding(rawValue: encoding.rawValue) == encoding)
    }

    @Test(arguments: [
        ("shift_jis", [0x8E] as [UInt8], "half of a character"), ("gb18030", [0x81, 0x20], "means nothing"),
        ("euc-kr", [0xFF, 0x41], "means nothing"),
    ])
    func whatTheSystemDoesNotUnderstandIsRefused(_ name: String, _ bytes: [UInt8], _ words: String) throws {
        let input = Array("email,name\n\na@x.example,".utf8) + bytes
        for size in [1, 1 << 16] {
            let error = #expect(throws: InputError.self) {
                try InputReaderTests.read(input, pieces: size, options: Self.options(TextEncoding(named: name)))
            }
            #expect(error?.code == "encoding-invalid")
            #expect(error?.line == 3)
            #expect(
                error?.message.contains(words) == true && error?.message.contains("Byte 25 ") == true,
                "\(error?.message ?? "")")
        }
    }

    /// Bytes that are not UTF-8, what is named, and what is not.
    static let advised: [(bytes: [UInt8], named: String?, notNamed: String)] = [
        ([0x8E, 0x52, 0x93, 0x63], "shift_jis", "windows-1252"), ([0x81], nil, "windows-1252"),
        ([0x41, 0x9D, 0x42, 0x8F], nil, "windows-1252"),
        ([0xC0, 0xEE, 0xCE, 0xB0], "gb18030", "windows-1252"),
        ([0xC8, 0xE2, 0xE0, 0xED], "windows-1251", "windows-1252"),
        ([0x4A, 0xF6, 0x72, 0x67], "windows-1252", "shift_jis"),
        ([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x20, 0xE9, 0x74, 0xE9], "windows-1252", "big5"),
        ([0xFF, 0xFF, 0x81, 0x8D], nil, "gb18030"),
    ]

    @Test(arguments: advised) func adviceNamesOnlyWhatTheBytesFit(bytes: [UInt8], named: String?, notNamed: String)
        throws
    {
        let input = Array("email,name\na@x.example,".utf8) + bytes + Array(",x\nb@x.example,B\n".utf8)
        let error = #expect(throws: InputError.self) { try InputReaderTests.read(input) }
        let message = try #require(error).message
        let names = message.split(separator: "--encoding ").dropFirst().map {
            String($0.prefix { !" ,.".contains($0) })
        }
        if let named { #expect(names.contains(named), "\(message)") }
        #expect(!names.contains(notNamed), "\(message)")
        for name in names where message.contains("try --encoding") {
            let options = Self.options(TextEncoding(named: name))
            _ = try InputReaderTests.read(input, options: options)
        }
    }
}
