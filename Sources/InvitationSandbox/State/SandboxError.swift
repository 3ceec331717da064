/// Why a sandbox cannot start or go on.
public enum SandboxError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A state file cannot be opened, locked, read or written; with the system's words.
    case stateFile(path: String, reason: String)
    /// A line of the state file, from 1, is no event, and it is not the last.
    case damagedStateFile(path: String, line: Int)
    /// The address cannot be listened on, most often because the port is taken; with the system's words.
    case cannotListen(address: String, reason: String)
    /// The server ended before it listened.
    case notListening

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .stateFile(let path, let reason): "state file \(path): \(reason)"
        case .damagedStateFile(let path, let line):
            "state file \(path), line \(line): not an event; move the file away to start anew"
        case .cannotListen(let address, let reason): "cannot listen on \(address): \(reason); try another port"
        case .notListening: "the sandbox ended before it listened"
        }
    }
}
