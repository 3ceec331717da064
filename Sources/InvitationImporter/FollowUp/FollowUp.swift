public import CurlMulti
public import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A run that was sent, opened again to see what has become of its invitations, and to act on that.
///
///     let followUp = try FollowUp(directory, origin: …, toChange: false)
///     let session = try followUp.session(over: transport, …)
///     let reason = try followUp.preflight(session)                  // reads the server's lists
///     try followUp.invitations { invitation, status in … }
///
/// A follow-up that changes nothing can read a run while an import works on it. Belongs to one thread.
public final class FollowUp {
    /// The run directory.
    public let directory: RunDirectory
    /// The journal of the run.
    public let journal: JournalFile
    /// What the journal and the lists say. Complete after ``preflight(_:)``.
    public private(set) var statuses = InvitationStatuses()
    let origin: String
    let wallClock: () -> Date
    /// What the lists showed; `nil` before they were read.
    private(set) var snapshot: ServerSnapshot?
    private var preflightTime: Duration = .zero
    /// The progress of the command that acts.
    private(set) var acted = Progress(total: 0)
    private var lock: RunLock?
    private let locks: OrganizationLocks?
    /// The plan, open from when it was shown to the end; `nil` until it is needed.
    private var plan: PlanFile?

    /// Opens a run.
    ///
    /// - Parameters:
    ///   - directory: The run directory.
    ///   - origin: The API's origin, which must be the run's.
    ///   - toChange: Whether the journal will be written. Then no other process may be at work on the run.
    ///   - locks: Keeps other imports out of the same organizations while the run is changed; `nil` for none.
    ///   - disk: Gives the storage for the journal's open file; this machine's disk by default.
    ///   - wallClock: The time of day, for the journal.
    /// - Throws: ``InputError`` if there is no run, ``RunError`` if it cannot be used or belongs to another server.
    public init(
        _ directory: RunDirectory, origin: String, toChange: Bool, locks: OrganizationLocks? = nil,
        disk: (FileDescriptor) -> any JournalStorage = { FileDisk($0) }, wallClock: @escaping () -> Date = { Date() }
    ) throws {
        _ = try StoredRun(directory)
        guard directory.journal.exists else {
            throw RunError(.damaged, "\(directory.journal) is missing, so it is not known who was invited.")
        }
        self.directory = directory
        self.origin = origin
        self.wallClock = wallClock
        self.locks = toChange ? locks : nil
        if toChange { try directory.checkIsOurs() }
        let lock = toChange ? try RunLock(directory.file("lock")) : nil
        do {
            journal =
                try toChange
                ? JournalFile(directory.journal, disk: disk) : JournalFile(readingWhatIsLeftOf: directory.journal)
        } catch {
            lock?.release()
            throw error
        }
        self.lock = consume lock
        do {
            try check()
            if toChange { try OlderJournal(directory).check(journal.file) }
            try journal.invitations { statuses.add($0) }
            try keepOthersOut(of: statuses.organizations)
        } catch {
            close()
            throw error
        }
    }

    private func check() throws(RunError) {
        if let lack = journal.lack { throw RunError(.damaged, lack) }
        guard let header = journal.state.header, journal.state.mayHaveSent else { return }
        let wanted = JournalHeader(
            tool: ToolVersion.current, organization: header.organization, origin: origin, createdAt: "")
        try directory.check(header, against: wanted)
    }

    private func keepOthersOut(of organizations: some Sequence<String>) throws(RunError) {
        try locks?.take(organizations, at: origin, for: directory.path)
    }

    /// The plan of the run, from its first row on. It is the same open file each time.
    func planned() throws(RunError) -> PlanFile {
        if let plan { return plan.fromFirstRow }
        let plan = try PlanFile(directory.plan)
        self.plan = plan
        return plan.fromFirstRow
    }

    /// The organization that the run began with; empty if every row named its own.
    public var organization: String { journal.state.header?.organization ?? "" }

    /// Goes through the invitations of the run, each with its status: each person's last one, in the order of the
    /// journal.
    public func invitations(_ each: (SentInvitation, InvitationStatus) throws -> Void) throws {
        try journal.invitations { try each($0, statuses[$0]) }
    }

    /// Whoever is chosen and was not invited by this run.
    public func missing(_ chosen: ChosenPeople) throws -> ChosenPeople.Missing {
        var met = ChosenPeople.Met()
        if !chosen.isEverybody { try invitations { invitation, _ in met.note(invitation.key.email, chosen) } }
        return chosen.missing(met)
    }

    /// Closes the journal and releases the locks.
    public func close() {
        journal.close()
        plan?.close()
        plan = nil
        lock.take()?.release()
        locks?.release()
    }

    /// Makes a session with the server of this run; see ``ServerSession``. The same session serves reading and acting.
    /// Its time of day is the run's.
    ///
    /// - Throws: ``RunError`` if the journal cannot be read.
    public func session<Wire: Transport>(
        over transport: Wire, _ api: InvitationAPI, _ tokens: TokenSource, _ policy: SendingPolicy,
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        context: SessionContext = SessionContext()
    ) throws(RunError) -> ServerSession<Wire> {
        var context = context
        context.wallClock = wallClock
        return ServerSession(
            over: transport, api, tokens, policy, earlier: try journal.earlier(policy.quotas, now: wallClock()),
            generator: generator, context: context)
    }

    /// Reads the server's lists.
    ///
    /// - Returns: Why it ended. Even after a complete reading, lists may be missing; see ``InvitationStatuses/unread``.
    /// - Throws: `TransportFailure` if the transport is broken.
    public func preflight(_ session: ServerSession<some Transport>) throws -> StopReason {
        defer { note(session) }
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

    /// The number of requests of any kind so far.
    public private(set) var requests = 0

    /// Whether a person has a pending invitation or is a member, as far as the lists could be read.
    func isThere(_ key: InvitationKey) -> Bool { snapshot?.presence(key) != nil }

    /// What could not be read, in words. For the invitations see ``InvitationStatuses/unread``.
    public var gaps: [String] { snapshot?.gaps.filter { !$0.hasPrefix("the invitations") } ?? [] }

    /// How many people the acting command has invited.
    public var invitedNow: Int { acted.outcomes[.invited] ?? 0 }

    /// How long the work with the server took.
    public var elapsed: Duration { preflightTime + acted.elapsed }

    /// Works off a queue over a session.
    ///
    /// - Parameter total: The most items that the queue has.
    /// - Returns: Why it ended.
    func act<Wire: Transport>(
        _ session: ServerSession<Wire>, _ queue: any WorkQueue, total: Int
    ) throws -> StopReason {
        let loop = SendLoop(session, journal, queue, total: total)
        defer {
            acted = loop.progress
            note(session)
        }
        return try loop.run()
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
