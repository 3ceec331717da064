public import CurlMulti
public import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One import in its run directory, from files to a report.
///
///     let run = try ImportRun(directory, …)
///     let plan = try run.prepare(files)      // copies, checks, plans; nothing is sent
///     let ending = try run.send(…)           // sends what is left
///     let summary = try run.report(…)        // writes the reports
///
/// The run directory stays locked until ``close()``. Belongs to one thread.
public final class ImportRun {
    /// The run directory.
    public let directory: RunDirectory
    /// The journal: what happened so far, in this start and earlier ones.
    public let journal: JournalFile
    private let header: JournalHeader
    private let wallClock: () -> Date
    private var lock: RunLock?
    private let locks: OrganizationLocks?
    /// The plan. It stays open from preview to end, so that exactly what the person confirmed is sent.
    private var plan: PlanFile?
    private var made: CreatedPaths
    private var toSend = 0
    /// The people who may be mailed now, as the plan was prepared for.
    private var chosen = ChosenPeople.everybody
    /// Why the report cannot cover what was imported here before; `nil` if it does.
    private var lostPlan: RunError?
    /// Runs beside this one that may have invited some of the same people. ``prepare(_:_:first:preflight:each:)`` looks
    /// for them if the server's list cannot tell.
    public private(set) var neighbours: [NeighbourRun] = []
    private var lastProgress = Progress(total: 0)

    /// Opens a run directory, or begins it.
    ///
    /// - Parameters:
    ///   - directory: The run directory.
    ///   - organization: The organization of `--org`; empty for none.
    ///   - origin: The API's origin; `sandbox` for the program's own sandbox.
    ///   - shard: The part of the import that the run does; the whole of it by default.
    ///   - locks: Keeps other imports out of the same organizations; `nil` for none.
    ///   - disk: Gives the storage for the journal's open file; this machine's disk by default.
    ///   - wallClock: The time of day, for reports and journal.
    /// - Throws: ``RunError``, also if the directory belongs to another organization, origin or shard.
    public init(
        _ directory: RunDirectory, organization: String, origin: String, shard: Shard = .whole,
        locks: OrganizationLocks? = nil,
        disk: (FileDescriptor) -> any JournalStorage = { FileDisk($0) }, wallClock: @escaping () -> Date = { Date() }
    ) throws(RunError) {
        self.directory = directory
        self.locks = locks
        self.wallClock = wallClock
        var header = JournalHeader(
            tool: ToolVersion.current, organization: organization, origin: origin, shard: shard,
            createdAt: wallClock().timestamp)
        header.by = SystemUser.words
        self.header = header
        var made = CreatedPaths()
        let lock = try directory.open(&made)
        self.made = made
        do throws(RunError) {
            journal = try Self.openJournal(directory, header, disk)
        } catch {
            made.takeBack()
            lock.release()
            throw error
        }
        self.lock = consume lock
    }

    private static func openJournal(
        _ directory: RunDirectory, _ header: JournalHeader, _ disk: (FileDescriptor) -> any JournalStorage
    ) throws(RunError) -> JournalFile {
        let journal = try JournalFile(directory.journal, disk: disk)
        do throws(RunError) {
            try directory.checkIsWhole(journal.state)
            try OlderJournal(directory).check(journal.file)
            if let begun = journal.state.header {
                try directory.check(begun.shard, rule: begun.rule, against: header.shard)
            }
        } catch {
            journal.close()
            throw error
        }
        // As long as nothing has left this machine, the run may move to another server: a URL can be mistyped.
        guard let begun = journal.state.header, journal.state.mayHaveSent else { return journal }
        do throws(RunError) {
            try directory.check(begun, against: header)
        } catch {
            journal.close()
            throw error
        }
        return journal
    }

    /// Whether the run belongs to a sandbox.
    public var isSandbox: Bool { header.origin == ServerOrigin.sandbox }

    /// Copies the inputs, checks every row and writes the plan, merged with what was imported here before. Sends
    /// nothing.
    ///
    /// - Parameters:
    ///   - inputs: The inputs, each at its beginning.
    ///   - options: What a person decided. Their shard is the run's.
    ///   - first: The most mails that may go out now; `nil` for all.
    ///   - preflight: Asks the server. Called only if the journal leaves somebody open.
    ///   - each: Gets every row of the inputs, and the name of its input.
    /// - Throws: ``InputError`` or ``RunError``, ``OrganizationProblem``, or what `preflight` throws.
    public func prepare(
        _ inputs: [ByteSource], _ options: ImportOptions, first: Int? = nil,
        preflight: ImportPreview.Preflight = { _ in PreflightResult() },
        each: (PlannedRow, _ file: String) -> Void = { _, _ in }
    ) throws -> ImportPreview {
        var kept = KeptInputs(directory, expecting: inputs.count)
        let sources = try inputs.map { input in
            let (copy, checksum) = try kept.keep(input, &made)
            return PlanInput(name: input.name, path: copy, checksum: checksum)
        }
        try kept.synchronize()
        var options = options
        options.shard = header.shard
        chosen = options.chosen
        let ask: ImportPreview.Preflight = { question in
            try self.ask(question, inputs.map(\.name), preflight)
        }
        return try ImportPreview(of: sources, options, journal.state, preflight: ask) { planner, _ in
            var merge = try PlanMerge(planner, directory, journal.state)
            lostPlan = merge.lost
            let isFirst = merge.isFirst
            var run = RunPreview(first: first, chosen: chosen)
            let (summary, plan) = try merge.write { row, file in
                if isFirst { run.add(row, journal.state) }
                each(row, file)
            }
            self.plan?.close()
            self.plan = plan
            toSend = merge.toSend
            return (summary, isFirst ? run : try preview(first: first))
        }
    }

