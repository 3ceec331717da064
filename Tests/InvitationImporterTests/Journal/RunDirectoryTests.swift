import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

struct RunDirectoryTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func mode(_ path: FilePath) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path.string)[.posixPermissions] as? Int)
    }

    @Test(arguments: [
        (["team.csv"], "team.run"), (["a/b/team.v2.csv"], "a/b/team.v2.run"), (["-"], "stdin.run"),
        (["x/one.jsonl", "two.csv"], "x/one.run"), (["team"], "team.run"), (["/tmp/.hidden"], "/tmp/.hidden.run"),
        (["-", "a.csv"], "stdin.run"), (["/dev/stdin"], "stdin.run"), (["/dev/fd/63"], "stdin.run"),
    ])
    func liesBesideTheFirstInput(_ names: [String], _ expected: String) {
        #expect(RunDirectory(forInputs: names).path == FilePath(expected))
    }

    @Test func aFileInsideARunBelongsToIt() throws {
        let run = folder.path.appending("team.run")
        try run.makeDirectory()
        try folder.write("team.run/journal.jsonl", JournalHeader.mark + "}")
        let fix = try folder.write("team.run/fix.csv", "")
        #expect(RunDirectory(forInputs: [fix.string]).path == run)
        try folder.write("team.run/journal.jsonl", "dear diary")
        #expect(RunDirectory(forInputs: [fix.string]).path == run.appending("fix.run"), "it is somebody else's")
    }

    @Test func isForItsOwnerAlone() throws {
        let run = RunDirectory(folder.path.appending("team.run"))
        var made = CreatedPaths()
        let lock = try run.open(&made)
        var kept = KeptInputs(run)
        _ = try kept.keep(.opening(folder.write("team.csv", "email\n")), &made)
        #expect(try mode(run.path) == 0o700)
        #expect(try mode(run.inputs) == 0o700)
        #expect(try mode(run.inputs.appending("001-team.csv")) == 0o600)
        #expect(try mode(run.file("lock")) == 0o600)
        lock.release()
    }

    @Test func whatAKillWhilePlanningLeavesBehindIsOurs() throws {
        let path = folder.path.appending("team.run")
        try path.makeDirectory()
        try path.appending("input").makeDirectory()
        for name in ["lock", "journal.jsonl", "plan.jsonl.partial", "plan.jsonl.new", "input/001-team.csv.partial"] {
            try folder.write("team.run/" + name, "")
        }
        try ImportRun(RunDirectory(path), organization: "acme", origin: "https://a.example").close()
    }

    @Test func aSymbolicLinkIsNoRunDirectory() throws {
        let elsewhere = folder.path.appending("elsewhere")
        try elsewhere.makeDirectory()
        let path = folder.path.appending("team.run")
        try FileManager.default.createSymbolicLink(atPath: path.string, withDestinationPath: elsewhere.string)
        let error = #expect(throws: RunError.self) {
            try ImportRun(RunDirectory(path), organization: "acme", origin: "https://a.example").close()
        }
        #expect(error?.kind == .cannotWrite)
        #expect(elsewhere.entries == [])
    }

    @Test func keepsEveryVersionOfAnInputOnce() throws {
        let run = RunDirectory(folder.path.appending("team.run"))
        var made = CreatedPaths()
        let lock = try run.open(&made)
        for (text, expected) in [("a", "001"), ("a", "001"), ("b", "002"), ("a", "001"), ("c", "003")] {
            var kept = KeptInputs(run)
            let copy = try kept.keep(.opening(folder.write("team.csv", text)), &made).copy
            #expect(copy.lastComponent?.string == "\(expected)-team.csv")
        }
        #expect(run.inputs.entries == ["001-team.csv", "002-team.csv", "003-team.csv"])
        lock.release()
    }

    @Test func aSecondOneIsTurnedAwayByName() throws {
        let run = RunDirectory(folder.path.appending("team.run"))
        var made = CreatedPaths()
        let lock = try run.open(&made)
        let error = #expect(throws: RunError.self) {
            var made = CreatedPaths()
            let second = try run.open(&made)
            second.release()
        }
        #expect(error?.kind == .locked)
        #expect(error?.message.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
        lock.release()
        try run.open(&made).release()
    }

    @Test func anotherOrganizationOrServerIsRefused() throws {
        let path = folder.path.appending("team.run")
        let first = try ImportRun(RunDirectory(path), organization: "acme", origin: "https://a.example")
        try first.journal.begin(
            JournalHeader(tool: "0", organization: "acme", origin: "https://a.example", createdAt: ""))
        try first.journal.append([.intent(.init(key: "acme a@x.example", attempt: 1, digest: "", at: ""))])
        first.close()
        for (organization, origin) in [("other", "https://a.example"), ("acme", "https://b.example")] {
            let error = #expect(throws: RunError.self) {
                try ImportRun(RunDirectory(path), organization: organization, origin: origin).close()
            }
            #expect(error?.kind == .otherRun)
        }
    }

    @Test(
        "what is wrong is told in a sentence, also if no organization was named",
        arguments: [
            ("acme", "other", "the organization acme, not other. To go on with it, name it with --org or K0RDENT_ORG"),
            (
                "acme", "",
                "the organization acme, and none is named now. To go on with it, name it with --org or K0RDENT_ORG"
            ),
            (
                "", "acme",
                "an import whose rows name their organization, not to the organization acme. To go on with it, leave "
                    + "out --org and K0RDENT_ORG"
            ),
        ])
    func otherOrganization(begun: String, wanted: String, words: String) {
        func header(_ organization: String) -> JournalHeader {
            JournalHeader(tool: "0", organization: organization, origin: "https://a.example", createdAt: "")
        }
        let error = #expect(throws: RunError.self) {
            try RunDirectory("team.run").check(header(begun), against: header(wanted))
        }
        #expect(
            error?.message
                == "team.run belongs to \(words); a new import takes another folder with --run-dir.")
    }

    @Test(
        "what cannot be written says what to do, where that is known",
        arguments: [
            (.noSuchFileOrDirectory, "nodir/x.run", " Make the folder ROOT/nodir first, or name another place."),
            (.noSuchFileOrDirectory, "x.run", ""), (.ioError, "nodir/x.run", ""),
            (.permissionDenied, "x.run", " Get the right to write there, or name another place."),
            (.noSpace, "x.run", " Make room there."),
        ] as [(Errno, String, String)])
    func cannotWrite(errno: Errno, name: String, advice: String) {
        let path = folder.path.appending(name)
        let message = RunError.cannotWrite(path, errno).message
        #expect(
            message
                == "\(path) cannot be written: \(errno).\(advice.replacing("ROOT", with: folder.path.string))")
    }

    @Test func aFolderThatIsNotThereIsToldFromOneWithoutARun() throws {
        try folder.path.appending("photos").makeDirectory()
        for (name, words) in [("photos", "neither a journal nor a plan"), ("nosuch.run", "no such folder")] {
            let error = #expect(throws: InputError.self) { try StoredRun(RunDirectory(folder.path.appending(name))) }
            #expect(error?.message.contains(words) == true)
        }
    }

    @Test func nothingIsLeftOfARunThatNeverBegan() throws {
        let path = folder.path.appending("team.run")
        let run = try ImportRun(RunDirectory(path), organization: "acme", origin: "https://a.example")
        #expect(throws: InputError.self) {
            try run.prepare([.opening(folder.write("team.csv", "name\nAnn\n"))], ImportOptions())
        }
        run.close()
        #expect(!path.exists)
    }
}

