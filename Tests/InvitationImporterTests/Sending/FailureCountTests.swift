import Testing

@testable import InvitationImporter

struct FailureCountTests {
    /// A limit, outcomes in order, and after how many of them the run stops; `nil` for never.
    static let cases: [(limit: FailureLimit?, outcomes: [Outcome], stopsAfter: Int?)] = [
        (nil, Array(repeating: .failed, count: 100), nil),
        (.count(0), [.invited, .alreadyMember, .failed], 3),
        (.count(2), [.refused, .failed, .unknown], 3),
        (.count(2), [.refused, .failed, .notSent, .invited], nil),
        // While fewer than twenty have ended, a share is one of twenty.
        (.share(0.05), [.failed], nil),
        (.share(0.05), [.failed, .failed], 2),
        (.share(0), [.invited, .unknown], 2),
        (.share(0.5), Array(repeating: .failed, count: 12), 11),
        (.share(0.5), Array(repeating: .invited, count: 30) + Array(repeating: .failed, count: 30), nil),
        (.share(0.5), Array(repeating: .invited, count: 30) + Array(repeating: .failed, count: 31), 61),
    ]

    @Test(arguments: cases.indices) func stopsAfterTooManyFailures(_ index: Int) {
        let it = Self.cases[index]
        var count = FailureCount(limit: it.limit)
        var stopped: Int?
        for (number, outcome) in it.outcomes.enumerated() where count.add([outcome]) != nil {
            stopped = stopped ?? number + 1
        }
        count.checkInvariants()
        #expect(stopped == it.stopsAfter, "\(String(describing: it.limit)), \(it.outcomes.count) outcomes")
    }

    @Test func theReasonSaysHowMany() {
        var count = FailureCount(limit: .count(1))
        let reason = count.add([.invited, .failed, .refused])
        #expect(reason?.detail == "2 of 3 rows failed, which is more than --max-failures allows")
    }
}
