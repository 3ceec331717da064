/// Why a command cannot work with a run directory.
public struct RunError: Error, Hashable, Sendable {
    /// What kind of problem it is. It decides the exit code.
    public enum Kind: Hashable, Sendable {
        /// A file cannot be written (exit code 73).
        case cannotWrite
        /// Another process works on the run directory (exit code 73).
        case locked
        /// Somebody else could change the run directory (exit code 73).
        case notOurs
        /// A file in the run directory is damaged or of a newer version (exit code 65).
        case damaged
        /// The run belongs to another organization or another server (exit code 78).
        case otherRun
        /// The run is another part of an import that is split, or folders do not make up one import (exit code 64).
        case otherShard
        /// The reports do not add up: an error of this program (exit code 70).
        case doesNotAddUp
    }

    /// The kind.
    public var kind: Kind
    /// What happened and what to do.
    public var message: String

    /// Makes an error.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

extension RunError: CustomStringConvertible {
    /// What happened and what to do.
    public var description: String { message }
}
