import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// One import at a time for each organization of each server.
struct OrganizationLocksTests {
    private let folder: TemporaryFolder
    private let api = "https://api.example"

    init() throws {
        folder = try TemporaryFolder()
    }

    private func locks(_ warn: @escaping (String) -> Void = { Issue.record("\($0)") }) -> OrganizationLocks {
        OrganizationLocks(environment: ["HOME": folder.path.string], warn: warn)
    }

    private func taken(
        _ locks: OrganizationLocks, _ organizations: [String], at origin: String, for run: FilePath = "b.run",
        _ shard: Shard = .whole
    ) -> RunError? {
        do throws(RunError) {
            try locks.take(organizations, at: origin, for: run, shard: shard)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        (["acme"], "https://api.example", true), ([" ACME "], "https://api.example", true),
        (["other", "acme"], "https://api.example:443", true), (["other"], "https://api.example", false),
        (["acme"], "https://api.example:8443", false), (["acme"], "http://api.example", false),
        (["acme"], "https://api2.example", false), ([], "https://api.example", false),
        (["acme."], "https://api.example", false),
    ])
    func keepOutWhoWantsTheSame(_ organizations: [String], _ origin: String, _ isKeptOut: Bool) throws {
        let first = locks()
        try first.take(["acme"], at: api, for: folder.path.appending("a.run"))
        let second = locks()
        let error = taken(second, organizations, at: origin)
        #expect((error?.kind == .locked) == isKeptOut, "\(error?.message ?? "")")
        if isKeptOut {
            let process = "process \(ProcessInfo.processInfo.processIdentifier)"
            #expect(error?.message.contains(process) == true && error?.message.contains("a.run") == true)
        }
        second.release()
        first.release()
        #expect(taken(second, organizations, at: origin) == nil)
    }

    @Test(
        "this machine has several names, and a name may end with a dot",
        arguments: [
            ("http://localhost:8080", "http://127.0.0.1:8080", true), ("http://[::1]:80", "http://localhost", true),
            ("http://127.0.0.1:1", "http://127.0.0.1:2", false),
            ("http://0.0.0.0:80", "http://127.0.0.1", true), ("http://2130706433:8080", "http://localhost:8080", true),
            ("http://0x7f.1", "http://127.8.9.1", true), ("http://[::ffff:127.0.0.1]:1", "http://[::]:1", true),
            ("https://3232235777", "https://192.168.1.1", true), ("https://192.168.1.1", "https://192.168.1.2", false),
            ("https://[2001:db8:0::1]", "https://[2001:db8::1]", true),
            ("http://localhost.example", "http://localhost", false),
            ("https://api.example.", "https://api.example", true),
            ("https://[2001:db8::1]", "https://[2001:db8::2]", false),
            ("https://[2001:db8::1]:8443", "https://[2001:db8::1]", false),
        ])
    func serversOfSeveralNames(_ one: String, _ other: String, _ isKeptOut: Bool) throws {
        let first = locks()
        try first.take(["acme"], at: one, for: "a.run")
        #expect((taken(locks(), ["acme"], at: other)?.kind == .locked) == isKeptOut)
        first.release()
    }

    @Test("an import right after another is not taken for one at the same time")
    func rightAfterAnother() throws {
        for _ in 1...3 {
            let locks = locks()
            try locks.take(["acme"], at: api, for: "a.run")
            #expect(taken(locks, ["its-id"], at: api) == nil)
            locks.release()
        }
        let slow = locks()
        try slow.take(["acme"], at: api, for: "a.run")
        let other = locks()
        try other.take(["its-id"], at: api, for: "b.run")
        other.release()
        #expect(taken(slow, ["its-id"], at: api)?.kind == .locked)
        slow.release()
    }

    @Test func ofASandboxEveryRunHasAnother() throws {
        let first = locks()
        try first.take(["acme"], at: ServerOrigin.sandbox, for: "a.run")
        #expect(taken(locks(), ["acme"], at: ServerOrigin.sandbox, for: "b.run") == nil)
        #expect(taken(locks(), ["acme"], at: ServerOrigin.sandbox, for: "a.run")?.kind == .locked)
        first.release()
    }

