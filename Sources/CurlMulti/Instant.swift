/// A moment on a clock that never jumps, as the time since a fixed origin.
///
/// Everything that paces, waits or times out counts in instants. Compare only instants of the same ``Transport``.
public struct Instant: Hashable, Comparable, Sendable {
    /// The time since the clock's origin.
    public var sinceOrigin: Duration

    /// Makes an instant.
    public init(sinceOrigin: Duration) {
        self.sinceOrigin = sinceOrigin
    }

    /// The earliest instant of a clock.
    public static let origin = Instant(sinceOrigin: .zero)

    /// Whether one instant comes before another.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.sinceOrigin < right.sinceOrigin
    }

    /// A later instant; with a negative duration, an earlier one.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(sinceOrigin: instant.sinceOrigin + duration)
    }

    /// An earlier instant.
    public static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(sinceOrigin: instant.sinceOrigin - duration)
    }

    /// The time from the right instant to the left one.
    public static func - (left: Instant, right: Instant) -> Duration {
        left.sinceOrigin - right.sinceOrigin
    }
}
