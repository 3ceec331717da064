import CurlMulti
import TestSupport
import Testing

@testable import InvitationImporter

struct PauseTests {
    private static func at(_ milliseconds: Int) -> Instant { Instant(sinceOrigin: .milliseconds(milliseconds)) }

    /// A refusal: of a request that started then, at this time, with this wish for a wait.
    struct Refusal: Sendable {
        var started: Int
        var now: Int
        var wait: RetryAfter?

        init(_ started: Int, _ now: Int, _ wait: RetryAfter? = nil) {
            (self.started, self.now, self.wait) = (started, now, wait)
        }
    }

    static let cases: [(name: String, refusals: [Refusal], shortest: Int, longest: Int)] = [
        ("the server's wait", [Refusal(0, 100, .wait(.seconds(2)))], 2100, 2100),
        ("never nothing", [Refusal(0, 100, .wait(.zero))], 150, 150),
        ("the first jitter", [Refusal(0, 100)], 150, 350),
        ("the second jitter is wider", [Refusal(0, 100), Refusal(700, 800)], 850, 1300),
        ("the third once more", [Refusal(0, 100), Refusal(700, 800), Refusal(2000, 2100)], 2150, 3100),
        ("one that was under way is not counted again", [Refusal(0, 100), Refusal(50, 110)], 160, 350),
        ("nor one that started with it", [Refusal(0, 100), Refusal(100, 110)], 160, 350),
        ("but its wish is heard", [Refusal(0, 100), Refusal(50, 110, .wait(.seconds(5)))], 5110, 5110),
        (
            "a shorter wish ends no longer pause", [Refusal(0, 0, .wait(.seconds(9))), Refusal(1, 2, .wait(.zero))],
            9000, 9000
        ),
    ]

    @Test(arguments: cases) func everybodyWaits(name: String, refusals: [Refusal], shortest: Int, longest: Int) {
        for (dice, end) in [(LoadedDice.least, shortest), (.most, longest)] {
            var (pause, dice) = (Pause(), dice)
            for refusal in refusals {
                let words = pause.take(
                    refusal.wait, startedAt: Self.at(refusal.started), at: Self.at(refusal.now),
                    policy: RetryPolicy(), using: &dice)
                #expect(words == nil, "\(name)")
                pause.checkInvariants()
            }
            #expect(pause.until == Self.at(end), "\(name)")
        }
    }

    @Test(arguments: [
        (RetryAfter.tooLong, "the server wants a pause of over a year"),
        (.wait(.seconds(901)), "the server wants a pause of 901 s, longer than --give-up-after"),
    ]) func aWaitBeyondOurPatienceIsToldAndNotTaken(wait: RetryAfter, words: String) {
        var (pause, dice) = (Pause(), LoadedDice.least)
        let said = pause.take(wait, startedAt: .origin, at: .origin, policy: RetryPolicy(), using: &dice)
        #expect(said == words)
        #expect(pause.until == nil)
        pause.checkInvariants()
    }

    @Test func whereARefusalSaysLittleThePauseIsAsShortAsIsWanted() {
        var (pause, dice) = (Pause(), LoadedDice.most)
        func refuse(_ started: Int, _ now: Int, _ wait: RetryAfter? = nil) -> Instant? {
            _ = pause.take(
                wait, startedAt: Self.at(started), at: Self.at(now), short: .milliseconds(20), policy: RetryPolicy(),
                using: &dice)
            pause.checkInvariants()
            return pause.until
        }
        #expect(refuse(0, 100) == Self.at(120))
        #expect(refuse(200, 300) == Self.at(320))
        #expect(refuse(400, 500, .wait(.seconds(2))) == Self.at(2500), "but the server's wish is one")
    }

    @Test func aWaitAsLongAsOurPatienceIsTaken() {
        var (pause, dice) = (Pause(), LoadedDice.least)
        let said = pause.take(
            .wait(.seconds(900)), startedAt: .origin, at: .origin, policy: RetryPolicy(), using: &dice)
        #expect(said == nil)
        #expect(pause.until == Self.at(900_000))
    }

    @Test func whatWasAcceptedMakesTheNextPauseAShortOne() {
        var (pause, dice) = (Pause(), LoadedDice.most)
        func refuse(_ started: Int, _ now: Int) -> Instant? {
            _ = pause.take(
                nil, startedAt: Self.at(started), at: Self.at(now), policy: RetryPolicy(),
                using: &dice)
            return pause.until
        }
        #expect(refuse(0, 100) == Self.at(350))
        #expect(refuse(700, 800) == Self.at(1300))
        pause.accepted(at: Self.at(1900))
        pause.checkInvariants()
        #expect(pause.until == nil)
        #expect(refuse(2000, 2100) == Self.at(2350))
    }

    @Test func anAnswerThatWasUnderWayEndsNoPause() {
        var (pause, dice) = (Pause(), LoadedDice.most)
        _ = pause.take(
            .wait(.seconds(1)), startedAt: .origin, at: .origin, policy: RetryPolicy(), using: &dice)
        pause.accepted(at: Self.at(500))
        #expect(pause.until == Self.at(1000))
    }

    @Test func onlyWhatWasUnderWayIsCovered() {
        var (pause, dice) = (Pause(), LoadedDice.least)
        #expect(!pause.covers(.origin))
        _ = pause.take(nil, startedAt: .origin, at: Self.at(100), policy: RetryPolicy(), using: &dice)
        #expect(pause.covers(Self.at(100)))
        #expect(!pause.covers(Self.at(101)))
        demand(.refusalCovered) {
            _ = pause.take(
                nil, startedAt: Self.at(99), at: Self.at(120), policy: RetryPolicy(), using: &dice)
        }
        demand(butNot: [.refusalCovered]) {
            _ = pause.take(
                nil, startedAt: Self.at(130), at: Self.at(140), policy: RetryPolicy(), using: &dice)
        }
    }
}