    @Test func namesOfAnyKindHaveALock() throws {
        let names = [
            "a/../b", "", String(repeating: "x", count: 300), String(repeating: "x", count: 301), "Ä\u{0}", ".",
        ]
        let first = locks()
        for name in names { #expect(taken(first, [name], at: api) == nil) }
        for name in names { #expect(taken(locks(), [name], at: api)?.kind == .locked, "\(name)") }
        first.release()
        let state = folder.path.appending(".local/state/k0rdent-invite")
        #expect(state.entries.count == names.count)
        #expect(try state.stat().permissions.rawValue == 0o700)
    }

    @Test func theStateFolderIsTheUsersOwn() {
        let path = folder.path.string
        #expect(OrganizationLocks.folder(["XDG_STATE_HOME": path, "HOME": "/x"])?.string == path + "/k0rdent-invite")
        let usual = path + "/.local/state/k0rdent-invite"
        for environment in [
            ["HOME": path], ["HOME": path, "XDG_STATE_HOME": ""], ["HOME": path, "XDG_STATE_HOME": "x"],
        ] {
            #expect(OrganizationLocks.folder(environment)?.string == usual)
        }
        #expect(OrganizationLocks.folder([:]) == nil)
    }

    @Test(arguments: [[:], ["HOME": "/dev/null"], ["XDG_STATE_HOME": "/proc/x", "HOME": "/"]] as [[String: String]])
    func withoutAFolderItGoesOnAndSaysSoOnce(_ environment: [String: String]) throws {
        var warnings: [String] = []
        let locks = OrganizationLocks(environment: environment) { warnings.append($0) }
        #expect(taken(locks, ["acme"], at: api) == nil)
        #expect(taken(locks, ["other"], at: api) == nil)
        #expect(warnings.count == 1 && warnings[0].contains("Do not start one"), "\(warnings)")
    }

    @Test func aLinkInPlaceOfTheLockIsNotWrittenThrough() throws {
        let first = locks()
        try first.take(["acme"], at: api, for: "a.run")
        first.release()
        let state = folder.path.appending(".local/state/k0rdent-invite")
        let name = try #require(state.entries.first)
        let precious = try folder.write("precious", "precious")
        try state.appending(name).removeFile()
        try FileManager.default.linkItem(atPath: precious.string, toPath: state.appending(name).string)
        var warnings: [String] = []
        #expect(taken(locks { warnings.append($0) }, ["acme"], at: api) == nil)
        #expect(warnings.count == 1)
        #expect(folder.read("precious") == "precious")
    }

    /// The server may call one organization by two names, of which only one is known before the first look.
    @Test func aNameThatBecomesKnownLaterMustNotHaveBeenHeldMeanwhile() throws {
        let (early, late, other) = (locks(), locks(), locks())
        try other.take(["uid"], at: api, for: "c.run")
        other.release()
        try early.take(["acme"], at: api, for: "a.run")
        try early.take(["acme", "new"], at: api, for: "a.run")
        // A holder before the first look does not concern us; a holder since then does.
        try late.take(["uid"], at: api, for: "b.run")
        late.release()
        #expect(taken(early, ["acme", "uid"], at: api)?.kind == .locked)
        early.release()
        #expect(taken(early, ["acme", "uid"], at: api) == nil)
        early.release()
    }

    @Test(
        "shards of one split work side by side; nobody else does, since people would be in both",
        arguments: [
            ("1/8", "2/8", false), ("1/8", "8/8", false), ("1/8", "1/8", true), ("1/8", "1/1", true),
            ("1/1", "1/8", true), ("1/8", "1/4", true), ("1/8", "2/4", true), ("3/3", "8/8", true),
        ])
    func shards(_ held: String, _ wanted: String, _ isKeptOut: Bool) throws {
        let (one, other) = (try #require(Shard(held)), try #require(Shard(wanted)))
        let (first, second) = (locks(), locks())
        try first.take(["acme"], at: api, for: "a.run", shard: one)
        let error = taken(second, ["acme"], at: api, other)
        #expect((error?.kind == .locked) == isKeptOut, "\(error?.message ?? "")")
        #expect(taken(locks(), ["else"], at: api, other) == nil)
        second.release()
        first.release()
        #expect(taken(second, ["acme"], at: api, other) == nil)
        second.release()
    }

    /// As with two names of an organization: whoever was there meanwhile may have invited the same people.
    @Test(arguments: [("1/8", "2/8", false), ("1/8", "1/1", true), ("1/1", "1/8", true), ("1/8", "1/4", true)])
    func aNameThatAShardHeldMeanwhile(_ early: String, _ late: String, _ isRefused: Bool) throws {
        let (one, other) = (try #require(Shard(early)), try #require(Shard(late)))
        let (first, second) = (locks(), locks())
        try first.take(["acme"], at: api, for: "a.run", shard: one)
        try second.take(["uid"], at: api, for: "b.run", shard: other)
        second.release()
        let error = taken(first, ["acme", "uid"], at: api, one)
        #expect((error?.kind == .locked) == isRefused, "\(error?.message ?? "")")
        first.release()
    }

    @Test func twoImportsOfOneFileAreOneAfterTheOther() throws {
        let input = try folder.write("team.csv", "email,roles\na@x.example,viewer\n")
        func run(_ name: String) throws -> ImportRun {
            try ImportRun(
                RunDirectory(folder.path.appending(name)), organization: "acme", origin: api, locks: locks())
        }
        var options = ImportOptions()
        options.organization = "acme"
        let (first, second) = (try run("a.run"), try run("b.run"))
        var looks = 0
        _ = try first.prepare([.opening(input)], options)
        let error = #expect(throws: RunError.self) {
            let look: ImportPreview.Preflight = { _ in
                looks += 1
                return PreflightResult()
            }
            _ = try second.prepare([.opening(input)], options, preflight: look)
        }
        #expect(error?.kind == .locked && looks == 0)
        second.close()
        first.close()
        let third = try run("b.run")
        _ = try third.prepare([.opening(input)], options)
        third.close()
    }
}
