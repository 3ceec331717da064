import CurlMulti
import Testing

@testable import InvitationImporter

/// A list that is behind, by more than the program waits at first, never leads to a second mail.
struct LateListTests {
    /// Creates every invitation, says what the test says, and shows it in its list only later.
    private final class Server {
        let lag: Duration
        var made: [(email: String, at: Duration)] = []

        init(lag: Duration) { self.lag = lag }

        func create(_ request: HTTPRequest, _ now: Instant) {
            guard let email = try? JSONValue(parsing: request.body)["email"]?.string else { return }
            made.append((email, now.sinceOrigin))
        }

        func list(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
            guard request.url.contains("/invitations") else { return (.milliseconds(5), .forbidden) }
            let entries = made.enumerated().filter { $0.element.at + lag <= now.sinceOrigin }.map {
                #"{"id":"\#($0.offset)","email":"\#($0.element.email)","roles":["viewer"],"groups":[]}"#
            }
            return (.milliseconds(5), .answer(200, #"{"invitations":[\#(entries.joined(separator: ","))]}"#))
        }
    }

    @Test func whatIsFoundInTheListProvesNothingAboutItsLag() throws {
        let simulated = try SimulatedImport(2)
        simulated.policy.concurrency = 1
        let server = Server(lag: .seconds(30))
        var requests = 0
        let (_, summary, _) = try demand(.doubtSettled) {
            try simulated.run(lists: server.list) { request, now in
                requests += 1
                // The second person comes so late that the first is found before the list can have the second.
                if requests == 2 { return (.milliseconds(5), .answer(429, "", [("Retry-After", "40")])) }
                server.create(request, now)
                return (.milliseconds(5), .answer(502))
            }
        }
        #expect(server.made.map(\.email) == ["p1@x.example", "p2@x.example"])
        #expect(summary.outcomes[.invited] == 2)
    }

    @Test func aSuccessThatWasNotUnderstoodIsAskedAboutBeforeTheNextStartSendsAgain() throws {
        let simulated = try SimulatedImport(1)
        let server = Server(lag: .seconds(90))
        let answer: SimulatedWire.Server = { request, now in
            server.create(request, now)
            return (.milliseconds(5), .answer(200, "{}"))
        }
        let (_, first, wire) = try simulated.run(lists: server.list, answer)
        #expect(first.outcomes[.refused] == 1)
        let (_, second, _) = try demand(.doubtResumed) {
            try simulated.run(startingAt: wire.now.sinceOrigin, lists: server.list, answer)
        }
        #expect(second.outcomes[.invited] == 1)
        #expect(server.made.count == 1)
    }

    @Test func itIsSentAgainOnceItIsCertainThatNothingWasMade() throws {
        let simulated = try SimulatedImport(1)
        let server = Server(lag: .zero)
        let (_, first, wire) = try simulated.run(lists: server.list) { _, _ in (.milliseconds(5), .answer(200, "{}")) }
        #expect(first.outcomes[.refused] == 1)
        let (_, second, _) = try demand(.doubtResumed, .secondReading, .absenceProved) {
            try simulated.run(startingAt: wire.now.sinceOrigin, lists: server.list) { request, now in
                server.create(request, now)
                return (.milliseconds(5), .answer(201, #"{"id":"0","email":"p1@x.example"}"#))
            }
        }
        #expect(second.outcomes[.invited] == 1)
        #expect(server.made.count == 1)
    }
}
