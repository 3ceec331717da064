import ArgumentParser

/// A span of time on the command line: `250ms`, `30s`, `15m`, `2h`; a bare number is seconds.
struct TimeSpan: ExpressibleByArgument, Hashable, Sendable {
    /// The span.
    let duration: Duration

    /// Makes a span.
    init(_ duration: Duration) {
        self.duration = duration
    }

    /// The span as it is typed.
    var defaultValueDescription: String {
        let seconds = duration.components.seconds
        return seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
    }

    /// Reads a span; `nil` for any other text, and for a span that is not above zero.
    init?(argument: String) {
        let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)]
        for (ending, seconds) in units where argument.hasSuffix(ending) {
            guard let number = Double(argument.dropLast(ending.count)), number > 0, number.isFinite, number < 1e9 else {
                continue
            }
            duration = .seconds(number * seconds)
            return
        }
        return nil
    }
}
