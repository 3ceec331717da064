import CurlMulti
import DequeModule

/// How many requests a second a server accepted from one pause to another.
///
/// At both pauses the server had nothing left, so what it had saved up does not count: it can bear this rate for good.
///
/// A value that reads no clock.
struct CarriedRate: Sendable {
    /// So many pauses are remembered.
    static let pausesKept = 16

    /// The rate from an earlier pause to the last; `nil` until enough was accepted between two pauses to tell.
    private(set) var perSecond: Double?
    private var accepted = 0
    private var pauses: Deque<(at: Instant, accepted: Int)> = []

    /// The server accepted a request.
    mutating func accept() { accepted += 1 }

    /// The server turned a request away, for which everybody pauses.
    ///
    /// - Parameter underWay: How many requests are under way at a time. They may belong to either side of a pause.
    mutating func paused(at now: Instant, underWay: Double) {
        let enough = max(5, Int(underWay * 10))
        if let pause = pauses.last(where: { accepted - $0.accepted >= enough && $0.at < now }) {
            perSecond = Double(accepted - pause.accepted) / ((now - pause.at) / .seconds(1))
        }
        pauses.append((now, accepted))
        if pauses.count > Self.pausesKept { pauses.removeFirst() }
    }
}

// MARK: - Invariants

extension CarriedRate {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(perSecond.map { $0 > 0 && $0.isFinite } ?? true, "Nothing, or without end, is no rate.")
        precondition(pauses.count <= Self.pausesKept, "Pauses are kept without end.")
    }
}
