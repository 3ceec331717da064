public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What the server's clock shows, learned from the `Date` of its answers.
///
/// An answer's `Date` was written before the answer arrived, so our time at its arrival gives a lower bound of how far
/// the server's clock is ahead; the highest of them is kept. What is told is therefore never later than the truth.
public struct ServerClock: Sendable {
    /// The time of day here at ``Instant/origin``.
    private let origin: Date
    private var ahead: Double?

    /// Makes a clock that knows nothing of the server's.
    public init(origin: Date) {
        self.origin = origin
    }

    /// The time of day here.
    public func wallTime(at now: Instant) -> Date {
        origin.addingTimeInterval(now.sinceOrigin / .seconds(1))
    }

    /// The server's time, at the earliest; `nil` before it gave one.
    public func serverTime(at now: Instant) -> Date? {
        ahead.map { wallTime(at: now).addingTimeInterval($0) }
    }

    /// An answer arrived with this `Date`.
    public mutating func learn(_ date: Date?, at now: Instant) {
        guard let date else { return }
        let seen = date.timeIntervalSince(wallTime(at: now))
        ahead = max(ahead ?? seen, seen)
    }
}
