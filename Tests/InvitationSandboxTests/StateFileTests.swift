import InvitationSandbox
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct StateFileTests {
    private let path = FileManager.default.temporaryDirectory.path + "/sandbox-\(UUID().uuidString).jsonl"

    private func sandbox() throws -> Sandbox {
        var configuration = SandboxConfiguration()
        configuration.stateFile = path
        configuration.pending.count = 2
        return try Sandbox(configuration)
    }

    private func invite(_ email: String, _ sandbox: Sandbox) -> Int {
        let body = Array(#"{"email":"\#(email)","roles":["viewer"]}"#.utf8)
        return sandbox.handle(SandboxRequest("POST", Bench.path, authorization: "Bearer sandbox-token", body: body))
            .status
    }

    private func edit(_ change: (inout Data) -> Void) throws {
        let url = URL(fileURLWithPath: path)
        var data = try Data(contentsOf: url)
        change(&data)
        try data.write(to: url)
    }

    @Test func nextSandboxMeetsThePeopleOfTheFirst() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        var before: [SandboxInvitation] = []
        do {
            let first = try sandbox()
            #expect(invite("a@example.com", first) == 201)
            #expect(invite("b@example.com", first) == 201)
            #expect(invite("b@example.com", first) == 409)
            #expect(first.handle(SandboxRequest("POST", "/_sandbox/accept?email=a@example.com")).status == 200)
            before = first.snapshot.invitations
            first.close()
        }
        let second = try sandbox()
        #expect(second.snapshot.invitations == before)
        #expect(second.snapshot.members["acme"] == ["a@example.com"])
        #expect(second.snapshot.deliveries == ["a@example.com": 1, "b@example.com": 2])
        #expect(second.snapshot.created == ["a@example.com": 1, "b@example.com": 1])
        #expect(invite("b@example.com", second) == 409)
        #expect(invite("c@example.com", second) == 201)
        #expect(Set(second.snapshot.invitations.map(\.id)).count == 5)
    }

    @Test func tornLastLineIsCutOff() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = try sandbox()
        #expect(invite("a@example.com", first) == 201)
        first.close()
        try edit { $0.append(contentsOf: #"{"received":{"ema"#.utf8) }
        let second = try sandbox()
        #expect(second.snapshot.deliveries == ["a@example.com": 1])
        #expect(invite("b@example.com", second) == 201)
        second.close()
        #expect(try sandbox().snapshot.deliveries == ["a@example.com": 1, "b@example.com": 1])
    }

    @Test func damageBeforeTheEndIsNamed() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try sandbox().close()
        try edit { $0.insert(contentsOf: Array("nonsense\n".utf8), at: $0.startIndex) }
        #expect(throws: SandboxError.damagedStateFile(path: path, line: 1)) { try sandbox() }
    }

    @Test func twoAtOnceAreRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = try sandbox()
        #expect(throws: SandboxError.stateFile(path: path, reason: "in use by another sandbox")) { try sandbox() }
        first.close()
        #expect(throws: Never.self) { try sandbox() }
    }

    @Test func resetForgetsButNeverRepeatsAnID() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = try sandbox()
        let old = Set(first.snapshot.invitations.map(\.id))
        #expect(first.handle(SandboxRequest("POST", "/_sandbox/reset")).status == 200)
        let new = Set(first.snapshot.invitations.map(\.id))
        #expect(new.count == 2)
        #expect(old.isDisjoint(with: new))
        first.close()
        #expect(Set(try sandbox().snapshot.invitations.map(\.id)) == new)
    }
}
