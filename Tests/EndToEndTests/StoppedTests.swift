import Foundation
import Testing

@Suite("An import that is stopped on its way", .serialized)
struct StoppedTests {
    private static let arguments = [
        "import", "list.csv", "--yes", "--rate", "unlimited", "--concurrency", "4",
    ]
    /// Where the invitations may not be listed, nobody can find out what became of an attempt without an answer.
    private static let unlisted = ["--listing", "forbidden"]

    @Test("Ctrl-C ends what is under way, reports, and the same command goes on", arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) async throws {
        try await SandboxProcess.with(["--hold", "6"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(40), to: "list.csv")
            let tool = try Tool.start([Tool.invite] + Self.arguments, in: place, sandbox.environment)
            try await eventually("some requests") { try await sandbox.posts() == 10 }
            tool.signal(signal)
            try sandbox.release()
            let run = try await tool.finish()
            #expect(run.code == 128 + signal, "\(run.errors)")

            let posts = try await sandbox.posts()
            #expect(posts < 40)
            #expect(try await sandbox.created().count == posts, "what was under way was not waited for")
            #expect(try place.outcomes("list.run") == ["invited": posts, "not-sent": 40 - posts])
            #expect(try place.table("list.run/retry.csv").count == 40 - posts)
            #expect(run.output.contains("same command") && run.errors.contains("Stopped: interrupted."))

            let again = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
            #expect(again.code == 0, "\(again.errors)")
            #expect(try place.outcomes("list.run") == ["invited": 40])
            #expect(!place.exists("list.run/retry.csv"))
            try await expectOneDelivery(sandbox, people: 40)
        }
    }

    @Test("Ctrl-C twice stops at once; what was under way is unknown and not sent again")
    func interruptedTwice() async throws {
        try await SandboxProcess.with(Self.unlisted + ["--hold", "0"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(10), to: "list.csv")
            // The server never answers: a tool that waited for that would wait for ever.
            let patient = Self.arguments + ["--timeout", "1h"]
            let tool = try Tool.start([Tool.invite] + patient, in: place, sandbox.environment)
            try await eventually("the first requests") { try await sandbox.posts() == 4 }
            tool.signal(SIGINT)
            // Two of the same kind at once may come as one, so the second is of another kind.
            tool.signal(SIGTERM)
            let run = try await tool.finish()
            #expect(run.code == 143 || run.code == 130, "\(run.errors)")
            #expect(try place.outcomes("list.run") == ["unknown": 4, "not-sent": 6])
            #expect(try place.table("list.run/retry.csv").count == 6)

            try sandbox.release()
            let again = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
            #expect(again.code == 2, "\(again.errors)")
            #expect(try place.outcomes("list.run") == ["unknown": 4, "invited": 6])
            try await expectOneDelivery(sandbox, people: 10)
        }
    }

    @Test("after kill -9 the rows under way are unknown, the others go on, and nobody is mailed twice")
    func killed() async throws {
        try await SandboxProcess.with(Self.unlisted + ["--hold", "10"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(30), to: "list.csv")
            let tool = try Tool.start([Tool.invite] + Self.arguments, in: place, sandbox.environment)
            try await eventually("some requests") { try await sandbox.posts() == 14 }
            tool.signal(SIGKILL)
            #expect(try await tool.finish().code == -SIGKILL)

            try sandbox.release()
            let again = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
            #expect(again.code == 2, "\(again.errors)")
            let outcomes = try place.outcomes("list.run")
            let unknown = outcomes["unknown"] ?? 0
            #expect((1...4).contains(unknown))
            #expect(outcomes["invited"] == 30 - unknown)
            let listed = try place.table("list.run/results.csv").filter { $0["outcome"] == "unknown" }
            #expect(listed.count == unknown && listed.allSatisfy { $0["reason"]?.isEmpty == false })
            #expect(try await sandbox.deliveries().values.allSatisfy { $0 == 1 })

            let third = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
            #expect(third.code == 2)
            #expect(try await sandbox.deliveries().values.allSatisfy { $0 == 1 })
        }
    }

    @Test("where the invitations may be listed, what became of the rows under way is found out")
    func settled() async throws {
        try await SandboxProcess.with(["--hold", "10"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(30), to: "list.csv")
            let tool = try Tool.start([Tool.invite] + Self.arguments, in: place, sandbox.environment)
            try await eventually("some requests") { try await sandbox.posts() == 14 }
            tool.signal(SIGKILL)
            #expect(try await tool.finish().code == -SIGKILL)

            try sandbox.release()
            let arguments = Self.arguments + ["--settle-delay", "1s"]
            let again = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(again.code == 0, "\(again.errors)")
            #expect(try place.outcomes("list.run") == ["invited": 30])
            try await expectOneDelivery(sandbox, people: 30)
        }
    }

    @Test("a second process on the same run is refused while the first is at work")
    func locked() async throws {
        try await SandboxProcess.with(["--hold", "0"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(8), to: "list.csv")
            let tool = try Tool.start([Tool.invite] + Self.arguments, in: place, sandbox.environment)
            try await eventually("the first request") { try await sandbox.posts() > 0 }
            let second = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
            #expect(second.code == 73, "\(second.errors)")
            #expect(second.errors.contains("\(tool.pid)"))
            try sandbox.release()
            let first = try await tool.finish()
            #expect(first.code == 0, "\(first.errors)")
            try await expectOneDelivery(sandbox, people: 8)
        }
    }

