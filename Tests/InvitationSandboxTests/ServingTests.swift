import InvitationSandbox
import Testing

struct ServingTests {
    private let invitation = #"{"email":"A@example.com","roles":["viewer"]}"#

    @Test func invitesOverHTTP() throws {
        let running = try Sandbox.start()
        defer { running.stop() }
        let client = try HTTPClient(port: running.port)
        let answer = try client.send("POST", Bench.path, invitation, authorization: "Bearer \(running.token)")
        #expect(answer.status == 201)
        #expect(answer.fields["x-request-id"]?.hasPrefix("req_global-") == true)
        #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
        #expect(answer.fields["content-type"] == "application/json")
        #expect(running.state.deliveries == ["a@example.com": 1])
        #expect(running.state.invitations.map(\.email) == ["A@example.com"])
        #expect(running.state.requests.map(\.body) == [invitation])
        #expect(running.url == "http://127.0.0.1:\(running.port)")
    }

    @Test func keepsItsConnectionThroughErrors() throws {
        let running = try Sandbox.start()
        defer { running.stop() }
        let client = try HTTPClient(port: running.port)
        #expect(try client.send("POST", Bench.path, "{").status == 400)
        #expect(try client.send("GET", Bench.path, authorization: nil).status == 401)
        #expect(try client.send("GET", "/nowhere").status == 404)
        let id = try #require(running.sandbox.invite(invitation))
        let gone = try client.send("DELETE", "\(Bench.path)?invitationId=\(id)")
        #expect((gone.status, gone.body) == (204, ""))
        #expect(try client.send("GET", Bench.path).body == #"{"invitations":[]}"#)
    }

    @Test func controlMeetsNoFault() throws {
        var configuration = SandboxConfiguration()
        configuration.errorShare = [500: 1]
        configuration.rateLimit = 1
        let running = try Sandbox.start(configuration)
        defer { running.stop() }
        let client = try HTTPClient(port: running.port)
        #expect(try client.send("POST", Bench.path, invitation).status == 500)
        for _ in 0..<5 {
            #expect(try client.send("GET", "/_sandbox/health", authorization: nil).body == #"{"status":"ok"}"#)
        }
        let counts = try client.send("GET", "/_sandbox/deliveries", authorization: nil).body
        #expect(counts == #"{"deliveries":{"a@example.com":1},"posts":1,"requests":1}"#)
    }

    @Test func stopFreesThePort() throws {
        let running = try Sandbox.start()
        let client = try HTTPClient(port: running.port)
        #expect(try client.send("GET", Bench.path).status == 200)
        running.stop()
        running.stop()
        #expect(throws: HTTPClient.Failure.self) { try client.send("GET", Bench.path) }
        #expect(throws: HTTPClient.Failure.noConnection) { try HTTPClient(port: running.port) }
        var configuration = SandboxConfiguration()
        configuration.port = running.port
        try Sandbox.start(configuration).stop()
    }

    @Test(.timeLimit(.minutes(10))) func stopDoesNotWaitForSlowAnswers() async throws {
        var configuration = SandboxConfiguration()
        configuration.latency = .seconds(3600) ... .seconds(3600)
        let running = try Sandbox.start(configuration)
        let client = try HTTPClient(port: running.port)
        try client.begin("POST", Bench.path, invitation)
        while running.state.requestCount == 0 { await Task.yield() }
        running.stop()
        #expect(running.state.deliveries == ["a@example.com": 1])
        #expect(running.state.invitations.isEmpty)
    }

    @Test func takenPortIsAnError() throws {
        let running = try Sandbox.start()
        defer { running.stop() }
        var configuration = SandboxConfiguration()
        configuration.port = running.port
        let address = "127.0.0.1:\(running.port)"
        #expect(throws: SandboxError.cannotListen(address: address, reason: "Address already in use")) {
            try Sandbox.start(configuration)
        }
    }

    @Test func latencyDelaysTheAnswer() throws {
        var configuration = SandboxConfiguration()
        configuration.latency = .milliseconds(20) ... .milliseconds(20)
        let running = try Sandbox.start(configuration)
        defer { running.stop() }
        let client = try HTTPClient(port: running.port)
        let elapsed = try ContinuousClock().measure { _ = try client.send("GET", Bench.path) }
        #expect(elapsed >= .milliseconds(20))
    }

    @Test func runServesUntilItIsCancelled() async throws {
        let sandbox = try Sandbox()
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        let task = Task { try await sandbox.run { ready.yield($0) } }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        #expect(try HTTPClient(port: port).send("GET", Bench.path).status == 200)
        task.cancel()
        _ = await task.result
        #expect(throws: HTTPClient.Failure.noConnection) { try HTTPClient(port: port) }
    }
}

extension Sandbox {
    /// Invites without a socket; gives the new invitation's id.
    fileprivate func invite(_ body: String) -> String? {
        let request = SandboxRequest(
            "POST", Bench.path, authorization: "Bearer sandbox-token", body: Array(body.utf8))
        return try? handle(request).decoded(InvitationEntry.self).id
    }
}
