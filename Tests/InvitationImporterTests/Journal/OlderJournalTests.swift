import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// A journal that was put back from a backup does not know whom the program has invited since.
struct OlderJournalTests {
    private let folder: TemporaryFolder
    private let run: RunDirectory

    init() throws {
        folder = try TemporaryFolder()
        run = RunDirectory(folder.path.appending("team.run"))
    }

    private func open() throws -> ImportRun {
        try ImportRun(run, organization: "acme", origin: "https://a.example")
    }

    private func prepared() throws -> ImportRun {
        let opened = try open()
        let rows = (0..<3).map { "p\($0)@x.example,viewer,mine\n" }.joined()
        let input = try ByteSource.opening(folder.write("team.csv", "email,roles,outcome\n" + rows))
        var options = ImportOptions()
        options.organization = "acme"
        _ = try opened.prepare([input], options)
        return opened
    }

    /// Invites so many of three people, and keeps the journal as it was after each line.
    private func invite(_ count: Int) throws -> [Int] {
        let opened = try prepared()
        try opened.journal.begin(
            JournalHeader(tool: "0", organization: "acme", origin: "https://a.example", createdAt: ""))
        var sizes = [try size()]
        for number in 0..<count {
            let key = "acme p\(number)@x.example"
            let ended = JournalLine.Ended(
                key: key, attempt: 1, result: .invited, status: 201, sentAt: "t", at: "")
            for line in [
                JournalLine.intent(.init(key: key, attempt: 1, digest: "", at: "")), .outcome(ended, .invited),
            ] {
                try opened.journal.append([line])
                sizes.append(try size())
            }
        }
        _ = try opened.report(.complete)
        opened.close()
        return sizes
    }

    private func size() throws -> Int { Int(try run.journal.stat().size) }

    @Test func isRefusedWhateverItLacks() throws {
        let sizes = try invite(2)
        let whole = try #require(FileManager.default.contents(atPath: run.journal.string))
        for size in sizes.dropLast() {
            try whole.prefix(size).write(to: URL(filePath: run.journal.string))
            let error = #expect(throws: RunError.self) { try open().close() }
            #expect(error?.kind == .damaged && error?.message.contains("older") == true)
            #expect(throws: RunError.self) {
                try run.journalState(organization: "acme", origin: "https://a.example")
            }
            #expect(throws: RunError.self) { try StoredRun(run).report() }
        }
        try whole.write(to: URL(filePath: run.journal.string))
        try open().close()
        _ = try StoredRun(run).report()
    }

    @Test(
        arguments: [
            { $0.replacing(",", with: ";") }, { $0.replacing("\n", with: "\r\n") },
            { text in "\u{FEFF}" + text }, { $0.split(separator: "\n").reversed().joined(separator: "\n") },
            { _ in "" }, { _ in "notes\nof mine\n" },
        ] as [@Sendable (String) -> String])
    func isSeenHoweverTheResultsWereSaved(_ save: @Sendable (String) -> String) throws {
        let sizes = try invite(2)
        let results = try #require(folder.read("team.run/results.csv"))
        try folder.write("team.run/results.csv", save(results))
        try open().close()
        let whole = try #require(FileManager.default.contents(atPath: run.journal.string))
        try whole.prefix(sizes[2]).write(to: URL(filePath: run.journal.string))
        #expect(throws: RunError.self) { try open().close() }
    }

    @Test(arguments: [[], ["results.csv"], ["results.csv", "results.jsonl"]])
    func isSeenByWhateverReportIsLeft(_ removed: [String]) throws {
        let sizes = try invite(2)
        for name in removed { try FileManager.default.removeItem(atPath: run.path.appending(name).string) }
        try open().close()
        let whole = try #require(FileManager.default.contents(atPath: run.journal.string))
        try whole.prefix(sizes[0]).write(to: URL(filePath: run.journal.string))
        let error = #expect(throws: RunError.self) { try open().close() }
        #expect(error?.message.contains("2 people invited") == true)
    }

    @Test func aJournalThatKnowsMoreIsFine() throws {
        _ = try invite(1)
        let results = try #require(folder.read("team.run/results.csv"))
        let opened = try open()
        try opened.journal.append([.intent(.init(key: "acme p1@x.example", attempt: 1, digest: "", at: ""))])
        opened.close()
        #expect(folder.read("team.run/results.csv") == results)
        try open().close()
    }
}
