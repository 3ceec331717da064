import ArgumentParser
import InvitationImporter
import Testing

@testable import InviteCommands

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files that options name, beside the files of people.
struct NamedFileTests {
    /// The options of `check` with a file of these bytes.
    private static func options(_ option: String, _ prefix: String, _ bytes: [UInt8]) throws -> ImportOptions {
        let file = FileManager.default.temporaryDirectory.appending(path: "named-\(UUID())")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let command = try CheckCommand.parse(["team.csv", option, prefix + file.path])
        return try command.input.options(CommandEnvironment(variables: [:]))
    }

    @Test(arguments: [("--message-file", ""), ("--allow-domain", "@")])
    func namesTheOptionWhoseFileIsNotUTF8(_ option: String, _ prefix: String) {
        let error = #expect(throws: InputError.self) { try Self.options(option, prefix, [0x61, 0xFF]) }
        #expect(error?.code == "utf8-invalid")
        #expect(error?.message == "The file for \(option) is not UTF-8 text.")
    }

    @Test(arguments: [("--message-file", ""), ("--allow-domain", "@")])
    func refusesAFileThatItWouldHaveToCut(_ option: String, _ prefix: String) {
        let line = Array("northwind.example\n".utf8)
        let bytes = Array(repeatElement(line, count: 5000).joined())
        let error = #expect(throws: InputError.self) { try Self.options(option, prefix, bytes) }
        #expect(error?.code == "input-too-long")
        #expect(error?.message == "The file for \(option) has more than 65536 bytes.")
    }

    @Test func readsDomainsAfterAByteOrderMark() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("Northwind.example\r\n# ours\n\n@south.example\n".utf8)
        #expect(
            try Self.options("--allow-domain", "@", bytes).allowedDomains == ["northwind.example", "south.example"])
    }
}
