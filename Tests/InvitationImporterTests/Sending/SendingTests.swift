import CurlMulti
import Foundation
import InvitationImporter
import Synchronization
import TestSupport
import Testing

/// What is sent when, and what becomes of it: whole imports in virtual time.
struct SendingTests {
    static func created(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
        (.milliseconds(20), .answer(201, #"{"id":"i"}"#))
    }

    @Test func invitesEverybodyOnce() throws {
        let simulated = try SimulatedImport(250)
        let (ending, summary, wire) = try simulated.run(Self.created)
        #expect(ending == .complete)
        #expect(summary.count(.invited) == 250)
        #expect(summary.exitCode == 0)
        #expect(wire.sends.count == 250)
        #expect(wire.sends.values.allSatisfy { $0 == 1 })
        #expect(simulated.rows("results.csv").count == 250)
    }

    @Test func aSecondRunSendsNothing() throws {
        let simulated = try SimulatedImport(30)
        _ = try simulated.run(Self.created)
        let (ending, summary, wire) = try simulated.run(Self.created)
        #expect(ending == .complete)
        #expect(wire.starts.isEmpty)
        #expect(summary.count(.invited) == 30)
        #expect(summary.exitCode == 0)
    }

    @Test(arguments: [1, 3, 16])
    func neverMoreUnderWayThanAllowed(_ concurrency: Int) throws {
        let simulated = try SimulatedImport(100)
        simulated.policy.concurrency = concurrency
        simulated.policy.pace = .unlimited
        let (_, summary, wire) = try simulated.run { _, _ in (.seconds(1), .answer(201)) }
        #expect(wire.mostUnderWay == concurrency)
        #expect(summary.count(.invited) == 100)
    }

    @Test("fewer slots than the policy wants at once lose nobody", arguments: [1, 2, 5, 15])
    func fewerSlotsThanWanted(_ slots: Int) throws {
        let simulated = try SimulatedImport(100)
        simulated.policy.pace = .unlimited
        simulated.tokens = .exchange(TokenGrant(apiKey: "plt_sk_fake"))
        // Who waits for what was lost would wait for ever.
        simulated.life = SimulatedLife(steps: 20_000)
        let token = HTTPExchange.answer(200, #"{"access_token":"fake-token","expires_in":2}"#)
        let (ending, summary, wire) = try simulated.run(
            slots: slots, lists: { request, _ in (.milliseconds(5), request.method == .post ? token : .forbidden) },
            { request, now in (.milliseconds(200), Self.created(request, now).1) })
        #expect(ending == .complete)
        #expect(wire.mostUnderWay == slots)
        #expect(summary.count(.invited) == 100)
        #expect(wire.sends.count == 100 && wire.sends.values.allSatisfy { $0 == 1 })
    }

    @Test(arguments: [("5/s", 40), ("50/s", 400), ("1000/s", TestDose.isFull ? 5000 : 2000)])
    func aHardCapHoldsAndIsReached(_ text: String, _ people: Int) throws {
        let rate = try #require(Rate(text))
        let simulated = try SimulatedImport(people)
        simulated.policy.pace = .atMost(rate)
        simulated.policy.concurrency = 100
        let (_, _, wire) = try simulated.run(Self.created)
        for (index, start) in wire.starts.enumerated().dropFirst(rate.count) {
            #expect(start - wire.starts[index - rate.count] >= rate.window)
        }
        let last = try #require(wire.starts.last)
        #expect(last <= rate.spacing * people * 1.02)
    }

    @Test func theSecondTryCountsForTheCapToo() throws {
        let rate = Rate(20, per: .seconds(1))
        let simulated = try SimulatedImport(60)
        simulated.policy.pace = .atMost(rate)
        simulated.policy.retry.maxAttempts = 50
        simulated.policy.retry.serverErrors = .always
        var generator = SplitMix64(seed: 3)
        let (_, summary, wire) = try simulated.run { _, _ in
            (.milliseconds(5), .answer(Double.random(in: 0...1, using: &generator) < 0.4 ? 500 : 201))
        }
        #expect(summary.count(.invited) == 60)
        for (index, start) in wire.starts.enumerated().dropFirst(20) {
            #expect(start - wire.starts[index - 20] >= .seconds(1))
        }
    }

    @Test func onePauseForEverybodyAfterATurnAway() throws {
        let simulated = try SimulatedImport(50)
        simulated.policy.pace = .unlimited
        var turnedAway = 0
        let (_, summary, wire) = try simulated.run { _, now in
            guard now.sinceOrigin < .milliseconds(100) else { return Self.created(HTTPRequest(.get, ""), now) }
            turnedAway += 1
            return (.milliseconds(100), .answer(429, "", [("Retry-After", "7")]))
        }
        #expect(turnedAway == 16)
        #expect(summary.count(.invited) == 50)
        // All sixteen were told at 0.1 s to wait 7 s, so nothing starts before 7.1 s.
        #expect(wire.starts.filter { $0 > .milliseconds(100) }.allSatisfy { $0 >= .milliseconds(7100) })
        #expect(wire.starts.last.map { $0 < .seconds(8) } == true)
    }

    @Test func isPatientWithAServerThatTurnsAwayOften() throws {
        let simulated = try SimulatedImport(300)
        // A bucket of ten, refilled at 20/s.
        var bucket = 10.0
        var last = Instant.origin
        let (_, summary, wire) = try simulated.run { _, now in
            bucket = min(10, bucket + (now - last) / .seconds(1) * 20)
            last = now
            guard bucket >= 1 else { return (.milliseconds(10), .answer(429)) }
            bucket -= 1
            return (.milliseconds(10), .answer(201))
        }
        #expect(summary.count(.invited) == 300)
        #expect(wire.starts.last.map { $0 < .seconds(60) } == true)
    }

    @Test func tellsAWaitLongerThanItsPatience() throws {
        let simulated = try SimulatedImport(5)
        let (ending, summary, wire) = try simulated.run { _, _ in
            (.milliseconds(10), .answer(429, "", [("Retry-After", "3600")]))
        }
        guard case .gaveUp = ending else { return #expect(Bool(false), "\(ending)") }
        #expect(summary.exitCode == 75)
        #expect(summary.count(.notSent) == 5)
        #expect(wire.starts.count <= 5)
        #expect(simulated.rows("retry.csv").count == 5)
    }

    @Test func firstSendsSoManyAndTheNextRunTheRest() throws {
        let simulated = try SimulatedImport(10)
        simulated.first = 3
        let (_, summary, wire) = try simulated.run(Self.created)
        #expect(wire.starts.count == 3)
        #expect(summary.count(.notSent) == 7)
        simulated.first = nil
        let (_, all, rest) = try simulated.run(Self.created)
        #expect(rest.starts.count == 7)
        #expect(all.count(.invited) == 10)
    }

    @Test func progressCountsUpToTheTotal() throws {
        let simulated = try SimulatedImport(40)
        _ = try simulated.run(Self.created)
        let last = try #require(simulated.progress.last)
        #expect(last.total == 40)
        #expect(last.done == 40)
        #expect(last.requests == 41, "the list is asked for once")
        #expect(zip(simulated.progress, simulated.progress.dropFirst()).allSatisfy { $0.done <= $1.done })
    }

    @Test func rowsThatWereUnitedAreRetriedTogether() throws {
        let simulated = try SimulatedImport()
        try simulated.folder.write(
            "team.csv", "email,roles\na@x.example,viewer\nA@X.example,admin\nb@x.example,viewer\n")
        let (_, summary, _) = try simulated.run { request, _ in
            let isFirst = String(decoding: request.body, as: UTF8.self).contains("a@")
            return (.milliseconds(10), .answer(isFirst ? 400 : 201))
        }
        #expect(summary.count(.refused) == 1)
        #expect(summary.count(.duplicate) == 1)
        #expect(
            simulated.rows("fix.csv").map { $0.hasSuffix("a@x.example,viewer") || $0.hasSuffix("A@X.example,admin") }
                == [true, true])
    }

    @Test func whoHadAnInvitationBeforeTheRunIsNotMailedAgain() throws {
        let simulated = try SimulatedImport(3)
        let list =
            #"{"invitations":[{"id":"old-1","email":"P2@x.example","status":"pending"},{"id":"old-2","email":"p3@x.example","status":"expired"}]}"#
        let (_, summary, wire) = try simulated.run(
            lists: { _, _ in (.milliseconds(5), .answer(200, list)) }, Self.created)
        #expect(summary.count(.alreadyInvited) == 1)
        #expect(summary.count(.invited) == 2)
        #expect(wire.starts.count == 2)
    }

    @Test func aRowThatWasChangedAfterItWasSentIsReportedAsThat() throws {
        let simulated = try SimulatedImport(1)
        _ = try simulated.run(Self.created)
        try simulated.folder.write("team.csv", "email,roles\np1@x.example,admin\n")
        let (_, summary, wire) = try simulated.run(Self.created)
        #expect(wire.starts.isEmpty)
        #expect(summary.count(.invited) == 1)
        #expect(simulated.rows("results.csv").first?.contains("invited earlier with other roles") == true)
        #expect(simulated.folder.read("team.run/results.jsonl")?.contains(#""planned""#) == true)
    }

    @Test func aTokenThatIsRefusedStopsEverything() throws {
        let simulated = try SimulatedImport(100)
        let (ending, summary, wire) = try simulated.run { _, _ in (.milliseconds(10), .answer(401)) }
        guard case .credentialsRefused = ending else { return #expect(Bool(false), "\(ending)") }
        #expect(summary.exitCode == 77)
        #expect(summary.count(.notSent) == 100)
        #expect(wire.starts.count <= 16)
    }

    @Test func refusedRowsAreForAPersonAndTriedAgainByTheNextStart() throws {
        let simulated = try SimulatedImport(3)
        let refusal = #"{"error":{"code":400,"message":"=unknown role"}}"#
        let (_, summary, _) = try simulated.run { _, _ in (.milliseconds(10), .answer(400, refusal)) }
        #expect(summary.count(.refused) == 3)
        #expect(summary.exitCode == 1)
        #expect(
            simulated.rows("fix.csv") == (1...3).map { "'=unknown role,001-team.csv:\($0),p\($0)@x.example,viewer" })
        // A role made or a seat bought since is a reason to ask once more; it is certain that nothing was made.
        let (_, again, second) = try simulated.run(Self.created)
        #expect(second.starts.count == 3)
        #expect(again.count(.invited) == 3)
    }

    @Test func aServerThatIsNotTheAPIStopsTheRunBeforeAnybodyIsMailed() throws {
        let simulated = try SimulatedImport(3)
        let page: SimulatedWire.Server = { _, _ in (.milliseconds(5), .answer(200, "<html>Please log in</html>")) }
        let (ending, summary, wire) = try simulated.run(lists: page, page)
        #expect(wire.starts.isEmpty)
        #expect(ending.code == "gave-up")
        #expect(ending.reason?.contains("not like the API: Please log in") == true)
        #expect(summary.exitCode == 75)
    }

    @Test func theSameRefusalForEverybodyStopsTheRun() throws {
        let simulated = try SimulatedImport()
        let rows = (1...30).map { "p\($0)@x\($0 % 3).example,viewer" }
        try simulated.folder.write("team.csv", "email,roles\n" + rows.joined(separator: "\n") + "\n")
        simulated.policy.concurrency = 1
        let (ending, summary, wire) = try simulated.run { _, _ in
            (.milliseconds(5), .answer(404, #"{"error":{"code":404,"message":"no such organization"}}"#))
        }
        #expect(ending.code == "whole-run")
        #expect(wire.starts.count == 5)
        #expect(summary.count(.notSent) == 30)
    }
}
