import InvitationSandbox
import Testing

/// Answers that are held until somebody releases them.
struct HoldTests {
    private static let request = SandboxRequest(
        "POST", Bench.path, authorization: "Bearer sandbox-token",
        body: Array(#"{"email":"a@example.com","roles":["viewer"]}"#.utf8))

    @Test func onlyWhatWasSaidIsHeld() {
        func held(_ hold: SandboxHold?) -> [Bool] {
            let bench = Bench { $0.hold = hold }
            let requests = [
                SandboxRequest("GET", Bench.path, authorization: nil, body: []), Self.request, Self.request,
                SandboxRequest("GET", "/v1/regions/global/iam/roles", authorization: nil, body: []),
            ]
            return requests.map { bench.state.isHeld(bench.state.arrive($0, at: Bench.at(.zero))) }
        }
        #expect(held(nil) == [false, false, false, false])
        #expect(held(.lists) == [true, false, false, true])
        #expect(held(.invitations(after: 0)) == [false, true, true, false])
        #expect(held(.invitations(after: 1)) == [false, false, true, false])
    }

    @Test func aReleaseEndsIt() {
        let bench = Bench { $0.hold = .invitations(after: 0) }
        let arrival = bench.state.arrive(Self.request, at: Bench.at(.zero))
        #expect(bench.state.isHeld(arrival))
        #expect(bench.control("POST", "release").status == 200)
        #expect(!bench.state.isHeld(arrival))
    }

    @Test(.timeLimit(.minutes(10))) func theServerActsAndDoesNotAnswerUntilItIsReleased() async throws {
        var configuration = SandboxConfiguration()
        configuration.hold = .invitations(after: 0)
        let running = try Sandbox.start(configuration)
        defer { running.stop() }
        let client = try HTTPClient(port: running.port)
        try client.begin("POST", Bench.path, String(decoding: Self.request.body, as: UTF8.self))
        // The server answers on the threads that run the tests: waiting must not take one.
        while running.state.invitations.isEmpty { await Task.yield() }
        let other = try HTTPClient(port: running.port)
        #expect(try other.send("GET", Bench.path).status == 200)
        #expect(try other.send("POST", "/_sandbox/release").status == 200)
        #expect(try client.answer().status == 201)
    }

    @Test(.timeLimit(.minutes(10))) func stopDoesNotWaitForARelease() async throws {
        var configuration = SandboxConfiguration()
        configuration.hold = .invitations(after: 0)
        let running = try Sandbox.start(configuration)
        let client = try HTTPClient(port: running.port)
        try client.begin("POST", Bench.path, String(decoding: Self.request.body, as: UTF8.self))
        // The server answers on the threads that run the tests: waiting must not take one.
        while running.state.invitations.isEmpty { await Task.yield() }
        running.stop()
        #expect(running.state.invitations.count == 1)
    }
}
