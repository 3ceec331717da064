import CurlMulti
import Foundation
import InvitationImporter
import TestSupport
import Testing

/// Whether a list is believed: one that is behind, one that comes late, and a server that acts before it says "wait".
struct ListPatienceTests {
    /// A server with a list, which shows what was made after some time.
    private final class ListServer {
        private(set) var made: [(email: String, at: Duration)] = []
        private(set) var lists = 0
        let lag: Duration
        /// The answer to an invitation, after it was made.
        let answer: (_ email: String, _ number: Int, _ now: Duration) -> HTTPExchange?

        init(lag: Duration = .zero, _ answer: @escaping (String, Int, Duration) -> HTTPExchange?) {
            (self.lag, self.answer) = (lag, answer)
        }

        func invite(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
            let email = (try? JSONValue(parsing: request.body))?["email"]?.string ?? ""
            made.append((email, now.sinceOrigin))
            let other = answer(email, made.count, now.sinceOrigin)
            return (.milliseconds(5), other ?? .answer(201, #"{"id":"\#(email) \#(made.count)"}"#))
        }

        func list(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
            lists += 1
            let entries = made.enumerated().filter { $1.at + lag <= now.sinceOrigin }.map { index, entry in
                #"{"id":"\#(entry.email) \#(index + 1)","email":"\#(entry.email)","status":"pending","roles":["viewer"]}"#
            }
            return (.milliseconds(5), .answer(200, "{\"invitations\":[\(entries.joined(separator: ","))]}"))
        }

        var mostForOne: Int { Dictionary(made.map { ($0.email, 1) }, uniquingKeysWith: +).values.max() ?? 0 }
    }

    private static let wait = [("Retry-After", "1")]

    @Test(arguments: RetryPolicy.ServerErrors.allCases)
    func aServerThatActsAndThenAsksForAPauseInvitesNobodyTwice(_ policy: RetryPolicy.ServerErrors) throws {
        guard policy != .always else { return }
        let simulated = try SimulatedImport(10)
        simulated.policy.retry.serverErrors = policy
        let server = ListServer { _, number, _ in number % 2 == 0 ? .answer(503, "", Self.wait) : nil }
        let (ending, summary, _) = try simulated.run(lists: server.list, server.invite)
        #expect(ending == .complete)
        #expect(summary.count(.invited) == 10)
        #expect(server.mostForOne == 1)
    }

    @Test func aPauseBeyondOurPatienceLeavesUnknownWhoMayBeInvited() throws {
        let simulated = try SimulatedImport(1)
        let server = ListServer { _, _, _ in .answer(503, "", [("Retry-After", "3600")]) }
        let (ending, summary, _) = try simulated.run(lists: server.list, server.invite)
        #expect(ending.code == "gave-up")
        #expect(summary.count(.unknown) == 1)
        #expect(simulated.rows("retry.csv").isEmpty)
    }

    @Test func aListThatWasSeenToBeBehindIsWaitedForThatLong() throws {
        let simulated = try SimulatedImport(2)
        simulated.policy.concurrency = 1
        // The second is made twelve seconds after the first, and nobody is told.
        simulated.policy.pace = .atMost(Rate(1, per: .seconds(6)))
        let server = ListServer(lag: .seconds(30)) { email, _, _ in email.hasPrefix("p2") ? .answer(504) : nil }
        let (_, summary, _) = try simulated.run(lists: server.list, server.invite)
        #expect(summary.count(.invited) == 2)
        #expect(server.mostForOne == 1)
    }

    @Test func aListThatFailsForAFewSecondsIsWaitedFor() throws {
        let simulated = try SimulatedImport(2)
        let server = ListServer { _, _, _ in nil }
        let list: SimulatedWire.Server = { request, now in
            let there = #"{"invitations":[{"id":"i","email":"p1@x.example","status":"pending"}]}"#
            return (.milliseconds(5), now.sinceOrigin < .seconds(2) ? .answer(502) : .answer(200, there))
        }
        let (_, summary, _) = try simulated.run(lists: list, server.invite)
        #expect(summary.count(.alreadyInvited) == 1)
        #expect(server.made.map(\.email) == ["p2@x.example"])
    }
}
