#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What the server is asked before the plan: about these people in these organizations.
public struct PreflightQuestion: Sendable {
    /// The organizations of the rows that may be sent, sorted. The empty name stands for rows that name none.
    public let organizations: [String]
    private let everybody: KeySet
    private let journal: JournalState

    init(organizations: [String], people: KeySet, _ journal: JournalState) {
        (self.organizations, everybody, self.journal) = (organizations, people, journal)
    }

    /// The people in these rows whom no earlier run has settled. O(people): they are collected at each look.
    public var people: Set<KeyHash> { Set(everybody.lazy.filter { !journal.isSettled($0) }) }

    /// Whether there are such people.
    var isAboutSomebody: Bool { everybody.contains { !journal.isSettled($0) } }
}

/// The result of asking the server before the plan.
public struct PreflightResult: Sendable {
    /// Why nothing can be sent afterwards.
    public enum Hindrance: Sendable {
        /// The preflight was stopped for this reason. An import ends for the same reason.
        case stopped(StopReason)
        /// The server could not be asked.
        case failed(any Error)
        /// Not everything that must be read could be read.
        case incomplete
    }

    /// What the server has; `nil` if it was not asked, or could not be.
    public var snapshot: ServerSnapshot?
    /// Why nothing can be sent afterwards; `nil` if something can.
    public var hindrance: Hindrance?

    /// Makes a result. Without a snapshot and a hindrance, the server was not asked.
    public init(_ snapshot: ServerSnapshot? = nil, hindrance: Hindrance? = nil) {
        (self.snapshot, self.hindrance) = (snapshot, hindrance)
    }

    /// Looks at the runs beside this one, which know what the server's list may not show.
    ///
    /// With a list, the people count as invited whom they have just invited and the list does not show. Whose
    /// invitation the list shows as over was taken back, or declined, and may be invited again.
    ///
    /// - Parameters:
    ///   - files: The imported files, which may lie elsewhere.
    ///   - question: What the server was asked.
    /// - Returns: Without a list, the runs that may have invited some of the people; else none.
    public mutating func look(
        beside run: RunDirectory, _ files: [String], origin: String, _ question: PreflightQuestion, now: Date = Date()
    ) -> [NeighbourRun] {
        guard let known = snapshot, known.hasInvitations else {
            return NeighbourRun.find(beside: run, files, origin: origin, people: question.people)
        }
        snapshot?.add(
            invited: NeighbourRun.recentlyInvited(
                beside: run, files, origin: origin,
                people: question.people.filter { known.people[$0] == nil && !known.over.contains($0) },
                now: now))
        return []
    }

    /// Why the server could not be asked at all, in words; `nil` if it could, or did not have to be.
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
