import InvitationImporter
import SystemPackage

/// The end of an import in words.
enum SummaryText {
    /// The lines about the end: counts, where the files are, and what to do next.
    ///
    /// - Parameter first: The first line; by default, how it ended.
    static func lines(_ summary: RunSummary, _ directories: [RunDirectory], first: String? = nil) -> [String] {
        var lines = [first ?? verdict(summary)]
        lines += Phrase.rows(
            Outcome.allCases.filter { summary.count($0) > 0 }.map { outcome in
                let isRevoked = outcome == .invited && summary.revoked > 0
                let more = isRevoked ? ", \(summary.revoked.grouped) of them revoked since" : ""
                return (outcome.rawValue, summary.count(outcome).grouped + more)
            })
        if case .cannotWrite = summary.ending {
            lines.append("Nothing was started after that. A row under way whose end could not be written is unknown.")
        }
        lines.append("Results: \(results(directories))")
        lines.append("Page: \(Phrase.paths(directories.map { $0.file("report.html") }))")
        lines += gaps(summary) + reasons(summary) + takingBack(summary, directories)
        for file in summary.toFix { lines.append("To correct and import: \(Printable.escape(file, limit: 1000))") }
        if summary.count(.unknown) > 0 {
            lines.append(
                "\(summary.count(.unknown).grouped) may have been invited: look at them in the results. Importing their file again "
                    + "looks them up in the server's list; where that may not be read, --resend-unknown sends them again, "
                    + "at the risk of a second mail.")
        }
        if summary.count(.notSent) + summary.count(.failed) > 0 { lines.append(wayOn(summary)) }
        return lines
    }

    /// The most reasons that are shown of one kind.
    private static let reasonsShown = 3

    /// The most frequent reasons why rows were not invited, and what a person should know about those that were.
    private static func reasons(_ summary: RunSummary) -> [String] {
        var lines: [String] = []
        let reasons = summary.reasons.first(reasonsShown)
        if !reasons.isEmpty { lines += ["Why, most often:"] + rows(reasons) }
        if summary.warnings > 0 {
            let people = Phrase.count(summary.warnings, "person was", "people were")
            let notices = summary.notices.first(reasonsShown)
            lines.append("\(people) invited with something that you should know\(notices.isEmpty ? "." : ":")")
            lines += rows(notices)
        }
        return lines
    }

    /// What to do about people who should perhaps not have been invited.
    private static func takingBack(_ summary: RunSummary, _ directories: [RunDirectory]) -> [String] {
        guard summary.warnings > 0 else { return [] }
        let run = summary.shards > 1 ? "RUN" : Phrase.paths(directories.map(\.path))
        return ["The results say who. To take an invitation back: k0rdent-invite revoke \(run) --only FILE"]
    }

    private static func rows(_ reasons: [(words: String, count: Int)]) -> [String] {
        Phrase.rows(reasons.map { (Phrase.count($0.count, "row"), Printable.escape($0.words, limit: 160)) })
    }

    /// How far a run is that another process works on.
    static func linesSoFar(_ summary: RunSummary) -> [String] {
        ["A command is at work here, and writes the reports at its end. So far:"]
            + Phrase.rows(outcomesSoFar(summary).map { ($0, $1.grouped) })
    }

    /// The same for scripts.
    static func jsonSoFar(_ summary: RunSummary) -> JSONValue {
        let outcomes = outcomesSoFar(summary).map { JSONValue.Member($0, .integer($1)) }
        return .object(["underWay": .bool(true), "rows": .integer(summary.rows), "outcomes": .object(outcomes)])
    }

    /// What is under way has no outcome yet.
    private static func outcomesSoFar(_ summary: RunSummary) -> [(name: String, count: Int)] {
        Outcome.allCases.filter { summary.count($0) > 0 }.map { outcome in
            (outcome == .unknown ? "under-way" : outcome.rawValue, summary.count(outcome))
        }
    }

    /// What went wrong and which file to open, for somebody who wants to hear nothing else; empty if all went well.
    static func troubles(_ summary: RunSummary, _ directories: [RunDirectory]) -> [String] {
        guard summary.exitCode != 0 else { return gaps(summary) }
        var lines = summary.ending == .complete ? [] : [verdict(summary)]
        let kinds: [([Outcome], String, [String])] = [
            ([.invalid, .refused], "to be corrected", summary.toFix),
            ([.failed, .notSent], "not invited and worth another try", summary.toRetry),
            ([.unknown], "perhaps invited", []),
        ]
        for (outcomes, words, files) in kinds {
            let count = outcomes.reduce(0) { $0 + summary.count($1) }
            guard count > 0 else { continue }
            let places = files.map { Printable.escape($0, limit: 1000) }.joined(separator: ", ")
            lines.append("\(Phrase.count(count, "row")) \(words): \(places.isEmpty ? results(directories) : places)")
        }
        return lines + gaps(summary)
    }

    private static func results(_ directories: [RunDirectory]) -> String {
        Phrase.paths(directories.map { $0.file("results.csv") })
    }

    /// What the reports lack.
    static func gaps(_ summary: RunSummary) -> [String] {
        summary.gaps.map { "warning: \(Printable.escape($0, limit: 1000))" }
    }

    /// The lines about the end of an import whose reports could not be written.
    static func withoutReports(_ ending: StopReason, _ error: RunError, _ directory: RunDirectory) -> [String] {
        let stopped = ending.reason.map { ["Stopped: \(Printable.escape($0, limit: 600))."] } ?? []
        return stopped + [
            "error: \(Printable.escape(error.message, limit: 600))",
            "Whoever was sent an invitation is in the journal, and the reports are of an earlier time or missing. Once "
                + "there is room, the same command goes on, and k0rdent-invite report "
                + "\(Printable.escape(directory.path.string, limit: 1000)) writes the reports.",
        ]
    }

    private static func wayOn(_ summary: RunSummary) -> String {
        switch summary.ending {
        case .credentialsRefused: "To go on: get a new token, then the same command again."
        case .cannotWrite: "To go on once there is room and the disk is well: the same command again."
        case .notThisAPI: "To go on: the same command again with the right --api-url or K0RDENT_API_URL."
        case .wholeRun: "To go on once that is mended: the same command again."
        case .complete where summary.leftForLater && summary.count(.failed) == 0:
            "The others were left for later: the same command without --first and --only goes on with them."
        case .complete where summary.toRetry.isEmpty: "To go on: import the files again."
        case .complete:
            "To go on: import the files again, or "
                + summary.toRetry.map { Printable.escape($0, limit: 1000) }.joined(separator: " and ")
                + ", with just these rows."
        case .unreachable, .gaveUp, .killed, .interrupted: "To go on: the same command again."
        }
    }

    /// The first line: how it ended.
    static func verdict(_ summary: RunSummary) -> String {
        guard summary.ending == .complete else {
            return "Stopped: \(Printable.escape(summary.ending.reason ?? summary.ending.code, limit: 600))."
        }
        guard summary.requests > 0 else { return "Nothing was sent." }
        let rate = Double(summary.requests) / max(0.001, summary.elapsed / .seconds(1))
        return "Done in \(summary.elapsed.words): \(Phrase.count(summary.requests, "request")), "
            + "\(Double(Int(rate * 10)) / 10)/s."
    }
}
