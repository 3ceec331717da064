/// Why a sandbox cannot start or go on.
public enum SandboxError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A state file cannot be opened, locked, read or written. `reason` has the system's words.
    case stateFile(path: String, reason: String)
    /// A line of the state file, counted from 1, is not an event, and it is not a torn last line.
    case damagedStateFile(path: String, line: Int)
    /// The address cannot be listened on, mostly because the port is taken. `reason` has the system's words.
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
