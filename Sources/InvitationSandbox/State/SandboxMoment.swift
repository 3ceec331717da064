/// One moment by both clocks, so that deciding code never reads a clock.
package struct SandboxMoment: Sendable, Equatable {
    /// Monotonic time since the sandbox was made, for limits and lags.
    package var uptime: Duration
    /// Wall-clock time since 1970, for dates and expiry.
    package var unix: Duration

    /// Makes a moment.
    package init(uptime: Duration, unix: Duration) {
        self.uptime = uptime
        self.unix = unix
    }

    /// Milliseconds since 1970, rounded down.
    var unixMilliseconds: Int { unix.milliseconds }
}

extension Duration {
    /// Whole seconds, rounded up.
    var roundedUpSeconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) + (attoseconds > 0 ? 1 : 0)
    }

    /// Whole milliseconds, rounded towards zero.
    var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }

    /// Whole nanoseconds, rounded towards zero.
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
