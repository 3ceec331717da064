import CurlMulti
import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import InvitationImporter

/// Shards at work at the same time, over one server with one true bucket: all together are not faster than the person
/// said, nobody is invited twice though machines die, and all are done in time.
struct SharedBucketTests {
    /// What the machines share. They take turns, so that only one thread at a time comes here.
    private final class Shared: @unchecked Sendable {
        let server: SimulatedServer
        let folder: TemporaryFolder
        var requests: [Duration] = []
        var turnedAway = 0

        init(_ server: SimulatedServer) throws {
            self.server = server
            folder = try TemporaryFolder()
        }

        func answer(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
            requests.append(now.sinceOrigin)
            let answer = server.answer(request, now)
            if answer.1.status == 429 { turnedAway += 1 }
            return answer
        }
    }

    private struct Outcome {
        var shared: Shared
        /// How each machine ended, and when the last did.
        var summaries: [RunSummary?]
        var time: Duration
    }

    /// Does one part of the import, and starts again after each death, as a supervisor would.
    private static func work(
        _ shard: Shard, _ people: Int, _ policy: SendingPolicy, _ shared: Shared, deaths: [Int],
        wait: @escaping (Instant) -> Void
    ) throws -> (RunSummary?, Duration) {
        var (now, ended) = (Duration.zero, RunSummary?.none)
        for steps in deaths + [.max] {
            let machine = try SimulatedImport(in: shared.folder)
            machine.shard = shard
            machine.directory = "team.\(shard.number)-of-\(shard.count).run"
            machine.policy = try policy.part(of: shard)
            machine.waitForTurn = wait
            machine.life = SimulatedLife(steps: steps)
            do {
                let (_, summary, wire) = try machine.run(
                    startingAt: now, lists: shared.answer, shared.answer)
                (now, ended) = (wire.now.sinceOrigin, summary)
            } catch let failure as TransportFailure where failure.text == "killed" {
                now = shared.requests.last ?? now
            }
        }
        return (ended, now)
    }

    /// - Parameter deaths: After how many steps each machine dies, and dies again.
    private static func run(
        _ people: Int, over count: Int, _ policy: SendingPolicy, deaths: [Int: [Int]] = [:], seed: UInt64
    ) throws -> Outcome {
        var character = SimulatedServer.Character()
        (character.limit, character.latency) = (100, 5...30)
        let server = SimulatedServer(character, seed: seed, epoch: Date(timeIntervalSince1970: 1_800_000_000))
        let shared = try Shared(server)
        let rows = (1...people).map { "p\($0)@x.example,viewer" }
        try shared.folder.write("team.csv", "email,roles\n" + rows.joined(separator: "\n") + "\n")
        let time = SharedTime(machines: count)
        let ended = Mutex<[Int: (RunSummary?, Duration)]>([:])
        let threads = (0..<count).compactMap { _ in BackgroundThread(stackBytes: 8 << 20) }
        try #require(threads.count == count)
        for (index, thread) in threads.enumerated() {
            let shard = try #require(Shard(index + 1, of: count))
            thread.perform {
                time.begin(index)
                defer { time.end(index) }
                do {
                    let result = try work(shard, people, policy, shared, deaths: deaths[index] ?? []) {
                        time.wait(index, until: $0)
                    }
                    ended.withLock { $0[index] = result }
                } catch {
                    Issue.record(error)
                }
            }
        }
        threads.forEach { $0.finish() }
        let all = ended.withLock { $0 }
        return Outcome(
            shared: shared, summaries: (0..<count).map { all[$0]?.0 }, time: all.values.map(\.1).max() ?? .zero)
    }

    @Test(
        "the sum of the paces stays below the told one, whatever dies meanwhile",
        arguments: [(2, [:]), (8, [:]), (8, [1: [60], 4: [150, 20]])] as [(Int, [Int: [Int]])])
    func toldPace(_ count: Int, _ deaths: [Int: [Int]]) throws {
        let people = 800
        var policy = SendingPolicy()
        policy.pace = .atMost(Rate(100, per: .seconds(1)))
        let outcome = try Self.run(people, over: count, policy, deaths: deaths, seed: 1)
        #expect(outcome.summaries.allSatisfy { $0?.ending == .complete })
        for number in 1...people { #expect(outcome.shared.server.made("p\(number)@x.example") == 1) }

        let part = Rate(100, per: .seconds(1)).part(of: try #require(Shard(1, of: count)))
        let (requests, most) = (outcome.shared.requests, part.count * count)
        #expect(requests == requests.sorted(), "they take turns")
        if deaths.isEmpty {
            for (early, late) in zip(requests, requests.dropFirst(most)) { #expect(late - early >= part.window) }
            #expect(outcome.shared.turnedAway * 200 <= people, "\(outcome.shared.turnedAway)")
        }
        // The lists of each machine, and the largest shard, are over the ideal time; and after a death nobody is absent
        // before the list can tell.
        let largest = outcome.summaries.compactMap { $0?.rows }.max() ?? 0
        let ideal = Duration.seconds(Double(largest * count) / 100)
        let settling = Duration.seconds(15 * (deaths.values.map(\.count).max() ?? 0))
        #expect(outcome.time <= ideal * 1.05 + .seconds(1) + settling, "\(outcome.time / ideal)")
    }

    @Test("machines that find their pace share the bucket, and nobody starves", arguments: [2, 5])
    func foundPace(_ count: Int) throws {
        let people = 1500
        let outcome = try Self.run(people, over: count, SendingPolicy(), seed: 2)
        #expect(outcome.summaries.allSatisfy { $0?.ending == .complete && $0?.count(.invited) == $0?.rows })
        for number in 1...people { #expect(outcome.shared.server.made("p\(number)@x.example") == 1) }
        #expect(outcome.time <= .seconds(Double(people) / 100) * 2, "\(outcome.time)")
    }
}
