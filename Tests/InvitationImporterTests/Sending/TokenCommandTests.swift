import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// A command that prints a token runs beside everything else, and nothing waits for it for ever.
struct TokenCommandTests {
    private func result(
        _ command: String, longest: Duration = .seconds(30), cancelAfter: Duration? = nil
    ) throws -> Result<IssuedToken, Token.Missing> {
        let supply = TokenSupply(.command(command), longest: longest)
        let began = ContinuousClock.now
        guard case .later = supply.ask(now: Date()) else { throw Unexpected() }
        while ContinuousClock.now - began < .seconds(60) {
            if let result = supply.takeResult(now: Date()) {
                #expect(supply.descriptor == nil && supply.patience == nil)
                #expect(supply.takeResult(now: Date()) == nil)
                return result
            }
            if let cancelAfter, ContinuousClock.now - began >= cancelAfter { supply.cancel() }
            wait(for: supply)
        }
        throw Unexpected()
    }

    /// Waits as a transport does.
    private func wait(for supply: TokenSupply) {
        var one = pollfd(fd: supply.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
        _ = poll(&one, 1, supply.patience == nil ? 100 : 5)
    }

    private struct Unexpected: Error {}

    private func words(_ result: Result<IssuedToken, Token.Missing>) -> String {
        switch result {
        case .success(let issued): issued.token.secret
        case .failure(let error): error.description
        }
    }

    @Test(arguments: [
        ("echo fake-token", "fake-token"), ("printf 'fake'; sleep 0.1; printf '%s' -token", "fake-token"),
        ("cat; echo fake-token", "fake-token"), ("echo '{\"token\":\"fake\"}'", "fake"),
        ("exec >&-; exit 0", "is empty"), ("exec >&-; sleep 0.2; exit 3", "exit code 3"), ("exit 3", "exit code 3"),
        ("no-such-command-here 2>/dev/null", "exit code 127"), ("kill -9 $$", "ended by signal 9"),
        ("trap '' TERM; echo fake-token", "fake-token"), ("yes | head -c 1000000", "more than a token"),
        ("echo fake-token; sleep 5 & exit 0", "fake-token"),
    ])
    func isUnderstood(_ command: String, _ expected: String) throws {
        let words = words(try result(command))
        #expect(words.contains(expected), "\(words)")
    }

    @Test(arguments: ["sleep 1000", "echo fake; sleep 1000", "trap '' TERM INT; sleep 1000; sleep 1000"])
    func oneThatHangsIsEndedInTime(_ command: String) throws {
        let began = ContinuousClock.now
        #expect(words(try result(command, longest: .milliseconds(300))).contains("took longer"))
        #expect(words(try result(command, cancelAfter: .milliseconds(100))).contains("was stopped"))
        #expect(ContinuousClock.now - began < .seconds(20))
    }

    @Test func itHasNothingOfOurs() throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: "/dev/zero"))
        defer { try? file.close() }
        _ = fcntl(file.fileDescriptor, F_SETFD, 0)
        let open = words(try result("ls /proc/self/fd | tr '\\n' ,"))
        // The folder that is being read is one more.
        #expect(["0,1,2,3,", "0,1,2,3"].contains(open), "\(open)")
    }

    @Test func whatWasStartedIsEndedWithTheSupply() throws {
        let folder = try TemporaryFolder()
        let file = folder.path.appending("pid").string
        var supply: TokenSupply? = TokenSupply(.command("echo $$ > \(file); sleep 1000; echo never"))
        guard case .later? = supply?.ask(now: Date()) else { throw Unexpected() }
        var pid: pid_t?
        let began = ContinuousClock.now
        while pid == nil, ContinuousClock.now - began < .seconds(30) {
            pid = folder.read("pid").flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        }
        supply = nil
        let command = try #require(pid)
        // A machine that is busy may take its time to bury it.
        while Self.lives(command), ContinuousClock.now - began < .seconds(60) { sched_yield() }
        #expect(!Self.lives(command))
    }

    /// Whether a process is there and is more than a name in the list of processes.
    private static func lives(_ pid: pid_t) -> Bool {
        let status = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        return !(status.isEmpty || status.contains(") Z "))
    }
}
