import CurlMulti
import Foundation
import InvitationImporter
import TestSupport
import Testing

/// Being interrupted: whole imports in virtual time.
struct StoppingTests {
    @Test func oneSignalWaitsForWhatIsUnderWay() throws {
        let simulated = try SimulatedImport(100)
        simulated.policy.pace = .unlimited
        simulated.signals = [(.milliseconds(500), SIGINT)]
        let (ending, summary, wire) = try simulated.run { _, _ in (.milliseconds(300), .answer(201)) }
        #expect(ending == .interrupted(SIGINT))
        #expect(summary.exitCode == 130)
        #expect(summary.count(.invited) == wire.starts.count)
        #expect(summary.count(.notSent) == 100 - wire.starts.count)
        let (_, rest, second) = try {
            simulated.signals = []; return try simulated.run(SendingTests.created)
        }()
        #expect(second.starts.count == 100 - wire.starts.count)
        #expect(rest.count(.invited) == 100)
    }

    @Test func twoSignalsStopAtOnceAndLeaveUnknowns() throws {
        let simulated = try SimulatedImport(100)
        simulated.policy.pace = .unlimited
        simulated.signals = [(.milliseconds(500), SIGTERM), (.milliseconds(500), SIGTERM)]
        let (ending, summary, wire) = try simulated.run { _, _ in (.seconds(5), .answer(201)) }
        #expect(ending == .interrupted(SIGTERM))
        #expect(summary.exitCode == 143)
        #expect(summary.count(.unknown) == wire.starts.count)
        #expect(wire.starts.count == 16)
    }

    @Test func whatWasWrittenDownAheadAndNeverLeftIsNotSent() throws {
        let simulated = try SimulatedImport(100)
        simulated.policy.pace = .unlimited
        simulated.signals = [(.milliseconds(500), SIGTERM), (.milliseconds(500), SIGTERM)]
        let list: SimulatedWire.Server = { _, _ in (.milliseconds(5), .answer(200, #"{"invitations":[]}"#)) }
        let (_, summary, wire) = try simulated.run(lists: list) { _, now in
            (now.sinceOrigin < .milliseconds(250) ? .milliseconds(100) : .seconds(5), .answer(201))
        }
        let journal = simulated.folder.read("team.run/journal.jsonl") ?? ""
        #expect(journal.contains("it never left: the run ended before it"), "nothing was written down ahead")
        #expect(wire.starts.count == summary.count(.invited) + 16)
        #expect(summary.count(.unknown) == 16)
        #expect(summary.count(.notSent) == 100 - wire.starts.count)
        #expect(summary.attempts == wire.starts.count)
    }
}
