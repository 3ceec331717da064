import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// Files that begin with a byte order mark only if a spreadsheet needs it, wherever the first such character stands.
struct OutputFileTests {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    @Test(
        "the mark stands in front of the same bytes, whatever their number",
        arguments: [0, 3, 65_530, 65_533, 65_536, 131_072, 200_001], [0, 1, 70_000])
    func mark(before: Int, after: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("a.csv")
        let plain = (0..<before).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        let rest = [UInt8](repeating: UInt8(ascii: "z"), count: after)
        for text in ["", "ö"] {
            let file = try OutputFile(path, mark: .ifNeeded)
            // As rows are written: a piece at a time.
            for start in stride(from: 0, to: plain.count, by: 1000) { try file.write(plain[start...].prefix(1000)) }
            try file.write(text.utf8)
            try file.write(rest)
            try file.commit()
            #expect(file.isMarked == !text.isEmpty)
            let written = try Data(contentsOf: URL(fileURLWithPath: path.string))
            #expect([UInt8](written) == (text.isEmpty ? [] : Self.mark) + plain + Array(text.utf8) + rest)
        }
    }

    @Test(arguments: ["ö", "o"]) func recordsAreLookedAtAsWell(text: String) throws {
        let folder = try TemporaryFolder()
        let file = try OutputFile(folder.path.appending("a.csv"), mark: .ifNeeded)
        try file.write(record: ["a", text])
        try file.commit()
        #expect(file.isMarked == (text == "ö"))
    }

    @Test(arguments: [(OutputFile.Mark.never, 0), (.always, 3)])
    func orNever(mark: OutputFile.Mark, length: Int) throws {
        let folder = try TemporaryFolder()
        let file = try OutputFile(folder.path.appending("a.csv"), mark: mark)
        try file.write((mark == .never ? "ö" : "o").utf8)
        try file.commit()
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: folder.path.appending("a.csv").string)).count == length
                + (mark == .never ? 2 : 1))
    }
}
