import ArgumentParser

/// A duration as people type it: a number and `ms`, `s`, `m`, `h` or `d`.
struct DurationText: ExpressibleByArgument, Equatable {
    let duration: Duration

    init?(argument: String) {
        let units = [("ms", 1.0), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)]
        guard let (unit, milliseconds) = units.first(where: { argument.hasSuffix($0.0) }),
            let number = Double(argument.dropLast(unit.count)), number.isFinite, number >= 0
        else { return nil }
        duration = .milliseconds(number * milliseconds)
    }
}

/// One duration, or a range of them such as `5ms..20ms`.
struct DurationRangeText: ExpressibleByArgument, Equatable {
    let range: ClosedRange<Duration>

    init?(argument: String) {
        guard let dots = argument.firstRange(of: "..") else {
            guard let one = DurationText(argument: argument)?.duration else { return nil }
            range = one...one
            return
        }
        guard let lower = DurationText(argument: String(argument[..<dots.lowerBound]))?.duration,
            let upper = DurationText(argument: String(argument[dots.upperBound...]))?.duration, lower <= upper
        else { return nil }
        range = lower...upper
    }
}
