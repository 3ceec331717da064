public import CurlMulti
public import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Runs that were sent, opened again to see what has become of their invitations, and to act on that.
///
///     let followUp = try FollowUp([directory], origin: …, toChange: false)
///     let session = try followUp.session(over: transport, …)
///     let reason = try followUp.preflight(session)                  // reads the server's lists
///     try followUp.invitations { invitation, status in … }
///
/// The runs are those of one organization at one server, such as all shards of an import. Their lists are read once for
/// all of them. A follow-up that changes nothing can read a run while an import works on it. Belongs to one thread.
public final class FollowUp {
    /// The runs, in an order that does not depend on how they were named.
    public let runs: [FollowedRun]
    /// What the journals and the lists say. Complete after ``preflight(_:)``.
    public private(set) var statuses = InvitationStatuses()
    let origin: String
    let wallClock: () -> Date
    /// What the lists showed; `nil` before they were read.
    private(set) var snapshot: ServerSnapshot?
    private var preflightTime: Duration = .zero
    /// How many people the acting command has invited.
    public private(set) var invitedNow = 0
    /// The revocations of the acting command, by outcome.
    private(set) var revocations: [RevocationOutcome: Int] = [:]
    private var actedTime: Duration = .zero
    private let locks: OrganizationLocks?

    /// Opens runs.
    ///
    /// - Parameters:
    ///   - directories: The run directories, one at least.
    ///   - origin: The API's origin, which must be the runs'.
    ///   - toChange: Whether the journals will be written. Then no other process may be at work on a run.
    ///   - locks: Keeps other imports out of the same organizations while the runs are changed; `nil` for none.
    ///   - disk: Gives the storage for a journal's open file; this machine's disk by default.
    ///   - wallClock: The time of day, for the journals.
    /// - Throws: ``InputError`` if there is no run. ``RunError`` if one cannot be used, belongs to another server or
    ///   another organization than the others, or is named twice.
    public init(
        _ directories: [RunDirectory], origin: String, toChange: Bool, locks: OrganizationLocks? = nil,
        disk: (FileDescriptor) -> any JournalStorage = { FileDisk($0) }, wallClock: @escaping () -> Date = { Date() }
    ) throws {
        self.origin = origin
        self.wallClock = wallClock
        self.locks = toChange ? locks : nil
        try ShardSet.checkNamedOnce(directories)
        // A lock and two files for each.
        let limit = OpenFileLimit()
        if directories.count > 1 { _ = limit.raised(to: limit.open + 3 * directories.count + 32) }
        var opened: [FollowedRun] = []
        do {
            for directory in directories {
                opened.append(try FollowedRun(directory, origin: origin, toChange: toChange, disk: disk))
            }
            runs = try FollowedRun.together(opened)
        } catch {
            opened.forEach { $0.close() }
            throw error
        }
        do {
            for run in runs { try run.journal.invitations { statuses.add($0) } }
            try keepOthersOut(of: statuses.organizations)
        } catch {
            close()
            throw error
        }
    }

    private func keepOthersOut(of organizations: some Sequence<String>) throws(RunError) {
        for run in runs { try locks?.take(organizations, at: origin, for: run.directory.path) }
    }

    /// Goes through the invitations of the runs, each with its status: of each run, each person's last one, in the
    /// order of the journal.
    public func invitations(_ each: (SentInvitation, InvitationStatus) throws -> Void) throws {
        for run in runs { try invitations(of: run, each) }
    }

    /// Goes through the invitations of one of the runs.
    func invitations(of run: FollowedRun, _ each: (SentInvitation, InvitationStatus) throws -> Void) throws {
        try run.journal.invitations { try each($0, statuses[$0]) }
    }

    /// Whoever is chosen and was not invited by these runs.
    public func missing(_ chosen: ChosenPeople) throws -> ChosenPeople.Missing {
        var met = ChosenPeople.Met()
        if !chosen.isEverybody { try invitations { invitation, _ in met.note(invitation.key.email, chosen) } }
        return chosen.missing(met)
    }

    /// The bytes at the end of journals that a crash cut off and that do not count, by run directory.
    public var droppedTails: [(RunDirectory, bytes: Int)] {
        runs.compactMap { run in run.journal.droppedTail.map { (run.directory, $0) } }
    }

    /// Closes the journals and releases the locks.
    public func close() {
        runs.forEach { $0.close() }
        locks?.release()
    }

