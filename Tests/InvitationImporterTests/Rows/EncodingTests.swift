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
        let text = Self.text + String(repeating: "é@x.example;𝄞\n", count: 9_000)
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
            "email,name\na@x.example," + String(repeating: "x", count: shift) + String(repeating: "𝄞", count: 40_000)
        let bytes = Self.utf16(text, isBig: false, marked: true)
        for size in [1, 3, 1 << 16] {
            let read = try InputReaderTests.read(bytes, pieces: size)
            #expect(read.records[0].values[1]?.string?.unicodeScalars.count == shift + 40_000)
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
            ("ebcdic", nil),
        ] as [(String, TextEncoding?)]) func namesOfEncodings(name: String, encoding: TextEncoding?)
    {
        #expect(TextEncoding(named: name) == encoding)
    }
}
