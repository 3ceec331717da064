import Foundation
import Testing

@Suite("One import over several machines", .serialized)
struct ShardTests {
    private static let nowhere = [
        "K0RDENT_API_URL": "http://127.0.0.1:9", "K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme",
    ]
    private static let arguments = ["import", "list.csv", "--yes", "--rate", "unlimited", "--progress", "none"]

    private static func variables(_ index: Int, of count: Int) -> [String: String] {
        ["JOB_COMPLETION_INDEX": String(index), "K0RDENT_SHARDS": String(count)]
    }

    @Test(
        "what names no part is 64, and the message says what is right",
        arguments: [
            (["--shard", "0/8"], [:], "from 1/N to N/N"), (["--shard", "9/8"], [:], "from 1/N to N/N"),
            (["--shard", "2/0"], [:], "from 1/N to N/N"), (["--shard", "three"], [:], "from 1/N to N/N"),
            ([], ["JOB_COMPLETION_INDEX": "0"], "K0RDENT_SHARDS is not"),
            ([], ["K0RDENT_SHARDS": "8"], "JOB_COMPLETION_INDEX is not"),
            ([], variables(8, of: 8), "from 0 to one less"),
            (["--shard", "3/8", "--quota", "7/d"], [:], "7 at most"),
        ] as [([String], [String: String], String)])
    func wrongUsage(_ options: [String], _ variables: [String: String], _ words: String) async throws {
        let place = try Workplace()
        try place.write(People.csv(3), to: "list.csv")
        let environment = Self.nowhere.merging(variables) { $1 }
        for command in [["check", "list.csv"], ["import", "list.csv", "--yes"], ["import", "list.csv", "--dry-run"]] {
            let run = try await Tool.invite(command + options, in: place, environment)
            #expect(run.code == 64, "\(command): \(run.errors)")
            #expect(run.errors.contains(words), "\(command): \(run.errors)")
            #expect(try place.names() == ["list.csv"])
        }
    }

    @Test("the plan says whose rows it has, and what is divided")
    func plan() async throws {
        let place = try Workplace()
        try place.write(People.csv(100), to: "list.csv")
        let options = ["--shard", "3/8", "--rate", "100/s", "--quota", "500/d"]
        let run = try await Tool.invite(["check", "list.csv"] + options, in: place)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("3 of 8: "), "\(run.errors)")
        #expect(run.output.contains(" of 100 rows are its own"), "\(run.errors)")
        #expect(run.output.contains("--rate 100/s is 25 in 2 s here, --quota 500/d is 63/d here"), "\(run.errors)")
        let plans = try await (1...8).asyncMap { number in
            try JSONText(
                try await Tool.invite(["check", "list.csv", "--json", "--shard", "\(number)/8"], in: place).output)
        }
        #expect(plans.reduce(0) { $0 + ($1["rows"].int ?? 0) } == 100)
        #expect(plans.map { $0["shard"].string } == (1...8).map { "\($0)/8" })
        for one in plans { #expect((one["rows"].int ?? 0) + (one["rowsOfOtherShards"].int ?? 0) == 100) }
    }

