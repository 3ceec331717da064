import CurlMulti
import Foundation
import TestSupport
import Testing

@testable import InvitationImporter

/// Refusals: of one row, of everybody, and of a row that an earlier attempt may have invited all the same.
struct RefusalTests {
    private static let denied = #"{"error":{"code":403,"message":"permission denied"}}"#

    @Test func whatIsSaidToEverybodyStopsTheRunAfterFive() throws {
        let simulated = try SimulatedImport(25)
        simulated.policy.concurrency = 1
        let (ending, summary, wire) = try simulated.run { _, _ in (.milliseconds(5), .answer(403, Self.denied)) }
        #expect(ending.code == "whole-run")
        #expect(wire.starts.count == 5)
        #expect(summary.count(.notSent) == 25)
        #expect(summary.exitCode == 75)
        let (_, again, _) = try simulated.run { _, _ in (.milliseconds(5), .answer(201)) }
        #expect(again.count(.invited) == 25)
    }

    @Test func aDomainThatIsRefusedDoesNotHoldUpTheOthers() throws {
        let simulated = try SimulatedImport()
        let rows = (1...12).map { "p\($0)@\($0 <= 6 ? "evil" : "good").example,viewer" }
        try simulated.folder.write("team.csv", "email,roles\n" + rows.joined(separator: "\n") + "\n")
        simulated.policy.concurrency = 1
        let (ending, summary, _) = try simulated.run { request, _ in
            let isEvil = String(decoding: request.body, as: UTF8.self).contains("@evil.")
            let words = #"{"error":{"code":403,"message":"people of evil.example may not be invited"}}"#
            return (.milliseconds(5), isEvil ? .answer(403, words) : .answer(201))
        }
        #expect(ending == .complete)
        #expect(summary.count(.invited) == 6)
        #expect(summary.count(.refused) == 6)
    }

    @Test func aMistypedOrganizationDoesNotHoldUpTheOthers() throws {
        let simulated = try SimulatedImport()
        let rows = (1...12).map { "p\($0)@x\($0 % 2).example,viewer,\($0 <= 6 ? "typo" : "acme")" }
        try simulated.folder.write("team.csv", "email,roles,organization\n" + rows.joined(separator: "\n") + "\n")
        simulated.policy.concurrency = 1
        let (ending, summary, wire) = try simulated.run { request, _ in
            (.milliseconds(5), request.url.contains("/typo/") ? .answer(404, Self.denied) : .answer(201))
        }
        #expect(ending.reason?.contains("everybody in typo alike") == true)
        #expect(summary.count(.invited) == 6)
        #expect(summary.count(.notSent) == 6)
        #expect(summary.exitCode == 75)
        #expect(wire.starts.count == 11)
    }

    @Test(arguments: [400, 422, 409])
    func aRefusalAfterAnUnclearAttemptIsNoProof(_ status: Int) throws {
        let simulated = try SimulatedImport(1)
        var requests = 0
        let (_, summary, _) = try simulated.run { _, _ in
            requests += 1
            return (.milliseconds(5), requests == 1 ? .answer(500) : .answer(status, #"{"message":"no"}"#))
        }
        #expect(summary.count(.unknown) == 1)
        #expect(summary.exitCode == 2)
        #expect(simulated.rows("fix.csv").isEmpty)
        #expect(simulated.rows("retry.csv").isEmpty)
    }

    @Test func whatARunLeftUnclearIsStillUnclearToTheNext() throws {
        let simulated = try SimulatedImport(1)
        simulated.policy.retry.serverErrors = .always
        simulated.policy.pace = .unlimited
        simulated.signals = [(.milliseconds(20), SIGINT)]
        let (_, first, _) = try simulated.run { _, _ in (.milliseconds(50), .answer(500)) }
        simulated.signals = []
        #expect(first.count(.unknown) == 1)
        simulated.policy.retry.maxTurnedAway = 3
        let (_, second, _) = try demand(.doubtResumed) {
            try simulated.run { _, _ in (.milliseconds(5), .answer(429)) }
        }
        #expect(second.count(.unknown) == 1, "it may have been invited by the first run")
        #expect(simulated.rows("retry.csv").isEmpty)
    }

    @Test func aListThatIsBehindIsNotBelievedByTheNextRunEither() throws {
        let simulated = try SimulatedImport(4)
        var made: [(email: String, at: Duration)] = []
        let invite: SimulatedWire.Server = { request, now in
            let email = (try? JSONValue(parsing: request.body))?["email"]?.string ?? ""
            made.append((email, now.sinceOrigin))
            return (.milliseconds(5), email.hasPrefix("p4") ? .answer(502) : .answer(201, #"{"id":"\#(email)"}"#))
        }
        // What was made shows up after a minute.
        let list: SimulatedWire.Server = { _, now in
            let shown = made.filter { $0.at + .seconds(60) <= now.sinceOrigin }.map(\.email)
            let entries = shown.map { #"{"id":"\#($0)","email":"\#($0)","status":"pending","roles":["viewer"]}"# }
            return (.milliseconds(5), .answer(200, "{\"invitations\":[\(entries.joined(separator: ","))]}"))
        }
        simulated.policy.pace = .unlimited
        simulated.signals = [(.seconds(2), SIGINT)]
        let (_, first, _) = try simulated.run(lists: list, invite)
        #expect(first.count(.invited) == 3)
        #expect(first.count(.unknown) == 1)
        simulated.signals = []
        let (_, second, wire) = try simulated.run(startingAt: .seconds(3), lists: list, invite)
        #expect(wire.starts.isEmpty, "nobody is sent again before the list shows what the first run made")
        #expect(second.count(.unknown) == 0)
        #expect(made.count == 4)
    }

    @Test func aRefusalThatTheListConfirmsIsOpenForTheNextStart() throws {
        let simulated = try SimulatedImport(1)
        let empty: SimulatedWire.Server = { _, _ in (.milliseconds(5), .answer(200, #"{"invitations":[]}"#)) }
        let full: SimulatedWire.Server = { _, _ in (.milliseconds(5), .answer(409, #"{"message":"the pool is full"}"#))
        }
        let (_, first, _) = try demand(.refusalSettled) { try simulated.run(lists: empty, full) }
        #expect(first.count(.refused) == 1)
        let (_, second, wire) = try simulated.run(lists: empty, full)
        #expect(second.count(.refused) == 1)
        #expect(wire.starts.count == 1)
    }
}