    /// Makes a session with the server of these runs; see ``ServerSession``. One serves both reading and acting.
    /// Its time of day is the run's.
    ///
    /// - Throws: ``RunError`` if a journal cannot be read.
    public func session<Wire: Transport>(
        over transport: Wire, _ api: InvitationAPI, _ tokens: TokenSource, _ policy: SendingPolicy,
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        context: SessionContext = SessionContext()
    ) throws(RunError) -> ServerSession<Wire> {
        var context = context
        context.wallClock = wallClock
        var earlier = EarlierRuns()
        for run in runs { earlier.add(try run.journal.earlier(policy.quotas, now: wallClock())) }
        return ServerSession(
            over: transport, api, tokens, policy, earlier: earlier, generator: generator, context: context)
    }

    /// Reads the server's lists.
    ///
    /// - Returns: Why it ended. Even after a complete reading, lists may be missing; see ``InvitationStatuses/unread``.
    /// - Throws: `TransportFailure` if the transport is broken.
    public func preflight(_ session: ServerSession<some Transport>) throws -> StopReason {
        defer { note(session) }
        begunAt = begunAt ?? wallClock().timestamp
        let reason = try readLists(session)
        let snapshot = session.sender.snapshot
        self.snapshot = snapshot
        try keepOthersOut(of: snapshot.names(of: statuses.organizations))
        return reason
    }

    /// Notes what a session has done so far.
    func note(_ session: ServerSession<some Transport>) {
        (requests, preflightTime) = (session.requests, session.preflightTime)
    }

    /// When the lists were first asked for, ISO 8601 in UTC.
    private(set) var begunAt: String?

    /// The number of requests of any kind so far.
    public private(set) var requests = 0

    /// Whether a person has a pending invitation or is a member, as far as the lists could be read.
    func isThere(_ key: InvitationKey) -> Bool { snapshot?.presence(key) != nil }

    /// What could not be read, in words. For the invitations see ``InvitationStatuses/unread``.
    public var gaps: [String] { snapshot?.gaps.filter { !$0.hasPrefix("the invitations") } ?? [] }

    /// How long the work with the server took.
    public var elapsed: Duration { preflightTime + actedTime }

    /// Acts on the runs one after the other over a session, until one of them does not come to its end. The session
    /// keeps its pace from one to the next.
    ///
    /// - Parameters:
    ///   - options: What the header of each journal says about the command.
    ///   - command: The command; `nil` if it invites people, like an import.
    ///   - queue: Gives the work of a run and the most items that there are; `nil` for a run without work.
    ///   - whenBegun: Called when the journal of a run may be written.
    /// - Returns: Why it ended.
    func act<Wire: Transport>(
        _ session: ServerSession<Wire>, _ options: [String: String], _ command: String?,
        queue: (FollowedRun) throws -> (any WorkQueue, total: Int)?,
        whenBegun: (FollowedRun) throws -> Void = { _ in }
    ) throws -> StopReason {
        // Each journal gets the notes about the lists.
        let notes = session.sender.notes
        var before = (requests: 0, elapsed: Duration.zero)
        for run in runs {
            guard let (queue, total) = try queue(run) else { continue }
            try begin(run, options)
            try whenBegun(run)
            session.sender.beginInput(notes: notes)
            let loop = SendLoop(session, run.journal, queue, total: total)
            let worked = Result { try loop.run() }
            invitedNow += loop.progress.outcomes[.invited] ?? 0
            revocations.merge(loop.progress.revocations, uniquingKeysWith: +)
            actedTime += loop.progress.elapsed
            note(session)
            // What was needed before all of them counts for the first.
            run.acted = (requests - before.requests, elapsed - before.elapsed)
            before = (requests, elapsed)
            let reason = end(run, try worked.get(), command)
            if reason != .complete { return reason }
        }
        return .complete
    }

    /// Reads the lists once more, after something was done about what they showed.
    func preflightAgain(_ session: ServerSession<some Transport>) throws {
        let before = statuses
        statuses.forgetLists()
        if try preflight(session) != .complete { statuses = before }
    }

    /// Reads the lists over a session. An invitation counts as gone only after two readings without it: pages may shift
    /// while they are read, so one reading may miss it.
    private func readLists(_ session: ServerSession<some Transport>) throws -> StopReason {
        var organizations = statuses.organizations
        for _ in 1...2 where !organizations.isEmpty {
            let (reason, unread) = try session.read(invitationsOf: organizations, for: statuses.people) {
                self.statuses.take($1, of: $0.list, $0.organization)
            }
            guard reason == .complete else {
                for organization in organizations { statuses.unread[organization] = reason.reason ?? reason.code }
                return reason
            }
            for organization in organizations { statuses.unread[organization] = unread[organization] }
            var missing: Set<String> = []
            try invitations { if $1 == .gone { missing.insert($0.key.organization) } }
            organizations = missing.sorted()
        }
        return .complete
    }
}
