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
///     let ending = try followUp.look(over: transport, …)      // reads the server's lists
///     try followUp.invitations { invitation, standing in … }
///
/// One that changes nothing can look at a run while an import is at work on it. Belongs to one thread.
public final class FollowUp {
    /// Where everything is kept.
    public let directory: RunDirectory
    /// What happened.
    public let journal: JournalFile
    /// What the journal and the lists say; complete after ``look(over:_:_:_:generator:wakeUp:interruptions:show:)``.
    public private(set) var standings = InvitationStatuses()
    let origin: String
    let wallClock: () -> Date
    /// The sender after it read the lists, with the token that it had: what follows keeps to the same pace.
    private(set) var looked: (sender: Sender, api: InvitationAPI)?
    /// Requests while looking, and while acting.
    private var progress = (looking: Progress(total: 0), acting: Progress(total: 0))
    private var lock: RunLock?
    private let locks: OrganizationLocks?
    /// The plan, open from when it was shown to the end; `nil` as long as nobody asked for it.
    private var plan: PlanFile?

    /// Opens a run.
    ///
    /// - Parameters:
    ///   - directory: Where.
    ///   - origin: The API's origin, which must be the run's.
    ///   - toChange: Whether the journal will be written; no other process may then be at work on the run.
    ///   - locks: Keeps other imports out of the same organizations while the run is changed; `nil` for none.
    ///   - disk: What keeps the bytes of the journal's open file; this machine's disk.
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
            try journal.invitations { standings.add($0) }
            try keepOthersOut(of: standings.organizations)
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

    /// The plan of the run, from its first row on; the same file however often it is asked for.
    func planned() throws(RunError) -> PlanFile {
        if let plan { return plan.fromFirstRow }
        let plan = try PlanFile(directory.plan)
        self.plan = plan
        return plan.fromFirstRow
    }

    /// The organization that the run was begun with; empty if every row named its own.
    public var organization: String { journal.state.header?.organization ?? "" }

    /// Goes through the invitations that the run made, each person's last one, in the order of the journal, with where
    /// they stand.
    public func invitations(_ each: (SentInvitation, InvitationStatus) throws -> Void) throws {
        try journal.invitations { try each($0, standings[$0]) }
    }

    /// Closes the journal and lets other processes in.
    public func close() {
        journal.close()
        plan?.close()
        plan = nil
        lock.take()?.release()
        locks?.release()
    }

    /// Reads the server's lists.
    ///
    /// - Parameters:
    ///   - transport: The way to the server.
    ///   - api: Where to.
    ///   - tokens: Where tokens come from.
    ///   - policy: The pace, and when to try again.
    ///   - generator: Where jitter comes from.
    ///   - wakeUp: The transport's bell, rung when a token command has ended.
    ///   - interruptions: The signals so far that asked to stop.
    ///   - show: Gets snapshots.
    /// - Returns: Why it ended. Also a complete reading may lack lists: ``InvitationStatuses/unread`` tells.
    /// - Throws: ``TransportFailure`` if the transport is broken.
    public func look(
        over transport: some Transport, _ api: InvitationAPI, _ tokens: TokenSource, _ policy: SendingPolicy,
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        wakeUp: WakeUp? = nil, interruptions: () -> [Int32] = { [] }, show: (Progress) -> Void = { _ in }
    ) throws -> StopReason {
        let connection = ServerSession(
            over: transport, api, tokens, policy, earlier: try journal.earlier(policy.quotas, now: wallClock()),
            generator: generator, wakeUp: wakeUp, wallClock: wallClock)
        defer { connection.tokens.cancel() }
        let ending = try look(connection, interruptions) { progress in
            self.progress.looking = progress
            show(progress)
        }
        looked = (connection.sender, connection.api)
        try keepOthersOut(of: connection.sender.directory.names(of: standings.organizations))
        return ending
    }

    /// Requests so far, of any kind.
    public var requests: Int { progress.looking.requests + progress.acting.requests }

    /// Whether somebody has a pending invitation, or is a member, as far as could be read.
    func isThere(_ key: InvitationKey) -> Bool { looked?.sender.directory.presence(key) != nil }

    /// What could not be looked at, in words, besides the invitations, for which ``InvitationStatuses/unread`` tells.
    public var gaps: [String] { looked?.sender.directory.gaps.filter { !$0.hasPrefix("the invitations") } ?? [] }

    /// How many were invited by the command that acts.
    public var invitedNow: Int { progress.acting.outcomes[.invited] ?? 0 }

    /// How long the server was at work for us.
    public var elapsed: Duration { progress.looking.elapsed + progress.acting.elapsed }

    /// Notes how far acting is.
    func note(_ progress: Progress) {
        self.progress.acting = progress
    }

    /// Reads the lists once more, after something was done about what they showed.
    func lookAgain(
        _ connection: ServerSession<some Transport>, _ interruptions: () -> [Int32], _ show: (Progress) -> Void
    ) throws {
        let before = standings
        standings.forgetLists()
        if try look(connection, interruptions, show) != .complete { standings = before }
    }

    /// Reads the lists over a connection. An invitation is believed gone only after two readings without it: where pages
    /// shift while they are read, one may be missed.
    private func look<Wire: Transport>(
        _ connection: ServerSession<Wire>, _ interruptions: () -> [Int32], _ show: (Progress) -> Void
    ) throws -> StopReason {
        var organizations = standings.organizations
        for _ in 1...2 where !organizations.isEmpty {
            let (ending, unread) = try connection.read(
                invitationsOf: organizations, for: standings.people, interruptions: interruptions, show: show
            ) { request, page in standings.take(page, of: request.list, request.organization) }
            guard ending == .complete else {
                for organization in organizations { standings.unread[organization] = ending.reason ?? ending.word }
                return ending
            }
            for organization in organizations { standings.unread[organization] = unread[organization] }
            var missing: Set<String> = []
            try invitations { if $1 == .gone { missing.insert($0.key.organization) } }
            organizations = missing.sorted()
        }
        return .complete
    }
}
