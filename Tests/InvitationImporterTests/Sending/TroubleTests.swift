import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

/// A server in trouble, and what that means for the rows: whole imports in virtual time.
struct TroubleTests {
    @Test func serverErrorsAreTriedAgainOnceWithoutAListAndGivenUpAsUnknown() throws {
        let simulated = try SimulatedImport(2)
        let (_, summary, wire) = try demand(.doubtSentAgain) {
            try simulated.run { request, _ in
                let isFirst = String(decoding: request.body, as: UTF8.self).contains("p1@")
                return (.milliseconds(10), .answer(isFirst ? 500 : 201))
            }
        }
        #expect(summary.count(.invited) == 1)
        #expect(summary.count(.unknown) == 1)
        #expect(summary.exitCode == 2)
        #expect(wire.sends.values.max() == 2)
    }

    /// Each answer has a sentence that nobody knows, and everybody is in the list.
    @Test(arguments: [40, 300]) func oddAnswersThatTheListExplainsCostNoTime(people: Int) throws {
        let simulated = try SimulatedImport(people)
        simulated.policy.pace = .unlimited
        var made: [String] = []
        func entry(_ id: Int, _ email: String) -> String {
            #"{"id":"i\#(id)","email":"\#(email)","roles":["viewer"],"status":"pending"}"#
        }
        let (ending, summary, wire) = try simulated.run(
            lists: { request, _ in
                guard request.url.contains("/invitations") else { return (.milliseconds(5), .forbidden) }
                let list = made.enumerated().map { entry($0, $1) }.joined(separator: ",")
                return (.milliseconds(5), .answer(200, #"{"invitations":[\#(list)]}"#))
            },
            { request, _ in
                let email = (try? JSONValue(parsing: request.body))?["email"]?.string ?? ""
                made.append(email)
                let body = String(entry(made.count - 1, email).dropLast()) + #","message":"Zebra quux."}"#
                return (.milliseconds(10), .answer(201, body))
            })
        #expect(ending == .complete)
        #expect(summary.count(.invited) == people)
        #expect(wire.sends.values.allSatisfy { $0 == 1 })
        // Less than a minute, which is waited for where the list may be behind.
        #expect(wire.now.sinceOrigin < .seconds(60), "\(wire.now.sinceOrigin)")
    }

    @Test func whileItIsInTroubleItIsKnownWhenItIsTriedAndWhenGivenUp() throws {
        let simulated = try SimulatedImport(20)
        simulated.policy.retry.giveUpAfter = .seconds(60)
        _ = try simulated.run { _, _ in (.milliseconds(10), .answer(503)) }
        let probing = simulated.progress.map(\.waits).filter { $0.isProbing && !$0.isStopping }
        #expect(probing.contains { $0.nextTry.map { $0 > .zero && $0 < .seconds(60) } ?? false })
        #expect(probing.allSatisfy { $0.patience.map { $0 <= .seconds(60) } ?? false })
        let patience = probing.compactMap(\.patience)
        #expect(patience == patience.sorted(by: >), "nothing succeeds in between")
        #expect(patience.last.map { $0 < .seconds(60) } == true)
        #expect(simulated.progress.allSatisfy { $0.waits.isProbing || $0.waits.patience == nil })
    }

    /// One reply is lost, and the person is missing in the list at first.
    @Test func whileOnlyTheListIsWaitedForItIsKnownWhenItIsRead() throws {
        let simulated = try SimulatedImport(3)
        let (_, _, _) = try simulated.run(
            lists: { _, _ in (.milliseconds(5), .answer(200, #"{"invitations":[]}"#)) },
            { request, _ in
                let isFirst = String(decoding: request.body, as: UTF8.self).contains("p1@")
                return (.milliseconds(10), isFirst ? .silence(.possiblySent, .timeout) : .answer(201))
            })
        let waiting = simulated.progress.filter(\.isOnlyInDoubt)
        #expect(waiting.contains { $0.waits.nextReading != nil })
        #expect(waiting.allSatisfy { $0.left == nil })
    }

    @Test func neverRetriesServerErrorsIfTold() throws {
        let simulated = try SimulatedImport(3)
        simulated.policy.retry.serverErrors = .never
        let (_, summary, wire) = try simulated.run { _, _ in (.milliseconds(10), .answer(502)) }
        #expect(summary.count(.unknown) == 3)
        #expect(wire.sends.values.allSatisfy { $0 == 1 })
    }

    @Test func whatNeverLeftIsFailedNotUnknown() throws {
        let simulated = try SimulatedImport(2)
        simulated.policy.retry.maxAttempts = 3
        let (ending, summary, wire) = try simulated.run { request, _ in
            let isFirst = String(decoding: request.body, as: UTF8.self).contains("p1@")
            return (.milliseconds(10), isFirst ? .silence(.notSent, .connect) : .answer(201))
        }
        #expect(ending == .complete)
        #expect(summary.count(.failed) == 1)
        #expect(summary.exitCode == 1)
        #expect(wire.sends.values.max() == 3)
        #expect(simulated.rows("retry.csv").count == 1)
    }

    @Test func anAttemptWithoutAnswerIsNeverSentAgain() throws {
        let simulated = try SimulatedImport(20)
        let (_, summary, wire) = try simulated.run { _, _ in (.milliseconds(10), .silence(.possiblySent)) }
        #expect(summary.count(.unknown) == 20)
        #expect(summary.exitCode == 2)
        let (_, again, second) = try demand(.doubtResumed, .doubtLeft) { try simulated.run(SendingTests.created) }
        #expect(second.starts.isEmpty)
        #expect(again.exitCode == 2)
        simulated.policy.resendsUnknown = true
        let (_, resent, third) = try simulated.run(SendingTests.created)
        #expect(third.starts.count == 20)
        #expect(resent.exitCode == 0)
        #expect(wire.sends.values.allSatisfy { $0 == 1 })
        #expect(simulated.rows("retry.csv").isEmpty)
    }

    @Test(arguments: [1, 5, 200])
    func aServerThatIsNotThereEndsTheRun(_ people: Int) throws {
        let simulated = try SimulatedImport(people)
        let nobody: SimulatedWire.Server = { _, _ in (.zero, .silence(.notSent, .connect)) }
        let (ending, summary, wire) = try simulated.run(lists: nobody, nobody)
        #expect(ending.reason?.hasPrefix("the server cannot be reached: simulated. Check") == true)
        #expect(summary.exitCode == 69)
        #expect(wire.requests.count <= 20)
        #expect(simulated.rows("retry.csv").count == people)
        #expect(summary.count(.failed) + summary.count(.notSent) == people)
    }

    @Test func serverErrorsForAllAreAHandfulOfProbesNotAStorm() throws {
        let simulated = try SimulatedImport(1000)
        let (ending, summary, wire) = try simulated.run { _, _ in (.milliseconds(10), .answer(500)) }
        guard case .gaveUp = ending else { return #expect(Bool(false), "\(ending)") }
        #expect(summary.exitCode == 75)
        // Fifteen minutes at a probe every 30 s or sooner.
        #expect(wire.starts.count < 200)
        #expect(wire.now.sinceOrigin >= .seconds(15 * 60))
    }

    @Test func anOutageInTheMiddleFailsNobody() throws {
        let simulated = try SimulatedImport(500)
        simulated.policy.pace = .atMost(Rate(50, per: .seconds(1)))
        let (ending, summary, _) = try simulated.run { _, now in
            let isDown = now.sinceOrigin >= .seconds(3) && now.sinceOrigin < .seconds(23)
            return (.milliseconds(10), isDown ? .silence(.notSent, .connect) : .answer(201))
        }
        #expect(ending == .complete)
        #expect(summary.count(.invited) == 500)
    }

    @Test func somebodyWhoIsThereAlreadyIsDone() throws {
        let simulated = try SimulatedImport(4)
        let (_, summary, _) = try simulated.run { _, _ in
            (.milliseconds(10), .answer(409, #"{"code":"CONFLICT","message":"already invited"}"#))
        }
        #expect(summary.count(.alreadyInvited) == 4)
        #expect(summary.exitCode == 0)
    }

    @Test func aConflictAfterAServerErrorMayBeOurOwn() throws {
        let simulated = try SimulatedImport(1)
        var requests = 0
        let (_, summary, _) = try simulated.run { _, _ in
            requests += 1
            let body = #"{"code":"CONFLICT","message":"already invited"}"#
            return (.milliseconds(10), requests == 1 ? .answer(500) : .answer(409, body))
        }
        #expect(summary.count(.alreadyInvited) == 1)
        #expect(simulated.rows("results.csv").first?.contains("perhaps by an earlier attempt") == true)
    }
}
