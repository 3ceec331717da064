extension StopReason {
    /// The reason that a journal has; `nil` for a code that this version does not know.
    init?(_ end: JournalLine.Stop) {
        let words = end.reason ?? ""
        switch end.code {
        case "complete": self = .complete
        case "credentials-refused": self = .credentialsRefused(words)
        case "unreachable": self = .unreachable(words)
        case "whole-run": self = .wholeRun(words)
        case "gave-up": self = .gaveUp(words)
        case "not-this-api": self = .notThisAPI(words)
        case "cannot-write": self = .cannotWrite(words)
        case "interrupted": self = .interrupted(Int32(words) ?? 0)
        default: return nil
        }
    }
}
