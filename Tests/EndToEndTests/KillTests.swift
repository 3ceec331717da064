import Foundation
import TestSupport
import Testing

/// `kill -9` at random moments, then the same command again, until all is done; the sandbox counts.
///
/// `KILL_ROUNDS=N` kills more often, `KILL_PEOPLE=N` imports more people.
@Suite("Killed at a random moment", .serialized)
struct KillTests {
    private static let rounds = TestDose.count(8, full: 25, unless: "KILL_ROUNDS")
    private static let people = TestDose.count(300, full: 300, unless: "KILL_PEOPLE")
    private static let arguments = [
        "import", "list.csv", "--yes", "--rate", "unlimited", "--settle-delay", "500ms", "--progress", "none",
    ]

    @Test(
        "everybody is invited exactly once, whatever the server does with a second request",
        arguments: ["conflict", "accept"])
    func everybodyOnce(duplicates: String) async throws {
        var kills = 0
        while kills < (duplicates == "conflict" ? (Self.rounds + 1) / 2 : Self.rounds / 2) {
            let most = Int.random(in: 1...4)
            kills += try await SandboxProcess.with(["--duplicates", duplicates]) { sandbox in
                try await campaign(against: sandbox, atMost: most)
            }
        }
    }

    /// One import, killed some times on its way and judged at its end.
    ///
    /// - Returns: How often it was killed.
    private func campaign(against sandbox: SandboxProcess, atMost most: Int) async throws -> Int {
        let place = try Workplace()
        try place.write(People.csv(Self.people), to: "list.csv")
        var kills = 0
        for _ in 0..<most where try await isKilled(in: place, sandbox) { kills += 1 }
        let last = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
        #expect(last.code == 0, "\(last.errors)")

        let created = try await sandbox.created()
        #expect(created.count == Self.people)
        #expect(created.filter { $0.value != 1 } == [:], "mailed twice")
        let outcomes = try place.outcomes("list.run")
        let results = try place.table("list.run/results.csv")
        let reasons = Set(results.compactMap { $0["reason"] })
        #expect(outcomes == ["invited": Self.people], "\(last.errors) \(reasons)")
        #expect(results.count == Self.people)
        return kills
    }

    /// Starts the import and kills it as soon as its files have grown to a random size.
    private func isKilled(in place: Workplace, _ sandbox: SandboxProcess) async throws -> Bool {
        let tool = try Tool.start([Tool.invite] + Self.arguments, in: place, sandbox.environment)
        // Sometimes while it is planning; a person takes some 600 bytes of the journal.
        let isEarly = Int.random(in: 0..<8) == 0
        let target = place.size("list.run/journal.jsonl") + Int.random(in: 1...(Self.people * 600))
        try await eventually("a size of \(target) bytes or the end") {
            if isEarly, place.exists("list.run/plan.jsonl.partial") { return true }
            return tool.hasEnded || place.size("list.run/journal.jsonl") >= target
        }
        tool.signal(SIGKILL)
        return try await tool.finish().code == -SIGKILL
    }
}

extension Workplace {
    /// The bytes of a file; 0 where there is none.
    func size(_ name: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path(name))
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
