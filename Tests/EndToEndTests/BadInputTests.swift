import Foundation
import Testing

/// A file that cannot be used as a whole.
struct BadInput: Sendable, CustomTestStringConvertible {
    var file: String
    var bytes: [UInt8]?
    var code: Int32 = 65
    var line: Int?
    /// Part of what must be said.
    var says: String

    var testDescription: String { file }

    init(_ file: String, _ text: String?, code: Int32 = 65, line: Int? = nil, says: String) {
        self.init(file, bytes: text.map { Array($0.utf8) }, code: code, line: line, says: says)
    }

    init(_ file: String, bytes: [UInt8]?, code: Int32 = 65, line: Int? = nil, says: String) {
        (self.file, self.bytes, self.code, self.line, self.says) = (file, bytes, code, line, says)
    }

    private static let row = "ann@northwind.example,Ann,viewer\n"

    static let all = [
        BadInput("missing.csv", nil, code: 66, says: "no such file"),
        BadInput("empty.csv", "", says: "nothing in the input"),
        BadInput("mark-alone.csv", "\u{FEFF}", says: "nothing in the input"),
        BadInput("blank.csv", "\n\r\n  \n", says: "nothing in the input"),
        BadInput("header-alone.csv", "email,roles\n", says: "no row below"),
        BadInput("no-email.csv", "name,roles\nAnn,viewer\n", line: 1, says: "\"name\", \"roles\""),
        BadInput("two-emails.csv", "email,E-Mail,roles\na@b.example,c@d.example,viewer\n", line: 2, says: "\"E-Mail\""),
        BadInput(
            "picture.csv", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] + Array("IHDR".utf8),
            line: 3, says: "byte 9 of the input is NUL"),
        BadInput("workbook.csv", bytes: [0x50, 0x4B, 3, 4, 20, 0, 6, 0], says: "spreadsheet"),
        BadInput(
            "utf16.csv", bytes: [0xFF, 0xFE] + Array("email".utf8).flatMap { [$0, 0] } + [0x61], line: 1,
            says: "not utf-16le"),
        BadInput(
            "latin1.csv", bytes: Array("email,name,roles\n\(row)bo@northwind.example,J".utf8) + [0xFC, 0x0A], line: 3,
            says: "0xFC"),
        BadInput(
            "unclosed.csv", "email,name,roles\n\(row)bo@northwind.example,\"Bo,viewer\n\(row)", line: 3, says: "quote"),
        BadInput(
            "wide.csv", "email," + (1..<10_000).map { "c\($0)" }.joined(separator: ",") + "\na@b.example\n", line: 1,
            says: "1000"),
        BadInput(
            "broken.json", "[{\"email\":\"a@b.example\",\"roles\":[\"viewer\"]},\n{\"email\":]", line: 2, says: "JSON"),
        BadInput("empty.json", "[]", says: "empty"),
    ]
}

@Suite("Input that cannot be used", .serialized)
struct BadInputTests {
    @Test("gets one sentence with the file, and nothing is sent", arguments: BadInput.all)
    func isRefused(input: BadInput) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            if let bytes = input.bytes { try place.write(bytes, to: input.file) }
            let before = try place.names()
            let run = try await Tool.invite(["import", input.file, "--yes"], in: place, sandbox.environment)
            try expectRefusal(run, input.code, of: input.file, line: input.line)
            #expect(run.errors.contains(input.says), "\(run.errors)")
            #expect(try place.names() == before, "something was left behind")
            #expect(try await sandbox.posts() == 0)

            let check = try await Tool.invite(["check", input.file], in: place)
            try expectRefusal(check, input.code, of: input.file, line: input.line)
            #expect(try place.names() == before)
        }
    }

    @Test("a folder is no file")
    func folderIsRefused() async throws {
        let place = try Workplace()
        try place.makeDirectory("folder")
        let check = try await Tool.invite(["check", "folder"], in: place)
        try expectRefusal(check, 66, of: "folder", line: nil)
        let run = try await Tool.invite(["import", "folder", "--yes"], in: place, Self.nowhere)
        try expectRefusal(run, 66, of: "folder", line: nil)
        #expect(try place.names() == ["folder"])
    }

    @Test(
        "a line of 100 MB is refused without holding it",
        arguments: [
            ("long.csv", "email,roles\n", 2), ("quoted.csv", "email,roles\n\"", 2), ("long.jsonl", "{\"email\":\"", 1),
        ])
    func longLineIsRefused(file: String, begin: String, line: Int) async throws {
        let place = try Workplace()
        try place.write(begin, to: file)
        let handle = try #require(FileHandle(forWritingAtPath: place.path(file)))
        try handle.seekToEnd()
        let piece = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
        for _ in 0..<100 { try handle.write(contentsOf: piece) }
        try handle.close()
        for arguments in [["check", file], ["import", file, "--yes"]] {
            // 100,000 KiB of address space for everything, the program itself included.
            let limited = ["/bin/sh", "-c", "ulimit -v 100000 && exec \"$0\" \"$@\"", Tool.invite] + arguments
            let run = try await Tool.start(limited, in: place, Self.nowhere).finish()
            try expectRefusal(run, 65, of: file, line: line)
        }
        #expect(try place.names() == [file])
    }

    @Test("a folder that was there before stays as it is")
    func keepsOthersFiles() async throws {
        let place = try Workplace()
        try place.makeDirectory("mine")
        try place.write("precious", to: "mine/notes.txt")
        try place.write("", to: "empty.csv")
        let arguments = ["import", "empty.csv", "--yes", "--run-dir", "mine"]
        let run = try await Tool.invite(arguments, in: place, Self.nowhere)
        #expect(run.code == 78, "\(run.errors)")
        #expect(try place.names() == ["empty.csv", "mine", "mine/notes.txt"])
        #expect(try place.read("mine/notes.txt") == "precious")
    }

    @Test("the sandbox's own import leaves nothing behind either")
    func sandboxLeavesNothing() async throws {
        let place = try Workplace()
        let run = try await Tool.sandbox(["import", "missing.csv", "--yes"], in: place)
        #expect(run.code == 66)
        #expect(try place.names() == [])
    }

    /// Enough to get as far as the file; nobody listens there.
    private static let nowhere = [
        "K0RDENT_API_URL": "http://127.0.0.1:9", "K0RDENT_TOKEN": "token", "K0RDENT_ORG": "acme",
    ]

    private func expectRefusal(_ run: EndedTool, _ code: Int32, of file: String, line: Int?) throws {
        #expect(run.code == code, "\(run.errors)")
        #expect(run.output.isEmpty)
        let place = line.map { "\(file):\($0): " } ?? "\(file): "
        #expect(run.errors.hasPrefix("error: " + place), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
}
