import CurlMulti
import Foundation
import SystemPackage
import TestSupport

@testable import InvitationImporter

/// One disaster from one seed: a server with faults, a disk with faults, an import that may be killed and a machine
/// that may lose its power at any step, and runs until all is done. The same seed is the same disaster.
struct Simulation {
    let seed: UInt64
    private var random: SplitMix64
    let people: Int
    let server: SimulatedServer
    let policy: SendingPolicy
    /// The machines that share the work: in every fourth disaster several, of which each has disasters of its own.
    let shards: [Shard]
    /// Whether the server is asked before there is a plan, as the program does, or not before the first attempt.
    private let asksFirst: Bool
    private let epoch = Date(timeIntervalSince1970: 1_800_000_000)

    init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: seed)
        people = Int.random(in: 1...20, using: &random)
        var (policy, character) = (Self.policy(&random), Self.character(&random))
        switch Int.random(in: 0..<15, using: &random) {
        case 0: Self.drawBlindRetries(&policy, &character)
        case 1: Self.drawLateList(&policy, &character)
        default: break
        }
        asksFirst = Bool.random(using: &random)
        self.policy = policy
        let count = seed % 4 == 3 ? Int(2 + seed / 4 % 3) : 1
        shards = (1...count).compactMap { Shard($0, of: count) }
        server = SimulatedServer(character, seed: random.next(), epoch: epoch)
    }

    private func tokens() throws -> TokenSource {
        guard server.character.tokenLife != nil else { return .fixed(try Token("fake-token", from: "the test")) }
        return .exchange(TokenGrant(apiKey: "plt_sk_fake"))
    }

    /// People's addresses: each has something that a server may leave out or write otherwise, or nothing. In every
    /// third file most have dots or a tag.
    private func email(_ number: Int) -> String {
        let kinds: UInt64 = seed % 3 == 0 ? 4 : 8
        return switch (seed &+ UInt64(number)) % kinds {
        case 0: "p.\(number)+tag@x.example"
        case 1: "p.\(number)@x.example"
        case 2: "p\(number)+tag@x.example"
        case 3: "P\(number)@X.example"
        case 4: "pÄ\(number)@x.example"
        default: "p\(number)@x.example"
        }
    }

    /// Runs until the import is done, then judges; answers with what was violated.
    mutating func run() throws -> [String] {
        let folder = try TemporaryFolder()
        var rows = (1...people).map { "\(email($0)),viewer" }
        for number in 1...people where Int.random(in: 0..<10, using: &random) == 0 {
            server.addOlder(
                email(number), roles: ["viewer"],
                status: ["pending", "accepted", "expired"].randomElement(using: &random) ?? "pending",
                lacking: [nil, nil, nil, nil, .address, .id, .place, .clearness].randomElement(using: &random) ?? nil)
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            server.addOlder("somebody.else@elsewhere.example", roles: ["viewer"], status: "pending")
        }
        var violations: [String] = []
        var start = Duration.zero
        for round in 0..<8 {
            // Going on is by person: somebody may sort the file meanwhile. Shards must all have seen the same files.
            if round > 0, shards.count == 1, Int.random(in: 0..<4, using: &random) == 0 { rows.shuffle(using: &random) }
            try folder.write("team.csv", "email,roles\n" + rows.joined(separator: "\n") + "\n")
            var (summaries, wires) = ([RunSummary?](), [SimulatedWire]())
            for shard in shards {
                // A server that counts requests can see them in their order only.
                let isAfterwards = server.character.limit != nil
                let begin = isAfterwards ? wires.last?.now.sinceOrigin ?? start : start
                let (summary, wire) = try once(shard, folder, round, startingAt: begin, &violations)
                summaries.append(summary)
                wires.append(wire)
            }
            violations += judgePace(wires)
            violations += try judgeJournal(folder)
            violations += judgeWhoIsHeldBack()
            start = (wires.map(\.now.sinceOrigin).max() ?? start) + .seconds(Int.random(in: 0...20, using: &random))
            guard summaries.allSatisfy({ $0 != nil }) else { continue }
            violations += try judge(folder, wires)
            // Some run the same command again although all is done, which has to be safe.
            let isDone = summaries.allSatisfy { $0?.ending == .complete }
            if isDone, Int.random(in: 0..<3, using: &random) > 0 { break }
        }
        if !violations.isEmpty { tell(folder) }
        return violations
    }

    /// One start of one machine, which may die, or its disk fail.
    ///
    /// - Returns: What it reported, if it came to that.
    private mutating func once(
        _ shard: Shard, _ folder: TemporaryFolder, _ round: Int, startingAt start: Duration,
        _ violations: inout [String]
    ) throws -> (RunSummary?, SimulatedWire) {
        // The last rounds are quiet, so that most disasters come to an end.
        let mayDie = round < 6 && Bool.random(using: &random)
        let life = SimulatedLife(steps: mayDie ? Int.random(in: 1...100, using: &random) : .max)
        let isDiskBad = round < 6 && Int.random(in: 0..<3, using: &random) == 0
        let disk = isDiskBad ? Self.disk(policy, &random) : .init()
        let (summary, wire) = try once(shard, folder, startingAt: start, life, disk)
        violations += judgePace(wire, try policy.part(of: shard))
        if summary == nil, !mayDie, !isDiskBad { violations.append("it did not come to an end") }
        return (summary, wire)
    }

    /// The run directory of a machine.
    static func directory(_ shard: Shard, _ folder: TemporaryFolder) -> RunDirectory {
        RunDirectory(forInputs: [folder.path.appending("team.csv").string], shard: shard)
    }

    /// Shows what is needed to understand a violation.
    private func tell(_ folder: TemporaryFolder) {
        print("seed \(seed): \(people) people, \(policy), \(server.character)")
        server.invitations.forEach { print("  server has \($0)") }
        for shard in shards {
            let name = Self.directory(shard, folder).path.lastComponent?.string ?? ""
            let journal = folder.read(name + "/journal.jsonl") ?? ""
            journal.split(separator: "\n").forEach { print("  journal \(shard) \($0)") }
        }
    }

    /// One start of the program: until it ends, or is killed after some steps.
    ///
    /// - Returns: What it reported, if it came to that.
    private mutating func once(
        _ shard: Shard, _ folder: TemporaryFolder, startingAt start: Duration, _ life: SimulatedLife,
        _ character: SimulatedDisk.Character
    ) throws -> (RunSummary?, SimulatedWire) {
        let server = server
        let answer: SimulatedWire.Server = { server.answer($0, $1) }
        let wire = SimulatedWire(slots: policy.concurrency, startingAt: start, lists: answer, answer)
        wire.life = life
        let seeds = (disk: random.next(), jitter: random.next())
        var disk: SimulatedDisk?
        var summary: RunSummary?
        do {
            let epoch = epoch
            let run = try ImportRun(
                Self.directory(shard, folder), organization: "acme", origin: "https://api.example", shard: shard,
                disk: { file in
                    let made = SimulatedDisk(file, character, life, seed: seeds.disk)
                    disk = made
                    return made
                }, wallClock: { epoch.addingTimeInterval(wire.now.sinceOrigin / .seconds(1)) })
            defer {
                if life.isOver { try? disk?.losePower() }
                run.close()
            }
            summary = try work(run, folder, wire, policy.part(of: shard), seed: seeds.jitter)
        } catch let error as RunError where error.kind == .cannotWrite {
            // The disk said so; the next start goes on.
        } catch let failure as TransportFailure where failure.text == "killed" {}
        return (life.isOver ? nil : summary, wire)
    }

    private func work(
        _ run: ImportRun, _ folder: TemporaryFolder, _ wire: SimulatedWire, _ policy: SendingPolicy, seed: UInt64
    ) throws -> RunSummary {
        let api = try InvitationAPI(base: "https://api.example")
        var context = SessionContext()
        context.checksInvariants = true
        let session = try run.session(
            over: wire, api, tokens(), policy, generator: SplitMix64(seed: seed),
            context: context)
        let ending = try prepare(run, folder, session) ?? run.send(session)
        // A program that was killed while it made the journal durable writes no reports.
        if wire.life.isOver { throw TransportFailure(.other, "killed") }
        return try run.report(ending).0
    }

    /// Makes the plan.
    ///
    /// - Returns: Why nothing can be sent after it; `nil` if something can.
    private func prepare(
        _ run: ImportRun, _ folder: TemporaryFolder, _ session: ServerSession<SimulatedWire>
    ) throws -> StopReason? {
        var options = ImportOptions()
        options.organization = "acme"
        var hindrance: StopReason?
        let files: [ByteSource] = [try .opening(folder.path.appending("team.csv"))]
        guard asksFirst else {
            _ = try run.prepare(files, options)
            return nil
        }
        _ = try run.prepare(files, options) { question in
            let (found, ending) = try session.preflight(question.organizations, for: question.people)
            hindrance = ending
            return ending.map { PreflightResult(hindrance: .stopped($0)) } ?? PreflightResult(found)
        }
        return hindrance
    }
}
