import Foundation
import Testing

@Suite("Faults between a server and us", .serialized)
struct WireFaultTests {
    /// What must come of the person whose invitation met the fault.
    private struct Expected: Equatable {
        var attemptClass: String
        var outcome: String
        var code: Int32
        /// Invitations that the server made.
        var created: Int
        /// Invitations that came in at the server, and at the proxy.
        var delivered: Int
        var sent: Int
        /// Whether an attempt went out on a connection that was being closed, and came in nowhere.
        var isLost = false
    }

    @Test("where the invitations may be listed, everybody is invited once, whatever happened")
    func listed() async throws {
        try await run(listing: "allowed") { fault, isLost in
            let isResent = fault.moment == .before
            if fault.attemptClass == "not-understood", isResent {
                // The list has nobody, so the page was a no.
                return Expected(
                    attemptClass: "not-understood", outcome: "refused", code: 1, created: 0, delivered: 0, sent: 1)
            }
            return Expected(
                attemptClass: fault.attemptClass, outcome: "invited", code: 0, created: 1, delivered: 1,
                sent: isResent ? 2 : 1, isLost: isLost)
        }
    }

    @Test("where they may not, nobody is sent again blindly after silence")
    func unlisted() async throws {
        try await run(listing: "forbidden") { fault, isLost in
            let acted = fault.moment == .after ? 1 : 0
            switch fault.attemptClass {
            case "unknown", "not-understood":
                return Expected(
                    attemptClass: fault.attemptClass, outcome: "unknown", code: 2, created: acted, delivered: acted,
                    sent: 1)
            case "perhaps-processed":
                // The retry that was asked for: the sandbox says that the person is there already.
                return Expected(
                    attemptClass: "perhaps-processed", outcome: acted == 1 ? "already-invited" : "invited", code: 0,
                    created: 1, delivered: acted + 1, sent: 2)
            case _ where isLost:
                return Expected(
                    attemptClass: fault.attemptClass, outcome: "unknown", code: 2, created: 0, delivered: 0, sent: 1,
                    isLost: true)
            default:
                return Expected(
                    attemptClass: fault.attemptClass, outcome: "invited", code: 0, created: 1, delivered: 1,
                    sent: 2 - acted)
            }
        }
    }

    /// Runs an import for each fault, a few at once: most of the time is spent waiting.
    ///
    /// - Parameter expected: What must come of a fault; its second argument says whether an attempt was lost on the
    ///   way, as may happen where the fault crosses the next request.
    private func run(
        listing: String, _ expected: @Sendable @escaping (Fault, _ isLost: Bool) -> Expected
    ) async throws {
        try await SandboxProcess.with(["--listing", listing]) { sandbox in
            await withTaskGroup(of: Void.self) { group in
                for (number, fault) in Fault.all.enumerated() {
                    if number >= 8 { await group.next() }
                    group.addTask {
                        do {
                            let seen = try await Self.meet(fault, number: number, sandbox)
                            #expect(seen == expected(fault, seen.isLost), "\(fault)")
                        } catch {
                            Issue.record(error, "\(fault)")
                        }
                    }
                }
            }
        }
    }

    private static func meet(_ fault: Fault, number: Int, _ sandbox: SandboxProcess) async throws -> Expected {
        let addresses = ["first", "victim", "last"].map { "\($0)-\(number)@northwind.example" }
        let proxy = try FaultProxy(to: sandbox.port, victim: addresses[1], fault)
        defer { proxy.stop() }
        let place = try Workplace()
        try place.write("email,roles\n" + addresses.map { "\($0),viewer\n" }.joined(), to: "list.csv")
        var environment = sandbox.environment
        environment["K0RDENT_API_URL"] = proxy.url
        let arguments = [
            "import", "list.csv", "--yes", "--rate", "unlimited", "--concurrency", "1", "--timeout", "10s",
            "--settle-delay", "1s",
        ]
        let run = try await Tool.invite(arguments, in: place, environment)
        let rows = try place.table("list.run/results.csv")
        #expect(rows.map { $0["outcome"] == "invited" } == [true, rows[1]["outcome"] == "invited", true], "\(fault)")
        let sent = proxy.deliveries(addresses[1])
        let isLost = fault.crossesTheNext && rows[1]["attempts"] == String(sent + 1)
        #expect(isLost || rows[1]["attempts"] == String(sent), "\(fault): what was sent is what the report says")
        return Expected(
            attemptClass: try firstClass(of: addresses[1], place.read("list.run/journal.jsonl")) ?? "none",
            outcome: rows[1]["outcome"] ?? "", code: run.code,
            created: try await sandbox.created()[addresses[1]] ?? 0,
            delivered: try await sandbox.deliveries()[addresses[1]] ?? 0, sent: sent, isLost: isLost)
    }

    /// The class of the first attempt for an address that the journal has.
    private static func firstClass(of address: String, _ journal: String) throws -> String? {
        for line in journal.split(separator: "\n") where line.contains(address) {
            if let word = try JSONText(String(line))["class"].string { return word }
        }
        return nil
    }
}
