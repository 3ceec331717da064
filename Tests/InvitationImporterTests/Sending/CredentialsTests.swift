import CurlMulti
import InvitationImporter
import TestSupport
import Testing

/// Tokens that end, are refused or cannot be had, in whole imports in virtual time.
struct CredentialsTests {
    /// A server whose tokens live for some time, with what it saw.
    private final class TokenServer {
        private(set) var issued = 0
        private(set) var refusals = 0
        private(set) var ends: [String: Duration] = [:]
        let life: Duration?
        var tokenAnswer: HTTPExchange?
        var accepts = true

        init(life: Duration?) { self.life = life }

        func answer(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
            if request.url.hasSuffix("/auth/token") { return (.milliseconds(30), tokenAnswer ?? issue(now)) }
            let header = request.headers.first { $0.hasPrefix("Authorization: Bearer ") } ?? ""
            guard accepts, let end = ends[String(header.dropFirst(22))], now.sinceOrigin < end else {
                refusals += 1
                return (.milliseconds(20), .answer(401))
            }
            return (.milliseconds(20), request.method == .post ? .answer(201, #"{"id":"i"}"#) : .forbidden)
        }

        private func issue(_ now: Instant) -> HTTPExchange {
            issued += 1
            ends["fake-\(issued)"] = now.sinceOrigin + (life ?? .seconds(1_000_000))
            let stated = life.map { #","expires_in":\#($0.components.seconds)"# } ?? ""
            return .answer(200, #"{"access_token":"fake-\#(issued)"\#(stated)}"#)
        }
    }

    private func simulated(_ people: Int, _ pace: SendingPolicy.Pace = .auto) throws -> SimulatedImport {
        let simulated = try SimulatedImport(people)
        simulated.policy.pace = pace
        simulated.tokens = .exchange(TokenGrant(apiKey: "plt_sk_fake"))
        return simulated
    }

    @Test(
        "a list that alone refuses the token may not be read; a token that no list takes is refused",
        arguments: [
            (["/invitations"], true, true), (["/invitations", "/roles"], true, true), (["/roles"], true, true),
            (["/invitations", "/roles", "/organizations", "/groups"], true, false), (["/invitations"], false, false),
        ])
    func aListMayRefuseAToken(_ refusing: [String], isOfTheAPI: Bool, _ goesOn: Bool) throws {
        let wire = SimulatedWire(
            lists: { request, _ in
                let path = request.url.split(separator: "?").first ?? ""
                let refusal = HTTPExchange.answer(401, isOfTheAPI ? #"{"error":{"message":"no"}}"# : "<p>no")
                let name = path.split(separator: "/").last ?? ""
                let isRefused = refusing.contains { path.hasSuffix($0) }
                return (.milliseconds(20), isRefused ? refusal : .answer(200, #"{"\#(name)":[]}"#))
            }, { _, _ in (.milliseconds(5), .answer(500)) })
        let session = ServerSession(
            over: wire, try InvitationAPI(base: "https://api.example"),
            try .fixed(Token("fake-token", from: "the test")),
            SendingPolicy())
        let stop = try session.examine(["acme"]).stop
        guard !goesOn else { return #expect(stop == nil) }
        guard case .credentialsRefused = stop else { return #expect(Bool(false), "\(String(describing: stop))") }
    }

    @Test func aTokenOfFiveSecondsLastsThroughAMinute() throws {
        let simulated = try simulated(3000, .atMost(Rate(50, per: .seconds(1))))
        let server = TokenServer(life: .seconds(5))
        let (ending, summary, wire) = try simulated.run(lists: server.answer, server.answer)
        #expect(ending == .complete)
        #expect(summary.count(.invited) == 3000)
        #expect(wire.now.sinceOrigin > .seconds(59))
        // Replaced a second before each ends, so none is ever refused.
        #expect(server.refusals == 0)
        #expect((14...17).contains(server.issued), "\(server.issued)")
    }

    @Test func aTokenThatEndsUnannouncedIsReplacedOnceForAll() throws {
        let simulated = try simulated(400, .unlimited)
        let server = TokenServer(life: nil)
        var endsAt: Duration? = .milliseconds(200)
        let answer: SimulatedWire.Server = { request, now in
            if let end = endsAt, now.sinceOrigin >= end, !request.url.hasSuffix("/auth/token") {
                endsAt = nil
                server.accepts = false
            }
            if request.url.hasSuffix("/auth/token") { server.accepts = true }
            return server.answer(request, now)
        }
        let (ending, summary, wire) = try simulated.run(lists: answer, answer)
        #expect(ending == .complete)
        #expect(summary.count(.invited) == 400)
        #expect((1...16).contains(server.refusals), "all that was under way, and no more: \(server.refusals)")
        #expect(server.issued == 2)
        #expect(wire.sends.values.allSatisfy { $0 <= 2 })
    }

    @Test func aSecondTokenThatIsRefusedAsWellStopsTheRun() throws {
        let simulated = try simulated(100)
        let server = TokenServer(life: .seconds(900))
        server.accepts = false
        let (ending, summary, wire) = try simulated.run(lists: server.answer, server.answer)
        #expect(ending.code == "credentials-refused")
        #expect(summary.exitCode == 77)
        #expect(summary.count(.notSent) == 100)
        #expect(server.issued == 2)
        #expect(wire.starts.count <= 2)
    }

    @Test(arguments: [400, 401, 403, 404])
    func aKeyThatIsRefusedStopsTheRun(_ status: Int) throws {
        let simulated = try simulated(10)
        let server = TokenServer(life: nil)
        server.tokenAnswer = .answer(status, #"{"error":{"code":401,"message":"Invalid API key."}}"#)
        let (ending, summary, wire) = try simulated.run(lists: server.answer, server.answer)
        #expect(ending.code == "credentials-refused")
        #expect(ending.reason?.contains("Invalid API key") == true)
        #expect(summary.count(.notSent) == 10)
        #expect(wire.starts.isEmpty)
        #expect(wire.requests.count == 1)
    }

    @Test(arguments: ["{}", "<html>log in</html>", #"{"access_token":"two words"}"#])
    func anAnswerWithoutATokenStopsTheRun(_ body: String) throws {
        let simulated = try simulated(10)
        let server = TokenServer(life: nil)
        server.tokenAnswer = .answer(200, body)
        let (ending, _, wire) = try simulated.run(lists: server.answer, server.answer)
        #expect(ending.code == "credentials-refused")
        #expect(wire.starts.isEmpty)
    }

    @Test func aTokenEndpointInTroubleIsAskedAgain() throws {
        let simulated = try simulated(20)
        let server = TokenServer(life: .seconds(900))
        let answer: SimulatedWire.Server = { request, now in
            server.tokenAnswer = now.sinceOrigin < .seconds(20) ? .answer(503) : nil
            return server.answer(request, now)
        }
        let (ending, summary, wire) = try simulated.run(lists: answer, answer)
        #expect(ending == .complete)
        #expect(summary.count(.invited) == 20)
        #expect(wire.requests.count < 60)
    }

    @Test func aTokenEndpointThatIsNotThereIsAServerThatCannotBeReached() throws {
        let simulated = try simulated(20)
        let nobody: SimulatedWire.Server = { _, _ in (.milliseconds(1), .silence(.notSent, .connect)) }
        let (_, summary, wire) = try simulated.run(lists: nobody, nobody)
        #expect(summary.exitCode == 69)
        #expect(summary.count(.notSent) == 20)
        #expect(wire.starts.isEmpty)
    }

    @Test func aFixedTokenThatEndsStopsTheRunAndANewOneGoesOn() throws {
        let simulated = try SimulatedImport(50)
        simulated.tokens = .fixed(try Token("fake-1", from: "the test"))
        var served = 0
        let answer: SimulatedWire.Server = { _, _ in
            served += 1
            return (.milliseconds(20), .answer(served <= 20 ? 201 : 401))
        }
        let (_, first, _) = try simulated.run(answer)
        #expect(first.exitCode == 77)
        #expect(first.count(.invited) == 20)
        #expect(first.count(.notSent) == 30)
        let (_, second, wire) = try simulated.run { _, _ in (.milliseconds(20), .answer(201)) }
        #expect(second.count(.invited) == 50)
        #expect(wire.starts.count == 30)
    }
}
