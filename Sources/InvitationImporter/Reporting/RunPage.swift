import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `report.html`: a run for people, in one file that needs nothing else.
///
/// Rows pass through it one at a time, as for all reports. It keeps counts, and as many rows as fit on a page.
struct RunPage {
    /// The name of the file in the run directory.
    static let name = "report.html"

    let inputs: [PlanHeader.Input]
    private let doubtfulAdvice: String
    private var table = PageTable()
    private var causes = PageCauses()
    private var powers = PagePeople()
    private var domains = PageCounts()
    private var roles = PageCounts()
    private var groups = PageCounts()
    private var statuses: PageStatuses
    /// The first and the last time at which an invitation ends.
    private(set) var expiry: ClosedRange<Date>?
    /// The rows to correct, as they are in the run directory's files.
    var corrections: [PageCorrections] = []

    /// Makes a page without rows.
    ///
    /// - Parameters:
    ///   - inputs: The inputs of the plan; empty without a plan.
    ///   - directories: The run, or all its shards, which may know what became of the invitations.
    init(_ inputs: [PlanHeader.Input] = [], of directories: [RunDirectory]) {
        self.inputs = inputs
        statuses = PageStatuses(directories.compactMap(StatusFile.init))
        let names = directories.map { directory in
            let path = (directory.path.resolved ?? directory.path).string
            return ShellWord.quoted(path) ?? PageText.safe(path, 400)
        }
        doubtfulAdvice = Outcome.doubtfulAdvice(names.prefix(20).joined(separator: " "))
    }

    /// Adds the next row.
    mutating func add(_ result: RowResult) {
        let needs = result.needsSomebody
        var row = row(result, needs)
        if needs { addCauses(result, row.email) }
        guard case .invite(let invitation) = result.row.decision else { return table.add(row) }
        domains.add(invitation.key.domain, isOpen: result.outcome.isOpen)
        for role in invitation.roles { roles.add(role, isOpen: result.outcome.isOpen) }
        for group in invitation.groups { groups.add(group, isOpen: result.outcome.isOpen) }
        if result.outcome == .invited {
            if let status = statuses.add(result, row, invitation.key.organization) {
                row.note = [status.rawValue, row.note].filter { !$0.isEmpty }.joined(separator: "; ")
            }
            if result.revokedAt == nil, let end = result.ended?.expiresAt.flatMap(ISOTime.parse) {
                expiry = min(expiry?.lowerBound ?? end, end)...max(expiry?.upperBound ?? end, end)
            }
        }
        table.add(row)
        let power = PlanSummary.privileged(among: invitation.roles)
        if !power.isEmpty { powers.add(row, roles: power) }
    }

    private func row(_ result: RowResult, _ needs: Bool) -> PageTable.Row {
        let place = result.row.place
        var row = PageTable.Row(
            file: inputs.isEmpty ? "" : inputs[place.input].name, row: place.row, line: result.row.line,
            email: "", outcome: result.outcome.rawValue, note: result.reason ?? "",
            sentAt: result.ended?.sentAt ?? "", expiresAt: result.ended?.expiresAt ?? "", needsSomebody: needs)
        row.take(result.row.named)
        return row
    }

    private mutating func addCauses(_ result: RowResult, _ email: String) {
        let input = inputs.isEmpty ? nil : inputs[result.row.place.input]
        // A table is corrected in a program that shows lines. Rows of JSON may all stand on one.
        let hasLines = input.map { !$0.isJSON } ?? false
        let place = PageCauses.Place(
            unit: hasLines ? "line" : "row", number: hasLines ? result.row.line : result.row.place.row,
            file: inputs.count > 1 ? input?.name ?? "" : "", email: email)
        let advice = result.outcome.advice(ending: ReworkFile.ending(isJSON: input?.isJSON ?? false))
        for doubt in result.doubts {
            let cause = PageCauses.Cause(
                rank: Outcome.doubtfulRank, outcome: "warning", code: doubt.code.rawValue,
                advice: doubtfulAdvice)
            causes.add(cause, doubt.advice, row: place)
        }
        if !result.doubts.isEmpty, result.notice == nil { return }
        guard result.outcome == .invalid else {
            let status = result.ended?.status.map { ", HTTP \($0)" } ?? ""
            let name = result.outcome == .invited ? "warning" : result.outcome.rawValue
            return causes.add(
                .init(
                    rank: result.outcome.rank, outcome: name,
                    code: (name == "warning" ? "invited, with something to know" : name) + status,
                    advice: advice),
                result.notice ?? result.outcome.meaning, row: place)
        }
        var codes: Set<Finding.Code> = []
        for finding in result.row.findings where finding.level == .error && codes.insert(finding.code).inserted {
            causes.add(
                .init(rank: Outcome.invalid.rank, outcome: "invalid", code: finding.code.rawValue, advice: advice),
                finding.advice, row: place)
        }
    }

