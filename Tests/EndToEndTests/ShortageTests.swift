import Foundation
import TestSupport
import Testing

/// The machine has little left: threads, memory, descriptors. The run goes on, or stops with a sentence; it never hangs
/// and never dies, and the next start completes it. Everyday runs do a lesser dose of it.
@Suite("A machine that is short", .serialized)
struct ShortageTests {
    private static let isFull = TestDose.isFull
    private static let people = isFull ? 200 : 30
    // Four are taken before it begins, by its streams and by the tests (`RunningTool`): with none beside these, the
    // system cannot load its libraries, and nothing of it runs.
    private static let descriptors = isFull ? Array(5...30) + [40, 60, 80, 100, 130] : [5, 12, 20, 21, 22, 26, 64]
    private static let memories = isFull ? Array(stride(from: 60_000, through: 300_000, by: 20_000)) : [100_000]

    private static let arguments = ["import", "list.csv", "--yes", "--rate", "unlimited"]

    /// The tool under limits, by an ordinary user: nobody limits root's processes.
    private static func limited(_ limits: String, in place: Workplace, _ more: [String]) throws -> [String] {
        guard geteuid() == 0 else { return shell(limits, Tool.invite, more) }
        let setpriv = try #require(Tool.system("setpriv"))
        let files = try place.names().filter { $0 != toolName }
        for path in [place.path] + files.map(place.path) { _ = chown(path, 65_534, 65_534) }
        let tool = try reachable(in: place)
        return [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"] + shell(limits, tool, more)
    }

    private static func shell(_ limits: String, _ tool: String, _ more: [String]) -> [String] {
        ["/bin/bash", "-c", "ulimit \(limits) && exec \"$0\" \"$@\"", tool] + arguments + more
    }

    private static let toolName = "k0rdent-invite"

    /// The tool where any user can run it: the folder of this package may be closed to others.
    private static func reachable(in place: Workplace) throws -> String {
        let (path, files) = (place.path(toolName), FileManager.default)
        if place.exists(toolName) { return path }
        do { try files.linkItem(atPath: Tool.invite, toPath: path) } catch {
            try files.copyItem(atPath: Tool.invite, toPath: path)
        }
        return path
    }

    /// Runs under limits, then without; everybody is invited once in the end.
    private func run(
        _ limits: String, _ sandbox: SandboxProcess, usesCommand: Bool, prefix: String
    ) async throws -> (EndedTool, posts: Int) {
        let place = try Workplace()
        let rows = (1...Self.people).map { "\(prefix)\($0)@northwind.example,viewer\n" }
        try place.write("email,roles\n" + rows.joined(), to: "list.csv")
        var environment = sandbox.environment
        var more: [String] = []
        if usesCommand {
            environment["K0RDENT_TOKEN"] = nil
            more = ["--token-command", "sleep 0.05; echo '\(sandbox.token)'"]
        }
        let before = try await sandbox.posts()
        let tool = try Tool.start(try Self.limited(limits, in: place, more), in: place, environment)
        let short = try await tool.finish()
        let posts = try await sandbox.posts() - before
        let again = try await Tool.start(try Self.limited("-c 0", in: place, more), in: place, environment).finish()
        #expect(again.code == 0, "\(limits): \(again.errors)")
        let created = try await sandbox.created().filter { $0.key.hasPrefix(prefix) }
        #expect(created.count == Self.people && created.values.allSatisfy { $0 == 1 }, "\(limits)")
        return (short, posts)
    }

    @Test("without a thread it goes on alone, and says that it shows no progress")
    func threads() async throws {
        try await SandboxProcess.with { sandbox in
            let (run, _) = try await run("-u 1", sandbox, usesCommand: false, prefix: "t")
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.errors.contains("no progress is shown"))
        }
    }

    @Test("without a process for the token command it stops, to go on later")
    func processes() async throws {
        try await SandboxProcess.with { sandbox in
            let (run, posts) = try await run("-u 1", sandbox, usesCommand: true, prefix: "p")
            #expect(run.code == 75, "\(run.errors)")
            #expect(run.errors.contains("this machine is short of something: The token command could not be run"))
            #expect(posts == 0)
        }
    }

    @Test("with few descriptors it takes fewer connections, or says how many it needs")
    func descriptors() async throws {
        try await SandboxProcess.with { sandbox in
            var codes: [Int32: Int] = [:]
            for limit in Self.descriptors {
                let (run, posts) = try await run("-n \(limit)", sandbox, usesCommand: true, prefix: "d\(limit)x")
                codes[run.code, default: 0] += 1
                #expect([0, 73, 75].contains(run.code), "\(limit): \(run.code) \(run.errors)")
                if run.code != 0 { #expect(posts == 0 && !run.errors.isEmpty, "\(limit): \(run.errors)") }
            }
            #expect(codes[0] ?? 0 > 0 && codes[75] ?? 0 > 0, "\(codes)")
        }
    }

    @Test("with little memory it does its work")
    func memory() async throws {
        try await SandboxProcess.with { sandbox in
            for limit in Self.memories {
                let (run, _) = try await run("-v \(limit)", sandbox, usesCommand: true, prefix: "m\(limit)x")
                #expect(run.code == 0 || run.code == 75, "\(limit): \(run.code) \(run.errors)")
            }
        }
    }

    @Test("more inputs than may be open at once are read, planned and reported without a gap")
    func manyInputs() async throws {
        let place = try Workplace()
        let count = Self.isFull ? 700 : 120
        let names = (1...count).map { "f\($0).csv" }
        for (number, name) in zip(1..., names) {
            try place.write("email,roles\n\(People.address(number)),viewer\nnobody,viewer\n", to: name)
        }
        try await SandboxProcess.with { sandbox in
            let shell = "ulimit -n \(Self.isFull ? 1024 : 64) && exec \"$0\" \"$@\""
            let arguments = ["import"] + names + ["--yes", "--rate", "unlimited", "--run-dir", "all.run"]
            let tool = try Tool.start(
                ["/bin/bash", "-c", shell, Tool.invite] + arguments, in: place, sandbox.environment)
            let run = try await tool.finish()
            #expect(run.code == 1, "\(run.errors)")
            #expect(try place.outcomes("all.run") == ["invited": count, "invalid": count])
            #expect(try place.table("all.run/fix.csv").count == count)
            #expect(try place.table("all.run/results.csv").count == 2 * count)
        }
    }

    @Test("ten thousand files on one command line are read in order")
    func tenThousandFiles() async throws {
        let place = try Workplace()
        let count = Self.isFull ? 10_000 : 1000
        try place.makeDirectory("in")
        let names = (1...count).map { "in/\($0).csv" }
        for (number, name) in zip(1..., names) { try place.write("email\n\(People.address(number))\n", to: name) }
        let arguments = ["convert", "--role", "viewer"] + names + ["--to", "csv", "--quiet"]
        let run = try await Tool.start([Tool.invite] + arguments, in: place).finish()
        #expect(run.code == 0, "\(run.errors)")
        let addresses = CSVText.records(run.output).dropFirst().map { $0[0] }
        #expect(addresses == (1...count).map(People.address))
    }
}
