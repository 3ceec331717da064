/// The `Retry-After` of an answer that turns a request away.
public enum SandboxRetryAfter: Sendable, Equatable {
    /// Whole seconds, rounded up, at least 1.
    case seconds
    /// The same moment as an HTTP date.
    case date
    /// No such field.
    case none
    /// This text, whatever it is.
    case raw(String)

    /// The field's value for a wait that begins at `now` (since 1970); nil for no field.
    package func value(wait: Duration, now: Duration) -> String? {
        let seconds = max(1, wait.roundedUpSeconds)
        return switch self {
        case .seconds: String(seconds)
        case .date: CivilTime(unixSeconds: (now + .seconds(seconds)).roundedUpSeconds).httpDate
        case .none: nil
        case .raw(let text): text
        }
    }
}
