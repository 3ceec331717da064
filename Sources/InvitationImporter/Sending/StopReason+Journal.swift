extension StopReason {
    /// The ending that a journal tells of; `nil` for a word that this version does not know.
    init?(_ end: JournalLine.Stop) {
        let words = end.reason ?? ""
        switch end.word {
        case "complete": self = .complete
        case "credentials-refused": self = .credentialsRefused(words)
        case "unreachable": self = .unreachable(words)
        case "whole-run": self = .wholeRun(words)
        case "gave-up": self = .gaveUp(words)
        case "cannot-write": self = .cannotWrite(words)
        case "interrupted": self = .interrupted(Int32(words) ?? 0)
        default: return nil
        }
    }

    /// What makes the ending again, beside its word; `nil` for nothing.
    var details: String? {
        switch self {
        case .complete, .killed: nil
        case .credentialsRefused(let words), .unreachable(let words), .wholeRun(let words), .gaveUp(let words),
            .cannotWrite(let words):
            words
        case .interrupted(let signal): String(signal)
        }
    }

    /// A stable word for scripts.
    public var word: String {
        switch self {
        case .complete: "complete"
        case .credentialsRefused: "credentials-refused"
        case .unreachable: "unreachable"
        case .wholeRun: "whole-run"
        case .gaveUp: "gave-up"
        case .cannotWrite: "cannot-write"
        case .killed: "killed"
        case .interrupted: "interrupted"
        }
    }
}
