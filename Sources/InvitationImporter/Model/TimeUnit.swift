/// A unit of time, as rates, quotas and server headers name it.
enum TimeUnit: String, CaseIterable, Sendable {
    case second, minute, hour, day

    /// Reads a unit as a person may write it: `s`, `sec`, `second`, `m`, `min`, `minute`, `h`, `hour`, `d`, `day`, in
    /// lower case.
    init?(_ text: some StringProtocol) {
        guard let unit = Self.allCases.first(where: { $0.words.contains { text == $0 } }) else { return nil }
        self = unit
    }

    private var words: [String] {
        switch self {
        case .second: ["s", "sec", rawValue]
        case .minute: ["m", "min", rawValue]
        case .hour: ["h", rawValue]
        case .day: ["d", rawValue]
        }
    }

    /// The short form that is shown: `s`, `min`, `h` or `d`.
    var symbol: String {
        switch self {
        case .second: "s"
        case .minute: "min"
        case .hour: "h"
        case .day: "d"
        }
    }

    /// Its length in seconds. A day has 24 hours.
    var seconds: Int {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day: 86_400
        }
    }

    /// Its length. A day has 24 hours.
    var duration: Duration { .seconds(seconds) }
}
