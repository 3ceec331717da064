import CurlMulti
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One import, from files to a report: reads and plans everything, asks whether to go on, sends, and writes the
/// reports. It prints nothing, catches no signal and ends no process.
///
///     var session = ImportSession(["team.csv"], to: try InvitationServer(), .file("token"))
///     session.options.organization = "acme"
///     let summary = try await session.run { preview in preview.run.mailsNow <= 100 }
///
/// The same import again, in the same run directory, does only what is left.
public struct ImportSession: Sendable {
    /// Why nothing was sent, though everything was read and planned.
    public enum NotSent: Error {
        /// A brake held.
        case braked(ImportBrakes.Reason)
        /// The server could not be asked, or not about everything that had to be read.
        case notAsked(PreflightResult)
        /// The answer was no.
        ///
        /// - Parameter leavesNothing: Whether everything that was written for this import is removed again.
        case declined(leavesNothing: Bool)
        /// Nobody of the people who were chosen (``ImportOptions/chosen``) is in the files. Their list may be mistyped.
        ///
        /// - Parameter leavesNothing: Whether everything that was written for this import is removed again.
        case nobodyChosen(leavesNothing: Bool)
    }

    /// The reports of an import that has ended could not be written. The journal has everybody who was sent an
    /// invitation.
    public struct NotReported: Error {
        /// How sending ended.
        public let ending: StopReason
        /// Why the reports could not be written.
        public let error: RunError
        /// The run directory.
        public let directory: RunDirectory
    }

    /// The files; `-` is standard input, which can be read once.
    public var files: [String]
    /// The server.
    public var server: InvitationServer
    /// Where tokens come from.
    public var tokens: TokenSource
    /// The organization, values for every row, and how rows are read and judged.
    public var options = ImportOptions()
    /// What is asked before the plan.
    public var preflight = PreflightPolicy()
    /// What keeps a mistake from going out to everybody.
    public var brakes = ImportBrakes()
    /// The pace, and what is done about trouble. Pace and quotas are those of all shards together.
    public var policy = SendingPolicy()
    /// The run directory; `nil`, the default, for the one beside the files (``RunDirectory/init(forInputs:shard:)``).
    public var directory: RunDirectory?
    /// The variables that name the user's state folder, where locks keep other imports of the same organization out
    /// (``OrganizationLocks``); by default, those of this process.
    public var environment = ProcessInfo.processInfo.environment
    /// Gets warnings for a person: about locks that cannot be had, or a token that ends too early. By default, nobody
    /// does.
    public var warn: @Sendable (String) -> Void = { _ in }
    /// How far the import is: the newest snapshot, while ``run(confirm:)`` is under way.
    public let progress: AsyncStream<Progress>
    let shown: AsyncStream<Progress>.Continuation

    /// The run directory in use.
    public var runDirectory: RunDirectory { directory ?? RunDirectory(forInputs: files, shard: options.shard) }

    /// Describes an import; nothing is read yet.
    public init(_ files: [String], to server: InvitationServer, _ tokens: TokenSource) {
        (self.files, self.server, self.tokens) = (files, server, tokens)
        (progress, shown) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Does the import on this thread, which it holds until the end.
    ///
    /// - Parameters:
    ///   - context: The signals to stop, and who sees the progress and the exchanges.
    ///   - each: Gets every row of the files when it is planned, and the name of its file.
    ///   - planned: Gets the plan, whether or not it may be sent, and the run that it belongs to.
    ///   - confirm: Whether the plan is sent. It is asked only if a mail would go out.
    /// - Returns: The numbers, also in the form of `summary.json`. ``RunSummary/ending`` says how it ended.
    /// - Throws: ``NotSent``, ``NotReported``; ``InputError``, ``RunError``, ``OrganizationProblem`` or
    ///   `TransportFailure` before anything is sent; and what the closures throw.
    public func run(
        in context: SessionContext, each: (PlannedRow, _ file: String) -> Void = { _, _ in },
        planned: (ImportPreview, ImportRun) throws -> Void = { _, _ in },
        confirm: (ImportPreview) throws -> Bool
    ) throws -> (RunSummary, JSONValue) {
        let inputs = try opened()
        var policy = try policy.part(of: options.shard)
        policy.needsLists = preflight.mode != .off
        let first = brakes.first(of: options.shard)
        let run = try ImportRun(
            runDirectory, organization: options.organization ?? "", origin: server.origin, shard: options.shard,
            locks: OrganizationLocks(environment: environment, warn: warn))
        defer { run.close() }
        let connection = try TransportSession(server, slots: policy.concurrency, context: context)
        defer { connection.close() }
        let session = try run.session(
            over: connection.transport, server.api, tokens, connection.fitted(policy), context: connection.context)
        let preview = try run.prepare(
            inputs, options, first: first, preflight: { try connection.preflight($0, preflight, session) }, each: each)
        try preview.requireOrganization()
        try planned(preview, run)
        if let reason = brakes.reason(against: preview.plan) { throw NotSent.braked(reason) }
        if preview.choosesNobody, preview.preflight.hindrance == nil {
            throw NotSent.nobodyChosen(leavesNothing: run.leavesNothing)
        }
        run.note(session)
        var ending = StopReason.complete
        switch preview.preflight.hindrance {
        case .stopped(let reason): ending = reason
        case .failed, .incomplete: throw NotSent.notAsked(preview.preflight)
        case nil where preview.run.left > 0:
            if preview.run.mailsNow > 0 {
                if let words = tokens.warning(forRunOf: policy.estimatedTime(for: preview.run.mailsNow)) { warn(words) }
                guard try confirm(preview) else { throw NotSent.declined(leavesNothing: run.leavesNothing) }
            }
            ending = try connection.work { try run.send(session, first: first) }
        case nil: break
        }
        // Nothing is sent any more, and the reports need the descriptors.
        connection.close()
        do {
            let leavesForLater = preview.preflight.hindrance == nil && preview.run.leavesForLater
            return try run.report(ending, leftForLater: leavesForLater)
        } catch let error as RunError where error.kind == .cannotWrite {
            throw NotReported(ending: ending, error: error, directory: run.directory)
        }
    }

    /// The files, to be read from their beginning. All of them exist and may be read.
    private func opened() throws(InputError) -> [ByteSource] {
        var inputs: [ByteSource] = []
        for name in files {
            inputs.append(
                name == "-" ? ByteSource(.standardInput, name: "stdin") : try .reading(FilePath(name), name: name))
        }
        return inputs
    }
}
