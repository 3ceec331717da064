import CurlMulti
import Foundation
import InvitationImporter
import SystemPackage
import Testing

/// Reports of a run as it lies in its directory, with this or that of it gone.
struct StoredRunTests {
    private let simulated: SimulatedImport
    private var run: StoredRun {
        get throws { try StoredRun(RunDirectory(simulated.folder.path.appending("team.run"))) }
    }

    /// An import of which the fourth person is under way when it is killed.
    init() throws {
        simulated = try SimulatedImport(6)
        simulated.policy.concurrency = 1
        simulated.policy.pace = .unlimited
        let life = SimulatedLife(steps: .max)
        simulated.life = life
        var posts = 0
        _ = try? simulated.run { [life] _, _ in
            posts += 1
            if posts == 4 { life.end() }
            return (.milliseconds(5), .answer(201, #"{"id":"i-\#(posts)"}"#))
        }
    }

    private func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: simulated.folder.path.appending("team.run/" + name).string)
    }

    private func change(_ name: String, _ old: String, _ new: String) throws {
        let text = try #require(simulated.folder.read("team.run/" + name))
        #expect(text.contains(old))
        try simulated.folder.write("team.run/" + name, text.replacing(old, with: new, maxReplacements: 1))
    }

    private var outcomes: [String] {
        (simulated.folder.read("team.run/results.jsonl") ?? "").split(separator: "\n").map { line in
            (try? JSONValue(parsing: String(line))["outcome"]?.string) ?? "?"
        }
    }

    private let whole = ["invited", "invited", "invited", "unknown", "not-sent", "not-sent"]

    @Test func aKilledRunIsReportedWhole() throws {
        let (summary, json) = try run.report()
        #expect(outcomes == whole)
        #expect(summary.ending == .killed)
        #expect(summary.gaps.isEmpty)
        #expect(json["ending"]?.string == "killed")
        #expect(simulated.rows("retry.csv").count == 2)
        #expect(
            simulated.rows("results.csv").first == "1,2,p1@x.example,viewer,invited,,201,1,i-1,,,"
                + (simulated.rows("results.csv").first?.split(separator: ",").last ?? ""))
    }

    /// Nobody is left after a kill, or nobody can be sent at all.
    @Test(arguments: [true, false]) func aStartThatSendsNothingSaysHowItEnded(isAfterKill: Bool) throws {
        let simulated = try SimulatedImport(2)
        if isAfterKill {
            _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201, #"{"id":"i"}"#)) }
            let lines = try #require(simulated.folder.read("team.run/journal.jsonl")).split(separator: "\n")
            #expect(lines.last?.hasPrefix(#"{"end":"#) == true)
            try simulated.folder.write("team.run/journal.jsonl", lines.dropLast().joined(separator: "\n") + "\n")
        } else {
            try simulated.folder.write("team.csv", "email,roles\n@bad,viewer\n")
        }
        let directory = RunDirectory(simulated.folder.path.appending("team.run"))
        let start = try ImportRun(directory, organization: "acme", origin: "https://api.example")
        simulated.options.organization = "acme"
        _ = try start.prepare(
            [.opening(simulated.folder.path.appending("team.csv"), name: "team.csv")], simulated.options)
        _ = try start.report(.complete)
        start.close()
        let (summary, json) = try StoredRun(directory).report()
        #expect(summary.ending == .complete)
        #expect(json["exitCode"]?.integer == (isAfterKill ? 0 : 1))
    }

    @Test func whatWasLeftOnPurposeIsNoStop() throws {
        let simulated = try SimulatedImport(3)
        simulated.first = 1
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201, #"{"id":"i"}"#)) }
        let (summary, _) = try StoredRun(RunDirectory(simulated.folder.path.appending("team.run"))).report()
        #expect(summary.count(.notSent) == 2)
        #expect(summary.exitCode == 0)
    }

    @Test func aPlanThatLostRowsIsSaidToBeDamaged() throws {
        let lines = try #require(simulated.folder.read("team.run/plan.jsonl")).split(separator: "\n")
        try simulated.folder.write("team.run/plan.jsonl", lines.dropLast().joined(separator: "\n") + "\n")
        let (summary, _) = try run.report()
        #expect(outcomes == Array(whole.prefix(4)))
        #expect(summary.gaps.first?.contains("the inputs have more rows than the plan") == true, "\(summary.gaps)")
    }

    @Test func anImportThatEndedTellsHow() throws {
        simulated.life = SimulatedLife(steps: .max)
        let (ending, before, _) = try simulated.run { _, _ in (.milliseconds(5), .answer(201)) }
        let (summary, _) = try run.report()
        #expect(summary.ending == ending)
        #expect(summary.requests == before.requests && summary.requests > 0)
        #expect(summary.outcomes == before.outcomes)
    }

    @Test func withoutTheCopyTheAddressesAreThere() throws {
        for damage in [{ try change("input/001-team.csv", "p6", "pp") }, { try remove("input/001-team.csv") }] {
            try damage()
            let (summary, _) = try run.report()
            #expect(outcomes == whole)
            #expect(summary.gaps.count == 1)
            #expect(summary.gaps.first?.contains("001-team.csv") == true)
            #expect(simulated.rows("results.csv").first?.hasPrefix("1,2,p1@x.example,,invited") == true)
        }
    }

    @Test func withoutThePlanWhoeverWasTriedIsThere() throws {
        for damage in [{ try change("plan.jsonl", "p2@x", "p9@x") }, { try remove("plan.jsonl") }] {
            try damage()
            let (summary, _) = try run.report()
            #expect(outcomes == Array(whole.prefix(4)))
            #expect(summary.gaps.first?.contains("plan.jsonl") == true)
            #expect(
                simulated.rows("results.csv").first?.split(separator: ",").prefix(5) == [
                    "1", "p1@x.example", "acme", "invited", "201",
                ])
        }
    }

    @Test func withoutTheJournalNobodyIsCertain() throws {
        try change("journal.jsonl", #""outcome":"acme p2@x"#, #""outcome":"acme p9@x"#)
        var (summary, _) = try run.report()
        #expect(outcomes == ["invited"] + Array(repeating: "unknown", count: 5))
        #expect(summary.gaps.first?.contains("damaged at byte") == true)
        try remove("journal.jsonl")
        (summary, _) = try run.report()
        #expect(outcomes == Array(repeating: "unknown", count: 6))
        #expect(summary.gaps.first?.contains("missing") == true)
        #expect(simulated.folder.read("team.run/journal.jsonl") == nil)
    }

    @Test func withoutJournalAndPlanThereIsNothingToReport() throws {
        try remove("journal.jsonl")
        try change("plan.jsonl", "p2@x", "p9@x")
        #expect(throws: RunError.self) { _ = try run.report() }
        try remove("plan.jsonl")
        #expect(throws: InputError.self) { _ = try run.report() }
    }

    @Test func reportingChangesNothingButTheReports() throws {
        let before = simulated.folder.read("team.run/journal.jsonl")
        try simulated.folder.write("team.run/journal.jsonl", (before ?? "") + "{\"torn")
        _ = try run.report()
        #expect(simulated.folder.read("team.run/journal.jsonl") == (before ?? "") + "{\"torn")
        #expect(outcomes == whole)
    }
}
