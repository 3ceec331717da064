public import ArgumentParser
public import InvitationImporter

/// A span of time on the command line: `250ms`, `30s`, `15m`, `2h`; a bare number is seconds.
public struct TimeSpan: ExpressibleByArgument, Hashable, Sendable {
    /// The span.
    public let duration: Duration

    /// Makes a span.
    init(_ duration: Duration) {
        self.duration = duration
    }

    /// As it is typed.
    public var defaultValueDescription: String {
        let seconds = duration.components.seconds
        return seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
    }

    /// Reads a span; `nil` if it is none, or not above zero.
    public init?(argument: String) {
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

/// `--rate` on the command line.
struct PaceArgument: ExpressibleByArgument, Hashable {
    let pace: SendingPolicy.Pace

    init(_ pace: SendingPolicy.Pace) {
        self.pace = pace
    }

    var defaultValueDescription: String { "auto" }

    init?(argument: String) {
        switch argument {
        case "auto": pace = .auto
        case "unlimited": pace = .unlimited
        default:
            guard let rate = Rate(argument) else { return nil }
            pace = .atMost(rate)
        }
    }
}

extension ImportOptions.Duplicates: ExpressibleByArgument {}
extension RetryPolicy.ServerErrors: ExpressibleByArgument {}
extension SendingPolicy.Sync: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {}
extension Conversion.Form: ExpressibleByArgument {}

/// `--map` on the command line.
struct FieldMappingArgument: ExpressibleByArgument, Hashable {
    let field: Field
    let mapping: FieldMapping

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let field = ColumnNames.field(named: String(parts[0])) else { return nil }
        // Nothing at all for everybody is an answer for what an invitation can do without.
        if parts[1] == ":", ![.message, .name, .organization].contains(field) { return nil }
        self.field = field
        mapping = FieldMapping(String(parts[1]))
    }
}

extension TextEncoding: ExpressibleByArgument {
    /// Reads a name as ``TextEncoding/init(named:)`` does.
    public init?(argument: String) {
        self.init(named: argument)
    }
}

extension Quota: ExpressibleByArgument {
    /// Reads a quota as ``Quota/init(_:)`` does.
    public init?(argument: String) {
        self.init(argument)
    }
}
