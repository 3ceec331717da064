import Foundation
import InvitationImporter
import Synchronization
import Testing

/// The library in another program: here, in the program that runs the tests.
@Suite("Embedding", .serialized)
struct EmbeddingTests {
    private final class Shown: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    /// A file of so many people, and a file with the sandbox's token.
    private static func place(_ people: Int, _ sandbox: SandboxProcess) throws -> Workplace {
        let place = try Workplace()
        try place.write(People.csv(people), to: "list.csv")
        try place.write(sandbox.token, to: "token")
        try place.setPermissions("token", 0o600)
        return place
    }

    /// A session with locks in the place alone.
    private static func session(_ place: Workplace, _ sandbox: SandboxProcess) throws -> ImportSession {
        let (tokens, _) = try TokenSource.find(file: place.path("token"), command: nil, environment: [:])
        var session = ImportSession([place.path("list.csv")], to: try InvitationServer(sandbox.url), tokens)
        session.options.organization = "acme"
        session.environment = ["HOME": place.path]
        return session
    }

    @Test("the example stands on its page")
    func page() throws {
        let root = Workplace.samples.dropLast("/samples".count)
        let page = try String(
            contentsOfFile: root + "/Sources/InvitationImporter/InvitationImporter.docc/Embedding.md", encoding: .utf8)
        let source = try String(
            contentsOfFile: root + "/Tests/EndToEndTests/Embedding.swift", encoding: .utf8)
        #expect(page.contains("```swift\n\(source)```\n"))
    }

    @Test("the example invites everybody once, shows its progress, and says so")
    func example() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Self.place(30, sandbox)
            let shown = Shown()
            for time in 1...2 {
                let summary = try await invitePeople(
                    of: place.path("list.csv"), to: "acme", at: sandbox.url, tokenFile: place.path("token"),
                    show: shown.add)
                #expect(summary.exitCode == 0 && summary.ending == .complete)
                #expect(summary.outcomes == [.invited: 30] && summary.requests == (time == 1 ? 35 : 0))
            }
            #expect(try await sandbox.created().count == 30)
            #expect(try place.outcomes("list.run") == ["invited": 30])
            try await eventually("the last progress") { shown.all.contains("30 of 30") }
        }
    }

    @Test("a no sends nothing and leaves nothing; what the question throws comes back")
    func declines() async throws {
        struct Weary: Error {}
        try await SandboxProcess.with { sandbox in
            let place = try Self.place(3, sandbox)
            let session = try Self.session(place, sandbox)
            await #expect {
                try await session.run { preview in
                    #expect(preview.run.mailsNow == 3 && preview.plan.invitations == 3)
                    return false
                }
            } throws: { error in
                guard case ImportSession.NotSent.declined(leavesNothing: true)? = error as? ImportSession.NotSent
                else { return false }
                return true
            }
            await #expect(throws: Weary.self) { try await session.run { _ in throw Weary() } }
            #expect(try await sandbox.posts() == 0)
            #expect(try place.names() == ["list.csv", "token"])
        }
    }

    @Test("a brake holds before anybody is asked")
    func brakes() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Self.place(3, sandbox)
            try place.write(People.csv(3) + People.csv(1), to: "list.csv")
            for change in [{ $0.brakes.mostRows = 2 }, { $0.options.duplicates = .fail }]
                as [(inout ImportSession) -> Void]
            {
                var session = try Self.session(place, sandbox)
                change(&session)
                let held = session
                await #expect {
                    try await held.run { _ in
                        Issue.record("asked all the same")
                        return true
                    }
                } throws: { error in
                    guard case ImportSession.NotSent.braked? = error as? ImportSession.NotSent else { return false }
                    return true
                }
            }
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("a cancelled task stops the import; the next one goes on")
    func cancels() async throws {
        try await SandboxProcess.with(["--hold", "10"]) { sandbox in
            let place = try Self.place(40, sandbox)
            let session = try Self.session(place, sandbox)
            let task = Task { try await session.run { _ in true } }
            try await eventually("ten requests are held") { try await sandbox.posts() >= 10 }
            task.cancel()
            try sandbox.release()
            let summary = try await task.value
            #expect(summary.ending == .interrupted(2) && summary.exitCode == 130)
            #expect(summary.count(.invited) >= 10 && summary.count(.notSent) > 0)
            #expect(summary.rows == 40)
            let rest = try await Self.session(place, sandbox).run { _ in true }
            #expect(rest.outcomes == [.invited: 40])
            #expect(try await sandbox.created().allSatisfy { $0.value == 1 })
        }
    }

    @Test("a cancelled question sends nothing")
    func cancelsTheQuestion() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Self.place(3, sandbox)
            let session = try Self.session(place, sandbox)
            let asked = Shown()
            let task = Task {
                try await session.run { _ in
                    asked.add("asked")
                    // Nothing ever comes, and the task's end ends the waiting.
                    for await _ in AsyncStream(Never.self, { _ in }) {}
                    try Task.checkCancellation()
                    return true
                }
            }
            try await eventually("the question") { !asked.all.isEmpty }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await sandbox.posts() == 0)
            #expect(try place.names() == ["list.csv", "token"])
        }
    }
}