    /// The values of the template that come from the rows.
    private var values: [String: Any] {
        var values: [String: Any] = ["causes": causes.values, "table": table.script]
        let counts = [
            domains.values("Domains", EmailAddress.readable), roles.values("Roles"), groups.values("Groups"),
        ].compactMap(\.self)
        values["counts"] = counts
        values["hasCounts"] = !counts.isEmpty
        if let people = powers.values { values["powers"] = people }
        if let known = statuses.values { values["statuses"] = known }
        if let missing = table.missing(but: "results.csv") { values["tableRest"] = missing }
        return values
    }

    /// Writes the page.
    ///
    /// - Parameters:
    ///   - summary: The run in numbers.
    ///   - journals: The journals of the run, or of all its shards, for its course.
    ///   - header: What the run belongs to.
    ///   - time: The time of writing, ISO 8601.
    /// - Throws: ``RunError`` if it cannot be written.
    func write(
        in directory: RunDirectory, _ summary: RunSummary, _ journals: [JournalFile], _ header: JournalHeader,
        at time: String
    ) throws(RunError) {
        var course = RunCourse()
        for journal in journals { try journal.moments { course.take($0) } }
        var values = values
        values.merge(Self.words(summary)) { $1 }
        let ended = journals.compactMap(\.state.end?.at).max()
        values.merge(facts(summary, header, (ended, time), in: directory)) { $1 }
        values.merge(correctionValues(summary, in: directory)) { $1 }
        if let shown = course.values { values["course"] = shown }
        try PageFile.write(values, to: directory.file(Self.name))
    }

    private func correctionValues(_ summary: RunSummary, in directory: RunDirectory) -> [String: Any] {
        let files = corrections.filter { $0.shown > 0 }
        guard !files.isEmpty else { return [:] }
        let folder = directory.path.resolved ?? directory.path
        let missing = files.filter { $0.shown < $0.count }.map { file in
            "The page has the first \(PageText.number(file.shown)) of \(PageText.count(file.count, "row")) to correct; "
                + "\(file.name) in the folder of the import has all. Rows that are not in the file you save stay as "
                + "they are, so you can correct these first."
        }
        return [
            "hasCorrections": true, "correctionsRest": missing, "joined": summary.shards > 1,
            "correctionFiles": files.map(\.name).joined(separator: " and "),
            "corrections": "[\(files.map(\.script).joined(separator: ","))]",
            "commands": files.map { file in
                let path = folder.appending(file.name).string
                // A joined report belongs to no run: each shard takes its part of the file, into its own folder.
                let shard = summary.shards > 1 ? " --shard I/\(summary.shards) --run-dir RUN" : ""
                return "k0rdent-invite import " + (ShellWord.quoted(path) ?? PageText.safe(path, 400)) + shard
            },
        ]
    }
}

extension RunCourse {
    /// Takes the next moment of a journal.
    fileprivate mutating func take(_ moment: JournalMoment) {
        switch moment {
        case .start(let header):
            begin(at: header.createdAt, by: header.by + (header.shard.isWhole ? "" : ", shard \(header.shard)"))
        case .attempt(let attempt):
            add(sent: attempt.sent, ended: attempt.ended, number: attempt.number, attempt.result)
        case .stop(let stop):
            end(StopReason(stop)?.reason ?? stop.code, requests: stop.requests)
        }
    }
}
