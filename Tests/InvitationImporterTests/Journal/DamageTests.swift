import CurlMulti
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import InvitationImporter

/// Every way in which the end of a journal can be lost and its middle be damaged: each is told in a clear sentence, and
/// nobody is mailed twice.
struct DamageTests {
    private static let people = 4

    /// An import of which the third person is under way when it is killed, against a server that would mail twice.
    private struct Scene {
        let simulated: SimulatedImport
        let server: SimulatedServer
        let journal: [UInt8]

        init() throws {
            simulated = try SimulatedImport(people)
            simulated.policy.concurrency = 1
            var character = SimulatedServer.Character()
            character.acceptsDuplicates = true
            let server = SimulatedServer(character, seed: 1, epoch: Date())
            self.server = server
            let life = SimulatedLife(steps: .max)
            simulated.life = life
            _ = try? simulated.run(lists: { server.answer($0, $1) }) { request, now in
                defer { if server.invitations.count == 3 { life.end() } }
                return server.answer(request, now)
            }
            simulated.life = SimulatedLife(steps: .max)
            journal = Array((simulated.folder.read("team.run/journal.jsonl") ?? "").utf8)
            #expect(server.invitations.count == 3)
        }

        /// Goes on with another journal, against the server as it was.
        func goOn(with journal: some Collection<UInt8>) throws -> (RunSummary, SimulatedServer) {
            let server = server.copy()
            let run = simulated.folder.path.appending("team.run")
            try Data(journal).write(to: URL(fileURLWithPath: run.appending("journal.jsonl").string))
            // Reports are written after the journal is durable: what loses the journal's end finds none.
            for name in ["results.csv", "results.jsonl", "summary.json"] { try? run.appending(name).removeFile() }
            let answer: SimulatedWire.Server = { server.answer($0, $1) }
            return (try simulated.run(startingAt: .seconds(60), lists: answer, answer).1, server)
        }
    }

    private static func starts(_ journal: [UInt8]) -> [Int] {
        [0] + journal.indices.filter { journal[$0] == 0x0A }.map { $0 + 1 }.dropLast()
    }

    @Test func whereverTheLastThreeLinesAreCutNobodyIsMailedTwice() throws {
        let scene = try Scene()
        let begin = try #require(Self.starts(scene.journal).suffix(3).first)
        // A prime apart, so that lines of any length are cut at different places.
        for cut in stride(from: begin, to: scene.journal.count, by: TestDose.isFull ? 1 : 7) {
            let (summary, server) = try scene.goOn(with: scene.journal.prefix(cut))
            #expect(summary.ending == .complete)
            #expect(summary.rows == Self.people)
            #expect(summary.count(.invited) + summary.count(.alreadyInvited) == Self.people, "cut at \(cut)")
            let made = (1...Self.people).map { server.made("p\($0)@x.example") }
            #expect(made == [1, 1, 1, 1], "cut at \(cut)")
        }
    }

    @Test func everyByteFlippedInTheMiddleStopsWithTheOffset() throws {
        let scene = try Scene()
        let starts = Self.starts(scene.journal)
        let (begin, next) = (starts[3], starts[4])
        for place in begin..<next {
            var journal = scene.journal
            journal[place] ^= 0x20
            let error = #expect(throws: RunError.self, "byte \(place)") { _ = try scene.goOn(with: journal) }
            #expect(error?.kind == .damaged)
            #expect(error?.message.contains("damaged at byte \(begin)") == true, "byte \(place)")
            #expect(error?.message.contains("Nothing was sent") == true)
            #expect(error?.message.contains("Restore") == true)
        }
        #expect(try scene.goOn(with: scene.journal).0.count(.invited) == Self.people)
    }
}
