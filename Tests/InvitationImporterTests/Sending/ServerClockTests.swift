import CurlMulti
import Foundation
import Testing

@testable import InvitationImporter

struct ServerClockTests {
    private static let origin = Date(timeIntervalSince1970: 1_800_000_000)

    /// Answers in seconds since the origin: what the server's clock showed, and when they arrived.
    static let cases: [(name: String, answers: [(date: Double?, now: Double)], time: Double?)] = [
        ("no answer", [], nil),
        ("answers without a date", [(nil, 1), (nil, 2)], nil),
        ("the same time as here", [(10, 10)], 100),
        ("an answer that took its time", [(9, 10)], 99),
        ("the fastest answer counts", [(7, 10), (19, 20), (26, 30)], 99),
        ("a clock an hour ahead", [(3610, 10)], 3700),
        ("a clock an hour behind", [(-3590, 10)], -3500),
        ("an answer without a date changes nothing", [(9, 10), (nil, 20)], 99),
    ]

    @Test(arguments: cases)
    func itIsNeverLaterThanTheTruth(name: String, answers: [(date: Double?, now: Double)], time: Double?) {
        var clock = ServerClock(origin: Self.origin)
        for answer in answers {
            clock.learn(
                answer.date.map { Self.origin.addingTimeInterval($0) },
                at: Instant(sinceOrigin: .seconds(answer.now)))
            clock.checkInvariants()
        }
        let now = Instant(sinceOrigin: .seconds(100))
        #expect(clock.serverTime(at: now) == time.map { Self.origin.addingTimeInterval($0) }, "\(name)")
        #expect(clock.wallTime(at: now) == Self.origin.addingTimeInterval(100))
    }
}
