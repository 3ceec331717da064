/// What the server is asked before the plan: these organizations, for these people.
public struct PreflightQuestion: Hashable, Sendable {
    /// The organizations of the rows that may be sent, sorted; an empty one is that of rows that name none.
    public let organizations: [String]
    /// Those in these rows of whom no earlier run tells the end.
    public let people: Set<KeyHash>
}

/// What came of asking the server before the plan.
public struct PreflightResult: Sendable {
    /// Why nothing can be sent after it.
    public enum Hindrance: Sendable {
        /// The asking was stopped so; an import ends with the same.
        case stopped(StopReason)
        /// The server could not be asked.
        case failed(any Error)
        /// Not everything could be read, and it has to be.
        case incomplete
    }

    /// What the server has; `nil` if it was not asked, or in vain.
    public var snapshot: ServerSnapshot?
    /// Why nothing can be sent after it; `nil` if something can.
    public var hindrance: Hindrance?

    /// A result; without anything, nobody asked.
    public init(_ snapshot: ServerSnapshot? = nil, hindrance: Hindrance? = nil) {
        (self.snapshot, self.hindrance) = (snapshot, hindrance)
    }

    /// Why the server as a whole could not be asked, in words; `nil` if it could, or was not to be.
    public var failure: String? {
        switch hindrance {
        case .stopped(let reason): reason.reason ?? reason.code
        case .failed(let error): "\(error)"
        case .incomplete, nil: nil
        }
    }

    /// What could not be read, in words.
    public var gaps: [String] { (failure.map { ["the server: \($0)"] } ?? []) + (snapshot?.gaps ?? []) }
}
