public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Estimates the server's clock from the `Date` of its replies.
///
/// The server writes a reply's `Date` before the reply arrives. So `Date`, less the time here at arrival, is a lower
/// bound of how far the server's clock is ahead. The highest bound counts. So the estimate is never later than the
/// truth.
public struct ServerClock: Sendable {
    /// The time of day here at `Instant.origin`.
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

    /// The earliest time that the server's clock may show; `nil` before a reply had one.
    public func serverTime(at now: Instant) -> Date? {
        ahead.map { wallTime(at: now).addingTimeInterval($0) }
    }

    /// Takes the `Date` of a reply that arrived now.
    public mutating func learn(_ date: Date?, at now: Instant) {
        guard let date else { return }
        let seen = date.timeIntervalSince(wallTime(at: now))
        ahead = max(ahead ?? seen, seen)
    }
}
