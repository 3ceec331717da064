import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

/// The credentials alone, a step after another.
struct CredentialsStepsTests {
    /// What credentials are told, with times in seconds.
    enum Step: Sendable {
        case began
        case replaced(life: Int?, isNew: Bool = true, at: Int = 0)
        case failed(isFinal: Bool = false, at: Int = 0)
        case refused(Int)
        case accepted(Int)
    }

    /// - Returns: Whether the run goes on.
    private static func tell(_ credentials: inout Credentials, _ step: Step) -> Bool {
        var dice = LoadedDice.most
        func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }
        defer { credentials.checkInvariants() }
        switch step {
        case .began:
            credentials.began()
            return true
        case .replaced(let life, let isNew, let now):
            let life = life.map { Duration.seconds($0) }
            return credentials.replaced(life: life, isNew: isNew, policy: RetryPolicy(), at: at(now))
        case .failed(let isFinal, let now):
            return credentials.failed(isFinal: isFinal, policy: RetryPolicy(), using: &dice, at: at(now))
        case .refused(let generation): return credentials.refused(generation)
        case .accepted(let generation):
            credentials.accepted(generation)
            return true
        }
    }

    struct Steps: Sendable {
        var name: String
        var isRenewable = true
        var steps: [Step]
        /// What comes of the last step.
        var goesOn = true
        var generation: Int
        var isWanting: Bool
        /// When a token is to be asked for, in milliseconds.
        var due: Int?
    }

    static let first: [Step] = [.began, .replaced(life: nil)]
    static let ofFifteenMinutes: [Step] = [.began, .replaced(life: 900)]

    static let cases: [Steps] = [
        Steps(name: "nothing yet", steps: [], generation: 0, isWanting: true, due: 0),
        Steps(name: "under way", steps: [.began], generation: 0, isWanting: true, due: nil),
        Steps(name: "there, for ever", steps: first, generation: 1, isWanting: false, due: nil),
        Steps(name: "a minute early", steps: ofFifteenMinutes, generation: 1, isWanting: false, due: 840_000),
        Steps(
            name: "a fifth early", steps: [.began, .replaced(life: 100, at: 7)], generation: 1, isWanting: false,
            due: 87_000),
        Steps(
            name: "never at once", steps: [.began, .replaced(life: 1, at: 7)], generation: 1, isWanting: false,
            due: 8000),
        Steps(
            name: "a life that was over before it began", steps: [.began, .replaced(life: 0)], generation: 1,
            isWanting: false, due: nil),
        Steps(
            name: "that cannot be renewed", isRenewable: false, steps: ofFifteenMinutes, generation: 1,
            isWanting: false, due: nil),
        Steps(name: "none came", steps: [.began, .failed(at: 7)], generation: 0, isWanting: true, due: 7500),
        Steps(
            name: "none came again", steps: [.began, .failed(at: 7), .began, .failed(at: 8)], generation: 0,
            isWanting: true, due: 9000),
        Steps(
            name: "none ever will", steps: [.began, .failed(isFinal: true, at: 7)], goesOn: false, generation: 0,
            isWanting: true, due: 7500),
        Steps(
            name: "none ever will, with one in use",
            steps: ofFifteenMinutes + [.began, .failed(isFinal: true, at: 840)],
            generation: 1, isWanting: false, due: 840_500),
        Steps(
            name: "the same one came early",
            steps: ofFifteenMinutes + [.began, .replaced(life: 60, isNew: false, at: 840)],
            generation: 1, isWanting: false, due: 842_000),
        Steps(name: "refused", steps: first + [.refused(1)], generation: 1, isWanting: true, due: 0),
        Steps(
            name: "refused for a second request", steps: first + [.refused(1), .refused(1)], generation: 1,
            isWanting: true, due: 0),
        Steps(
            name: "refused, and there is no other", isRenewable: false, steps: first + [.refused(1)], goesOn: false,
            generation: 1, isWanting: false, due: nil),
        Steps(
            name: "refused, and the same one came",
            steps: first + [.refused(1), .began, .replaced(life: nil, isNew: false)],
            goesOn: false, generation: 1, isWanting: true, due: 2000),
        Steps(
            name: "refused and replaced", steps: first + [.refused(1), .began, .replaced(life: nil)], generation: 2,
            isWanting: false, due: nil),
        Steps(
            name: "an old one refused", steps: first + [.refused(1), .began, .replaced(life: nil), .refused(1)],
            generation: 2, isWanting: false, due: nil),
        Steps(
            name: "the next one refused as well",
            steps: first + [.refused(1), .began, .replaced(life: nil), .refused(2)], goesOn: false, generation: 2,
            isWanting: false, due: nil),
        Steps(
            name: "the next one refused after it was good",
            steps: first + [.refused(1), .began, .replaced(life: nil), .accepted(2), .refused(2)], generation: 2,
            isWanting: true, due: 0),
        Steps(
            name: "what an old one was good for says nothing",
            steps: first + [.refused(1), .began, .replaced(life: nil), .accepted(1), .refused(2)], goesOn: false,
            generation: 2, isWanting: false, due: nil),
    ]

    @Test(arguments: cases) func aTokenIsReplacedInTime(_ it: Steps) {
        var credentials = Credentials(isRenewable: it.isRenewable)
        let goesOn = it.steps.map { Self.tell(&credentials, $0) }
        #expect(goesOn.dropLast().allSatisfy { $0 }, "\(it.name)")
        #expect(goesOn.last ?? true == it.goesOn, "\(it.name)")
        #expect(credentials.generation == it.generation, "\(it.name)")
        #expect(credentials.isWanting == it.isWanting, "\(it.name)")
        #expect(credentials.due == it.due.map { Instant(sinceOrigin: .milliseconds($0)) }, "\(it.name)")
    }
}
