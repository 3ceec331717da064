import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// A run directory is refused if somebody else could decide what is in it.
struct PathTrustTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var run: RunDirectory { RunDirectory(folder.path.appending("a/b/team.run")) }

    private func makeRun() throws {
        for name in ["a", "a/b"] { try folder.path.appending(name).makeDirectory() }
        let first = try ImportRun(run, organization: "acme", origin: "https://a.example")
        let input = try ByteSource.opening(folder.write("team.csv", "email,roles\na@x.example,viewer\n"))
        _ = try first.prepare([input], ImportOptions())
        try first.journal.begin(
            JournalHeader(tool: "0", organization: "acme", origin: "https://a.example", createdAt: ""))
        first.close()
    }

    private func refusal() -> RunError? {
        do throws(RunError) {
            try ImportRun(run, organization: "acme", origin: "https://a.example").close()
            return nil
        } catch {
            return error
        }
    }

    private func setMode(_ name: String, _ mode: Int) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: folder.path.appending(name).string)
    }

    @Test func oneOfOurOwnIsFine() throws {
        try makeRun()
        #expect(refusal() == nil)
    }

    @Test(arguments: [
        ("a", 0o777), ("a", 0o702), ("a/b", 0o757), ("a/b/team.run", 0o702), ("a/b/team.run/input", 0o706),
        ("a/b/team.run/plan.jsonl", 0o602), ("a/b/team.run/journal.jsonl", 0o666),
        ("a/b/team.run/input/001-team.csv", 0o662), ("a/b/team.run/lock", 0o606),
    ])
    func whatOthersMayWriteToIsRefused(_ name: String, _ mode: Int) throws {
        try makeRun()
        try setMode(name, mode)
        let error = try #require(refusal())
        #expect(error.kind == .notOurs)
        let place = folder.path.appending(name).string
        #expect(error.message.contains("chmod go-w") && error.message.contains(place), "\(error.message)")
        try setMode(name, 0o700)
        #expect(refusal() == nil)
    }

    @Test func aFolderInWhichNobodyCanReplaceWhatIsAnothersIsFine() throws {
        try makeRun()
        try setMode("a/b", 0o1777)
        #expect(refusal() == nil)
        // In the run directory itself, others could add files that this program expects.
        try setMode("a/b/team.run", 0o1777)
        #expect(refusal()?.kind == .notOurs)
    }

    @Test func theWayThroughALinkIsLookedAtAsWell() throws {
        try makeRun()
        try folder.path.appending("open").makeDirectory()
        let link = folder.path.appending("open/link")
        try FileManager.default.createSymbolicLink(
            atPath: link.string, withDestinationPath: folder.path.appending("a/b").string)
        #expect(PathTrust.problem(onTheWayTo: link.appending("team.run")) == nil)
        try setMode("open", 0o777)
        #expect(PathTrust.problem(onTheWayTo: link.appending("team.run"))?.contains("/open,") == true)
        #expect(
            PathTrust.problem(onTheWayTo: folder.path.appending("open/../a/b/team.run"))?.contains("/open,") == true)
        try setMode("open", 0o700)
        try setMode("a", 0o777)
        #expect(PathTrust.problem(onTheWayTo: link.appending("team.run"))?.contains("/a,") == true)
    }

    @Test func linksInACircleEndNothing() throws {
        for (name, other) in [("x", "y"), ("y", "x")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path.appending(name).string, withDestinationPath: other)
        }
        #expect(PathTrust.problem(onTheWayTo: folder.path.appending("x/team.run")) == nil)
    }

    @Test(.enabled(if: geteuid() == 0), arguments: ["a", "a/b", "a/b/team.run", "a/b/team.run/plan.jsonl"])
    func whatIsAnothersIsRefused(_ name: String) throws {
        try makeRun()
        let place = folder.path.appending(name).string
        #expect(chown(place, 12_345, 0) == 0)
        let error = try #require(refusal())
        #expect(error.kind == .notOurs && error.message.contains("12345"), "\(error.message)")
        #expect(chown(place, 0, 0) == 0)
        #expect(refusal() == nil)
    }

    @Test(arguments: ["lock", "journal.jsonl"], [false, true])
    func nothingIsWrittenThroughALink(_ name: String, _ isSymbolic: Bool) throws {
        try makeRun()
        let precious = try folder.write("precious", "precious")
        try setMode("precious", 0o644)
        let place = run.file(name)
        try place.removeFile()
        if isSymbolic {
            try FileManager.default.createSymbolicLink(atPath: place.string, withDestinationPath: precious.string)
        } else {
            try FileManager.default.linkItem(atPath: precious.string, toPath: place.string)
        }
        #expect(refusal() != nil)
        #expect(folder.read("precious") == "precious")
        #expect(try precious.stat().permissions.rawValue == 0o644)
    }

    @Test func noUnfinishedReportIsWrittenThroughALink() throws {
        try makeRun()
        let precious = try folder.write("precious", "precious")
        try FileManager.default.linkItem(
            atPath: precious.string, toPath: run.file("results.csv" + OutputFile.partialEnding).string)
        let file = try OutputFile(run.file("results.csv"))
        try file.write("new".utf8)
        try file.commit()
        #expect(folder.read("precious") == "precious")
        #expect(folder.read("a/b/team.run/results.csv") == "new")
    }

    @Test(arguments: ["lock", "journal.jsonl"])
    func aPipeInPlaceOfAFileEndsInAnError(_ name: String) throws {
        try makeRun()
        try run.file(name).removeFile()
        #expect(mkfifo(run.file(name).string, 0o600) == 0)
        #expect(refusal() != nil)
    }
}
