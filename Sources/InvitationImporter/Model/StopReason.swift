/// Why sending ended.
public enum StopReason: Hashable, Sendable {
    /// Everything to send has an outcome.
    case complete
    /// There is no token that the server accepts.
    case credentialsRefused(String)
    /// No attempt ever reached the server.
    case unreachable(String)
    /// A reply that every row would get.
    case wholeRun(String)
    /// No success for as long as `--give-up-after`, or the server wants a longer pause.
    case gaveUp(String)
    /// The address is not this API: nothing that was asked for is there.
    case notThisAPI(String)
    /// The journal could not be written, so nothing more may leave.
    case cannotWrite(String)
    /// The journal has a start and no end: the program was killed, or the machine stopped.
    case killed
    /// A signal asked the program to stop. The value is the signal's number.
    case interrupted(Int32)

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

    /// The exit code of a command that ended like this; `nil` if it completed.
    public var exitCode: Int32? {
        switch self {
        case .complete: nil
        case .credentialsRefused: 77
        case .unreachable: 69
        case .wholeRun, .gaveUp, .killed: 75
        case .cannotWrite: 73
        case .notThisAPI: 78
        case .interrupted(let signal): 128 + signal
        }
    }

    /// The words for a person; `nil` if there is nothing to say.
    public var reason: String? {
        guard var words else { return nil }
        while words.hasSuffix(".") { words.removeLast() }
        return words
    }

    private var words: String? {
        switch self {
        case .complete: nil
        case .credentialsRefused(let words): "there is no token that the server accepts: \(words)"
        case .unreachable(let words): "the server cannot be reached: \(words)"
        case .wholeRun(let words): "the server gave an answer that stops the whole run: \(words)"
        case .gaveUp(let words): words
        case .notThisAPI(let words):
            "this address is not the API of k0rdent AI; check --api-url. It answered \(words)"
        case .cannotWrite(let words): words
        case .killed: "the journal does not tell of an end, so it was killed or its machine stopped"
        case .interrupted: "interrupted"
        }
    }
}
