import CurlMulti
import DequeModule

/// How many requests the server accepted and turned away in each of the last sixty seconds.
///
/// A value that reads no clock. Complexity: O(1) for each answer, O(60) for each question.
struct RecentAnswers: Sendable {
    private struct Second {
        let number: Int64
        var accepted = 0
        var refused = 0
    }

    private var seconds: Deque<Second> = []

    /// The server accepted a request, or turned it away.
    mutating func add(isAccepted: Bool, at now: Instant) {
        let number = max(now.sinceOrigin.components.seconds, seconds.last?.number ?? .min)
        if seconds.last?.number != number { seconds.append(Second(number: number)) }
        if isAccepted {
            seconds[seconds.endIndex - 1].accepted += 1
        } else {
            seconds[seconds.endIndex - 1].refused += 1
        }
        while let oldest = seconds.first, oldest.number < number - 60 { seconds.removeFirst() }
    }

    /// What came in the last seconds, the one that is not over included.
    func count(last length: Int64, at now: Instant) -> (accepted: Int, refused: Int) {
        let end = now.sinceOrigin.components.seconds
        var count = (accepted: 0, refused: 0)
        for second in seconds.reversed() {
            guard second.number > end - length else { break }
            count.accepted += second.accepted
            count.refused += second.refused
        }
        return count
    }

    /// Whether more than a twentieth of the last ten seconds' requests was turned away.
    ///
    /// - Parameter least: How many refusals are many at least: among few requests, one or two are chance.
    func areRefusalsMany(at now: Instant, least: Int = 1) -> Bool {
        let (accepted, refused) = count(last: 10, at: now)
        return refused >= least && refused * 20 > accepted + refused
    }

    /// What was accepted in the last minute, in requests a second; before a minute is over it counts as a whole one,
    /// since what a server lets through at first says nothing about what it can bear.
    func acceptedPerSecond(at now: Instant) -> Double { Double(count(last: 60, at: now).accepted) / 60 }
}

// MARK: - Invariants

extension RecentAnswers {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(seconds.count <= 61, "More than a minute is kept.")
        precondition(
            zip(seconds, seconds.dropFirst()).allSatisfy { $0.number < $1.number }, "Seconds are out of order.")
    }
}
