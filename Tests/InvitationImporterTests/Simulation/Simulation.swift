import CurlMulti
import Foundation
import SystemPackage
import TestSupport

@testable import InvitationImporter

/// One disaster from one seed: a server with faults, a disk with faults, an import that may be killed and a machine that
/// may lose its power at any step, and runs until all is done. The same seed is the same disaster.
struct Simulation {
    let seed: UInt64
    private var random: SplitMix64
    let people: Int
    let server: SimulatedServer
    let policy: SendingPolicy
    private let epoch = Date(timeIntervalSince1970: 1_800_000_000)

    init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: seed)
        people = Int.random(in: 1...20, using: &random)
        policy = Self.policy(&random)
        server = SimulatedServer(Self.character(&random), seed: random.next(), epoch: epoch)
    }

    private static func character(_ random: inout SplitMix64) -> SimulatedServer.Character {
        func share(_ choices: [Int]) -> Int { choices.randomElement(using: &random) ?? 0 }
        var character = SimulatedServer.Character()
        character.lostBefore = share([0, 0, 0, 2, 20])
        character.lostAfter = share([0, 0, 0, 2, 20])
        character.neverLeft = share([0, 0, 0, 5, 20])
        character.errorBefore = share([0, 0, 0, 10, 30])
        character.errorAfter = share([0, 0, 0, 5, 20])
        character.turnedAway = share([0, 0, 0, 5, 20])
        character.cutBody = share([0, 0, 10])
        character.othersInvite = share([0, 0, 10])
        character.refusesPeople = share([0, 0, 10])
        character.limit = [nil, nil, 2, 20].randomElement(using: &random) ?? nil
        character.retryAfters =
            [
                [nil], ["1"], ["0", nil, "garbage", "2"], ["1.5", "Sun, 06 Nov 1994 08:49:37 GMT"], ["30"],
            ].randomElement(using: &random) ?? [nil]
        character.acceptsDuplicates = share([0, 1]) == 1
        character.listsAllowed = share([0, 1, 1, 1]) == 1
        character.listLag = .seconds(share([0, 0, 3, 8]))
        character.listPage = share([3, 7, 500])
        character.listShuffled = share([0, 0, 1]) == 1
        if share([0, 0, 0, 1]) == 1 { character.outage = .seconds(1)...(.seconds(share([2, 21, 200]))) }
        character.tokenLife = [nil, .seconds(2), .seconds(5), .seconds(900)].randomElement(using: &random) ?? nil
        character.tokensNameOrganization = share([0, 1]) == 1
        if share([0, 1]) == 1 {
            character.speech = SimulatedSpeech(drawnFrom: &random)
            drawLists(&character, &random)
        }
        return character
    }

    /// Lists that are behind, cut short, too large, or in trouble.
    private static func drawLists(_ character: inout SimulatedServer.Character, _ random: inout SplitMix64) {
        func share(_ choices: [Int]) -> Int { choices.randomElement(using: &random) ?? 0 }
        character.listLag = .seconds(share([0, 0, 3, 8, 15, 30]))
        character.listTroubleUntil = .seconds(share([0, 0, 0, 12, 100]))
        character.laterPageFails = share([0, 0, 20])
        character.largestPage = [nil, nil, 100, 5].randomElement(using: &random) ?? nil
        if share([0, 0, 0, 1]) == 1 { character.cap = share([2, 5, 12]) }
        character.capsToNewest = share([0, 1]) == 1
        if share([0, 0, 0, 0, 0, 1]) == 1 {
            character.lockout = .seconds(share([0, 2]))...(.seconds(share([3, 20])))
        }
    }

    private func tokens() throws -> TokenSource {
        guard server.character.tokenLife != nil else { return .fixed(try Token("fake-token", from: "the test")) }
        return .exchange(TokenGrant(apiKey: "plt_sk_fake"))
    }

    private static func policy(_ random: inout SplitMix64) -> SendingPolicy {
        var policy = SendingPolicy()
        policy.concurrency = [1, 2, 16].randomElement(using: &random) ?? 1
        policy.pace =
            [.auto, .unlimited, .atMost(Rate(3, per: .seconds(1))), .atMost(Rate(50, per: .seconds(1)))]
            .randomElement(using: &random) ?? .auto
        policy.retry.serverErrors =
            [.settled, .settled, .always, .never].randomElement(using: &random) ?? .settled
        policy.retry.maxAttempts = [2, 5].randomElement(using: &random) ?? 5
        policy.sync = [.always, .always, .interval].randomElement(using: &random) ?? .always
        return policy
    }

    private static func disk(_ policy: SendingPolicy, _ random: inout SplitMix64) -> SimulatedDisk.Character {
        var disk = SimulatedDisk.Character()
        if Int.random(in: 0..<5, using: &random) == 0 { disk.room = Int.random(in: 0...5_000, using: &random) }
        disk.failingSyncs = [0, 0, 0, 5, 50].randomElement(using: &random) ?? 0
        disk.losesPower = policy.sync == .always && Bool.random(using: &random)
        return disk
    }

    /// People's addresses: each has something that a server may leave out or write otherwise, or nothing.
    private func email(_ number: Int) -> String {
        switch (seed &+ UInt64(number)) % 7 {
        case 0: "p.\(number)+tag@x.example"
        case 1: "P\(number)@X.example"
        case 2: "pÄ\(number)@x.example"
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
                lacking: [nil, nil, nil, nil, .address, .id].randomElement(using: &random) ?? nil)
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            server.addOlder("somebody.else@elsewhere.example", roles: ["viewer"], status: "pending")
        }
        var violations: [String] = []
        var start = Duration.zero
        for round in 0..<8 {
            // Going on is by person: somebody may sort the file meanwhile.
            if round > 0, Int.random(in: 0..<4, using: &random) == 0 { rows.shuffle(using: &random) }
            try folder.write("team.csv", "email,roles\n" + rows.joined(separator: "\n") + "\n")
            // The last rounds are quiet, so that most disasters come to an end.
            let mayDie = round < 6 && Bool.random(using: &random)
            let life = SimulatedLife(steps: mayDie ? Int.random(in: 1...100, using: &random) : .max)
            let isDiskBad = round < 6 && Int.random(in: 0..<3, using: &random) == 0
            let disk = isDiskBad ? Self.disk(policy, &random) : .init()
            let (summary, wire, end) = try once(folder, startingAt: start, life, disk)
            violations += judgePace(wire)
            violations += try judgeJournal(folder)
            start = end + .seconds(Int.random(in: 0...20, using: &random))
            if summary == nil, !mayDie, !isDiskBad { violations.append("it did not come to an end") }
            guard let summary else { continue }
            violations += try judge(folder, summary, wire)
            if summary.ending == .complete { break }
        }
        if !violations.isEmpty { tell(folder) }
        return violations
    }

    /// Shows what is needed to understand a violation.
    private func tell(_ folder: TemporaryFolder) {
        print("seed \(seed): \(people) people, \(policy), \(server.character)")
        server.invitations.forEach { print("  server has \($0)") }
        (folder.read("team.run/journal.jsonl") ?? "").split(separator: "\n").forEach { print("  journal \($0)") }
    }

    /// One start of the program: until it ends, or is killed after some steps.
    ///
    /// - Returns: What it reported, if it came to that.
    private mutating func once(
        _ folder: TemporaryFolder, startingAt start: Duration, _ life: SimulatedLife,
        _ character: SimulatedDisk.Character
    ) throws -> (RunSummary?, SimulatedWire, Duration) {
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
                RunDirectory(folder.path.appending("team.run")), organization: "acme", origin: "https://api.example",
                disk: { file in
                    let made = SimulatedDisk(file, character, life, seed: seeds.disk)
                    disk = made
                    return made
                }, wallClock: { epoch.addingTimeInterval(wire.now.sinceOrigin / .seconds(1)) })
            defer {
                if life.isOver { try? disk?.losePower() }
                run.close()
            }
            summary = try work(run, folder, wire, seed: seeds.jitter)
        } catch let error as RunError where error.kind == .cannotWrite {
            // The disk said so; the next start goes on.
        } catch let failure as TransportFailure where failure.text == "killed" {}
        return (life.isOver ? nil : summary, wire, wire.now.sinceOrigin)
    }

    private func work(
        _ run: ImportRun, _ folder: TemporaryFolder, _ wire: SimulatedWire, seed: UInt64
    ) throws -> RunSummary {
        var options = ImportOptions()
        options.organization = "acme"
        _ = try run.prepare([.opening(folder.path.appending("team.csv"))], options)
        let api = try InvitationAPI(base: "https://api.example")
        let epoch = epoch
        var checkInvariants = {}
        let session = try run.session(
            over: wire, api, tokens(), policy, generator: SplitMix64(seed: seed),
            context: SessionContext(
                wallClock: { epoch.addingTimeInterval(wire.now.sinceOrigin / .seconds(1)) },
                show: { _ in checkInvariants() }))
        checkInvariants = { [weak session] in session?.sender.checkInvariants() }
        let ending = try run.send(session)
        return try run.report(ending).0
    }
}