    /// Asks the server, while other imports into the same organizations are kept out.
    private func ask(
        _ question: PreflightQuestion, _ names: [String], _ preflight: ImportPreview.Preflight
    ) throws -> PreflightResult {
        // The locks come before the preflight: what another import does after that would not be seen.
        try keepOthersOut(of: question.organizations)
        var found = try preflight(question)
        if let snapshot = found.snapshot { try keepOthersOut(of: snapshot.names(of: question.organizations)) }
        neighbours = found.look(beside: directory, names, origin: header.origin, question, now: wallClock())
        if let problem = NeighbourRun.problem(with: neighbours, for: header.shard) { throw problem }
        return found
    }

    private func keepOthersOut(of organizations: some Sequence<String>) throws(RunError) {
        try locks?.take(organizations, at: header.origin, for: directory.path, shard: header.shard)
    }

    /// The prepared plan, from its first row on.
    private func planned() throws(RunError) -> PlanFile {
        guard let plan else { throw RunError(.damaged, "\(directory.plan) was not prepared.") }
        return plan.fromFirstRow
    }

    /// What this start would do about the plan now.
    private func preview(first: Int?) throws(RunError) -> RunPreview {
        var plan = try planned()
        var preview = RunPreview(first: first, chosen: chosen)
        while let row = try plan.next() {
            guard plan.header.isCurrent(row) else { continue }
            preview.add(row, journal.state)
        }
        return preview
    }

    /// Makes a session with the server for this run; see ``ServerSession``. Its time of day is the run's.
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

    /// Notes the requests and the time of the preflight, for the report of a run that goes no further.
    public func note(_ session: ServerSession<some Transport>) {
        (lastProgress.requests, lastProgress.preflight) = (session.requests, session.preflightTime)
    }

    /// Sends what is left of the plan, to the people who were chosen when it was prepared.
    ///
    /// - Parameters:
    ///   - session: The session with the server, with or without a preflight before.
    ///   - first: The most invitations to send; `nil` for all.
    /// - Returns: Why it ended; ``StopReason/cannotWrite(_:)`` if the journal could not be written on the way.
    /// - Throws: ``RunError`` if nothing was sent because the journal cannot be written or the plan cannot be read.
    public func send(
        _ session: ServerSession<some Transport>, first: Int? = nil
    ) throws -> StopReason {
        let policy = session.sender.policy
        try begin(policy)
        let preview = first == nil && chosen.isEverybody ? nil : try preview(first: first)
        let queue = PlanQueue(try planned(), first: first, chosen: chosen)
        let loop = SendLoop(session, journal, queue, total: preview?.inReach ?? toSend)
        defer {
            lastProgress = loop.progress
            note(session)
        }
        return journal.endSending(
            try loop.run(), requests: session.requests, elapsed: loop.progress.elapsed + session.preflightTime,
            leftForLater: preview?.leavesForLater ?? false, at: wallClock().timestamp)
    }

    private func begin(_ policy: SendingPolicy) throws(RunError) {
        var header = header
        header.options = [
            "retry-5xx": policy.retry.serverErrors.rawValue, "resend-unknown": "\(policy.resendsUnknown)",
            "sync": policy.sync.rawValue,
        ]
        try journal.beginSending(header)
    }

    /// Writes the reports.
    ///
    /// - Parameters:
    ///   - ending: How sending ended; `complete` if there was nothing to send.
    ///   - leftForLater: Whether invitations were left for later on purpose.
    /// - Returns: The numbers, also in the form of `summary.json`.
    public func report(_ ending: StopReason, leftForLater: Bool = false) throws -> (RunSummary, JSONValue) {
        if !(journal.state.header?.belongsTogether(with: header) ?? false) { try journal.begin(header) }
        var ending = ending
        // A start that sends nothing has not said how it ended. Without that, the run would count as killed, or as
        // stopped by what stopped the start before.
        let end = journal.state.end
        if end?.code != ending.code || leftForLater && end?.leftForLater == false {
            ending = journal.endSending(
                ending, requests: lastProgress.requests, elapsed: lastProgress.elapsedInAll,
                leftForLater: leftForLater, at: wallClock().timestamp)
        }
        var summary = RunSummary(
            ending: ending, requests: lastProgress.requests, elapsed: lastProgress.elapsedInAll,
            leftForLater: leftForLater)
        summary.begunAt = header.createdAt
        if let lostPlan {
            summary.gaps.append(
                "\(lostPlan) The report is about the files imported now alone; whoever was invited before is not "
                    + "invited again.")
        }
        let page = try Reporter(directory, journal, plan).write(&summary)
        let (header, time) = (journal.state.header ?? header, wallClock().timestamp)
        let json = try summary.write(in: directory, header, at: time)
        try page.write(in: directory, summary, [journal], header, at: time)
        return (summary, json)
    }

    /// Whether ``close()`` removes everything that this object created: no sending ever began here.
    public var leavesNothing: Bool { journal.state.header == nil }

    /// Closes the journal and releases the locks. Removes what it created if no sending ever began here.
    public func close() {
        journal.close()
        plan?.close()
        plan = nil
        if leavesNothing { made.takeBack() }
        lock.take()?.release()
        locks?.release()
    }
}
