/// Why sending ended.
public enum StopReason: Hashable, Sendable {
    /// Everything that was to be sent has an outcome.
    case complete
    /// There is no token that the server accepts.
    case credentialsRefused(String)
    /// No attempt ever reached the server.
    case unreachable(String)
    /// An answer that every row would get alike.
    case wholeRun(String)
    /// No success for as long as `--give-up-after`, or the server wants a longer pause.
    case gaveUp(String)
    /// What answers is not this API: nothing that was asked for is there.
    case notThisAPI(String)
    /// The journal could not be written, so that nothing more may leave.
    case cannotWrite(String)
    /// The journal tells of a start and of no end: the program was killed, or the machine stopped.
    case killed
    /// Somebody asked us to stop; the signal's number.
    case interrupted(Int32)

    /// The exit code of a command that ended so; `nil` if it came to its end.
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

    /// The words for a person; `nil` when there is nothing to say.
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