extension RunDirectoryTests {
    @Test func aFolderOfSomethingElseIsNotTouched() throws {
        let path = folder.path.appending("photos")
        try path.makeDirectory()
        try folder.write("photos/precious.txt", "precious")
        let error = #expect(throws: RunError.self) {
            try ImportRun(RunDirectory(path), organization: "acme", origin: "https://a.example").close()
        }
        #expect(error?.kind == .otherRun)
        #expect(folder.read("photos/precious.txt") == "precious")
        #expect(path.entries == ["precious.txt"])
    }

    @Test(arguments: [["input/mine.csv"], ["journal.jsonl", "other.txt"], ["input/001-team.csv"]])
    func filesThatAreNotOursSurviveWhateverTheyAreCalled(_ names: [String]) throws {
        let path = folder.path.appending("mine")
        try path.makeDirectory()
        try path.appending("input").makeDirectory()
        for name in names { try folder.write("mine/" + name, "") }
        #expect(throws: RunError.self) {
            try ImportRun(RunDirectory(path), organization: "acme", origin: "https://a.example").close()
        }
        for name in names { #expect(folder.path.appending("mine/" + name).exists) }
    }

    @Test func anEmptyFolderOfSomebodysIsGivenBackEmpty() throws {
        let path = folder.path.appending("mine")
        try path.makeDirectory()
        let run = try ImportRun(RunDirectory(path), organization: "acme", origin: "https://a.example")
        _ = try run.prepare([.opening(folder.write("team.csv", "email,roles\na@x.example,viewer\n"))], ImportOptions())
        run.close()
        #expect(path.exists)
        #expect(path.entries == [])
    }

    @Test func aRunOfWhichNothingLeftMayMove() throws {
        let path = folder.path.appending("team.run")
        let lines: [(AttemptResult, mayMove: Bool)] = [(.notSent, true), (.unknown, false)]
        for (result, mayMove) in lines {
            let first = try ImportRun(RunDirectory(path), organization: "acme", origin: "https://typo.example")
            try first.journal.begin(
                JournalHeader(tool: "0", organization: "acme", origin: "https://typo.example", createdAt: ""))
            let ended = JournalLine.Ended(
                key: "acme a@x.example", attempt: 1, result: result, sentAt: "", at: "")
            try first.journal.append([
                .intent(.init(key: "acme a@x.example", attempt: 1, digest: "", at: "")), .answer(ended),
            ])
            first.close()
            let second = { try ImportRun(RunDirectory(path), organization: "acme", origin: "https://right.example") }
            if mayMove {
                let moved = try second()
                try moved.journal.begin(
                    JournalHeader(tool: "0", organization: "acme", origin: "https://right.example", createdAt: ""))
                moved.close()
                #expect(RunDirectory(path).isBegun)
                try JournalFile(RunDirectory(path).journal).close()
            } else {
                #expect(throws: RunError.self) { try second().close() }
            }
            try FileManager.default.removeItem(atPath: path.string)
        }
    }
}