    @Test("report of a run at work says how far it is, and writes nothing")
    func reportMeanwhile() async throws {
        try await SandboxProcess.with(["--hold", "5"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(20) + "nobody,viewer,\n", to: "list.csv")
            let tool = try Tool.start(
                [Tool.invite, "import", "list.csv", "--yes", "--concurrency", "4", "--rate", "unlimited"], in: place,
                sandbox.environment)
            try await eventually("requests are held") { try await sandbox.posts() == 9 }
            let report = try await Tool.invite(["report", "list.run", "--json"], in: place)
            #expect(report.code == 75, "\(report.errors)")
            let now = try JSONText(report.output)
            #expect(now["rows"].int == 21)
            let counts = now["outcomes"].counts
            #expect(counts["invited"] == 5 && counts["invalid"] == 1 && counts.values.reduce(0, +) == 21, "\(counts)")
            // Intents are written in groups, some before there is a slot for them.
            #expect(counts["under-way"] ?? 0 >= 4 && counts["unknown"] == nil, "\(counts)")
            #expect(!place.exists("list.run/results.csv"))
            let words = try await Tool.invite(["report", "list.run"], in: place)
            #expect(words.output.contains("at its end. So far:\n  invited       5\n"), "\(words.output)")
            try sandbox.release()
            #expect(try await tool.finish().code == 1)
            #expect(try await Tool.invite(["report", "list.run"], in: place).output.contains("written again"))
        }
    }

    @Test("a journal that was damaged stops the run before anything is sent")
    func damagedJournal() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(5), to: "list.csv")
            _ = try await Tool.invite(Self.arguments + ["--first", "3"], in: place, sandbox.environment)
            let journal = try place.read("list.run/journal.jsonl")
            try place.write(journal.replacing("person2@", with: "person9@"), to: "list.run/journal.jsonl")
            let run = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
            #expect(run.code == 65, "\(run.errors)")
            #expect(run.errors.contains("damaged at byte"))
            #expect(try await sandbox.posts() == 3)
        }
    }

    @Test("a last line that was cut off is dropped, and said so")
    func tornJournal() async throws {
        try await SandboxProcess.with(Self.unlisted) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(5), to: "list.csv")
            let slowly = Self.arguments.dropLast(2) + ["--concurrency", "1"]
            _ = try await Tool.invite(slowly + ["--first", "3"], in: place, sandbox.environment)
            // The last line tells how the import ended, the one before it what became of the third person.
            let lines = try place.read("list.run/journal.jsonl").split(separator: "\n").dropLast()
            try place.write(String(lines.joined(separator: "\n").dropLast(20)), to: "list.run/journal.jsonl")
            // A machine that stopped in the middle of a line has written no report of what followed.
            for name in ["results.csv", "results.jsonl", "summary.json"] {
                try FileManager.default.removeItem(atPath: place.path + "/list.run/" + name)
            }
            let run = try await Tool.invite(Array(slowly), in: place, sandbox.environment)
            #expect(run.code == 2, "\(run.errors)")
            #expect(run.errors.contains("cut off"))
            #expect(try place.outcomes("list.run") == ["invited": 4, "unknown": 1])
            try await expectOneDelivery(sandbox, people: 5)
        }
    }

    @Test("a file of the journal's name that is somebody else's is left alone")
    func strangersJournal() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.makeDirectory("diary")
            try place.write(#"{"my":"diary"}"#, to: "diary/journal.jsonl")
            try place.write(People.csv(3), to: "diary/list.csv")
            let run = try await Tool.invite(["import", "diary/list.csv", "--yes"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(try place.read("diary/journal.jsonl") == #"{"my":"diary"}"#)
            #expect(place.exists("diary/list.run/journal.jsonl"))
            let other = try await Tool.invite(
                ["import", "diary/list.csv", "--yes", "--run-dir", "diary"], in: place, sandbox.environment)
            #expect(other.code == 78, "\(other.errors)")
            #expect(try place.read("diary/journal.jsonl") == #"{"my":"diary"}"#)
            try await expectOneDelivery(sandbox, people: 3)
        }
    }

    @Test("a file of a run belongs to it, from wherever it is named", arguments: ["list.run", "list.run/input"])
    func fromWithin(folder: String) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3) + "no-at,viewer,\n", to: "list.csv")
            let first = try await Tool.invite(["import", "list.csv", "--yes"], in: place, sandbox.environment)
            #expect(first.code == 1, "\(first.errors)")
            let name = folder == "list.run" ? "fix.csv" : "001-list.csv"
            let command = "cd \(folder) && exec \(Tool.invite) import \(name) --yes"
            let run = try await Tool.start(["/bin/sh", "-c", command], in: place, sandbox.environment).finish()
            #expect(run.code == 1, "\(run.errors)")
            #expect(run.output.contains("Nothing was sent"), "\(run.output)")
            #expect(!place.exists(folder + "/" + (folder == "list.run" ? "fix.run" : "001-list.run")))
            try await expectOneDelivery(sandbox, people: 3)
        }
    }

    private func expectOneDelivery(_ sandbox: SandboxProcess, people: Int) async throws {
        let deliveries = try await sandbox.deliveries()
        #expect(deliveries.count == people)
        #expect(deliveries.filter { $0.value != 1 } == [:])
    }
}
