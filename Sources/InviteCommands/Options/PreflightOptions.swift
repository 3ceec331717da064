public import ArgumentParser
import CurlMulti
public import InvitationImporter

/// Whether and how the server is looked at before the plan.
struct PreflightOptions: ParsableArguments {
    enum Preflight: String, ExpressibleByArgument, CaseIterable {
        /// What may be read is read.
        case auto
        /// Nothing is sent unless everything could be read.
        case require
        /// Nothing is read.
        case off
    }

    @Option(
        help: """
            Whether roles, groups, members and invitations are read from the server before the plan: auto reads what may \
            be read, require stops if something may not, off reads nothing.
            """)
    var preflight = Preflight.auto

    @Flag(help: "Send roles and groups as they are written, not by their ids.")
    var sendNames = false

    /// The options that were given.
    var given: [String] { (preflight == .auto ? [] : ["--preflight"]) + givenAboutRows }

    /// The options that were given and make no sense where nothing but a run is looked at.
    var givenAboutRows: [String] {
        [("--preflight off", preflight == .off), ("--send-names", sendNames)].filter(\.1).map(\.0)
    }

    /// Looks at the server for a plan.
    ///
    /// - Returns: What it has; `nil` if it could not be asked at all, and why then nothing more can be sent.
    func look(
        _ connection: ServerSession<CurlTransport>, _ way: TransportSession, _ organizations: [String],
        _ people: Set<KeyHash>, _ style: ProgressStyle
    ) throws -> (ServerSnapshot?, StopReason?) {
        guard preflight != .off else { return (nil, nil) }
        var directory = ServerSnapshot()
        let ending = try way.work(style) {
            let (found, ending) = try connection.preflight(organizations.filter { !$0.isEmpty }, for: people)
            directory = found
            return ending ?? .complete
        }
        if ending != .complete { return (nil, ending) }
        directory.sendsNames = sendNames
        return (directory, nil)
    }

    /// What could not be looked at, in lines.
    static func lines(_ gaps: [String]) -> [String] {
        gaps.map { PlanText.row("not looked at", Printable.escape($0, limit: 400)) }
    }
}

/// What keeps a mistake from going out to everybody.
struct BrakeArguments: ParsableArguments {
    @Flag(help: "Send nothing if one row is invalid.")
    var strict = false

    @Option(help: "Send only so many invitations now; the same command again sends the rest.")
    var first: Int?

    @Option(help: "Send nothing if the files have more rows.")
    var maxRows: Int?

    @Option(
        help: ArgumentHelp(
            "Stop once more rows than this, or a larger share of them (of twenty at least), have failed.",
            valueName: "n|p%"))
    var maxFailures: FailureLimit?

    func validate() throws {
        if let first, first < 1 { throw ValidationError("--first is 1 or more.") }
        if let maxRows, maxRows < 1 { throw ValidationError("--max-rows is 1 or more.") }
    }

    /// The options that were given and are about the rows of files.
    var givenAboutRows: [String] {
        [("--strict", strict), ("--max-rows", maxRows != nil)].filter(\.1).map(\.0)
    }

    /// Why this plan is not sent at all, in words; `nil` if it may be.
    func forbidsSending(_ plan: PlanSummary) -> String? {
        if let maxRows, plan.rows > maxRows {
            return "there are \(PlanText.count(plan.rows, "row")), and --max-rows allows \(maxRows)."
        }
        if strict, !plan.unmapped.isEmpty {
            let number = PlanText.count(plan.unmapped.count, "role or group", "roles or groups")
            return "\(number) of theirs without a line in the role map, see above (--strict)."
        }
        guard plan.forbidsSending || (strict && plan.count(.error) > 0) else { return nil }
        let why = plan.forbidsSending ? "--duplicates fail" : "--strict"
        return "\(PlanText.count(plan.count(.error), "error")), see above (\(why))."
    }
}

extension FailureLimit: ExpressibleByArgument {
    /// Reads a limit as ``FailureLimit/init(_:)`` does.
    public init?(argument: String) {
        self.init(argument)
    }
}
