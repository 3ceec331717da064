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

    /// What the journal needs beside the code to restore the reason; `nil` for nothing.
    var detail: String? {
        switch self {
        case .complete, .killed: nil
        case .credentialsRefused(let words), .unreachable(let words), .wholeRun(let words), .gaveUp(let words),
            .notThisAPI(let words), .cannotWrite(let words):
            words
        case .interrupted(let signal): String(signal)
        }
    }

    /// A stable code for scripts.
    public var code: String {
        switch self {
        case .complete: "complete"
        case .credentialsRefused: "credentials-refused"
        case .unreachable: "unreachable"
        case .wholeRun: "whole-run"
        case .gaveUp: "gave-up"
        case .notThisAPI: "not-this-api"
        case .cannotWrite: "cannot-write"
        case .killed: "killed"
        case .interrupted: "interrupted"
        }
    }
}