    @Test("shards at work at the same time invite everybody once, and their reports become one")
    func sideBySide() async throws {
        try await SandboxProcess.with(["--duplicates", "accept"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(60) + "Person1@northwind.example,member,\n@nobody,viewer,\n", to: "list.csv")
            var tools: [RunningTool] = []
            for index in 0..<3 {
                let environment = sandbox.environment.merging(Self.variables(index, of: 3)) { $1 }
                tools.append(try Tool.start([Tool.invite] + Self.arguments, in: place, environment))
            }
            var ended: [EndedTool] = []
            for tool in tools { ended.append(try await tool.finish()) }
            #expect(ended.map(\.code) == [1, 0, 0], "\(ended.map(\.errors))")
            #expect(try await sandbox.created().count == 60)
            #expect(try await sandbox.created().allSatisfy { $0.value == 1 })
            let runs = (1...3).map { "list.\($0)-of-3.run" }
            let joined = try await Tool.invite(
                ["report"] + runs.reversed() + ["--into", "list.report"], in: place)
            #expect(joined.code == 0, "\(joined.errors)")
            #expect(try place.outcomes("list.report") == ["invited": 60, "duplicate": 1, "invalid": 1])
            #expect(try place.table("list.report/results.csv").count == 62)
            let lines = try place.column("line", of: "list.report/results.csv").compactMap { Int($0) }
            #expect(lines == Array(2...63))

            let one = try await Tool.invite(["report", runs[1]], in: place)
            #expect(one.code == 0 && one.output.contains("shard 2/3 alone"), "\(one.errors)")
            let missing = try await Tool.invite(["report", runs[0], runs[2], "--into", "list.report"], in: place)
            #expect(missing.code == 64 && missing.errors.contains("missing: 2/3"), "\(missing.errors)")
            let nowhere = try await Tool.invite(["report"] + runs, in: place)
            #expect(nowhere.code == 64 && nowhere.errors.contains("--into"), "\(nowhere.errors)")

            // In each pod of a Job, people would be invited anew as often as there are pods.
            let pod = sandbox.environment.merging(["JOB_COMPLETION_INDEX": "1", "K0RDENT_SHARDS": "2"]) { $1 }
            let anew = ["import", "--again", "expired", "list.1-of-2.run", "--yes"]
            let refused = try await Tool.invite(anew, in: place, pod)
            #expect(refused.code == 64 && refused.errors.contains("in one process"), "\(refused.errors)")
            // The same again sends nothing; another split is refused in these folders.
            let again = try await Tool.invite(Self.arguments + ["--shard", "2/3"], in: place, sandbox.environment)
            #expect(again.code == 0 && again.output.contains("Nothing was sent"), "\(again.errors)")
            for other in ["2/4", "1/3", "1/1"] {
                let run = try await Tool.invite(
                    Self.arguments + ["--shard", other, "--run-dir", runs[1]], in: place, sandbox.environment)
                #expect(run.code == 64, "\(run.errors)")
                #expect(run.errors.contains("Give --shard 2/3 to go on"), "\(run.errors)")
            }
            #expect(try await sandbox.posts() == 60)
        }
    }

    @Test("--strict and --duplicates fail are about the whole file, --first is divided")
    func brakes() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            // The error is in a row of the first shard, the repeated person in one of the others.
            try place.write(People.csv(20) + ",viewer,\n", to: "list.csv")
            try place.write(People.csv(20) + "person7@northwind.example,viewer,\n", to: "twice.csv")
            for number in 1...3 {
                for arguments in [["list.csv", "--strict"], ["twice.csv", "--duplicates", "fail"]] {
                    let run = try await Tool.invite(
                        ["import", "--yes", "--shard", "\(number)/3"] + arguments, in: place, sandbox.environment)
                    #expect(run.code == 1, "\(number) \(run.errors)")
                    #expect(run.errors.contains("1 error"), "\(number) \(run.errors)")
                    let check = try await Tool.invite(
                        ["check", "--shard", "\(number)/3"] + arguments, in: place, sandbox.environment)
                    #expect(check.code == 1, "\(number) \(check.errors)")
                }
            }
            #expect(try await sandbox.posts() == 0)
            for number in 1...3 {
                let run = try await Tool.invite(
                    Self.arguments + ["--first", "2", "--shard", "\(number)/3"], in: place, sandbox.environment)
                #expect(run.code == (number == 1 ? 1 : 0), "\(number) \(run.errors)")
                #expect(run.errors.contains("--first 2 is \(number < 3 ? 1 : 0) here"), "\(number) \(run.errors)")
            }
            #expect(try await sandbox.posts() == 2)
        }
    }

    @Test("a shard and a whole import keep each other out")
    func wholeImportBesideAShard() async throws {
        try await SandboxProcess.with(["--hold", "lists"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(6), to: "list.csv")
            let shard = try Tool.start(
                [Tool.invite] + Self.arguments + ["--shard", "1/2"], in: place, sandbox.environment)
            try await eventually("a list is asked for") { try await !sandbox.requests().isEmpty }
            let whole = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
            #expect(whole.code == 73, "\(whole.errors)")
            #expect(whole.errors.contains("is being worked on"), "\(whole.errors)")
            let other = try await Tool.invite(Self.arguments + ["--shard", "2/3"], in: place, sandbox.environment)
            #expect(other.code == 73, "\(other.errors)")
            try sandbox.release()
            #expect(try await shard.finish().code == 0)
            #expect(try await Tool.invite(Self.arguments, in: place, sandbox.environment).code == 0)
            #expect(try await sandbox.created().allSatisfy { $0.value == 1 })
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
