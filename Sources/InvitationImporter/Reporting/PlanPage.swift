public import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The plan of an import as a page, for whoever has to approve it. It looks like the report of the import.
///
///     var page = PlanPage(files)
///     let preview = try ImportPreview(of: …, each: { row, goesOut in page.add(row, goesOut: goesOut) })
///     try page.write(preview, to: "plan.html", …)
///
/// It keeps counts, and as many rows as fit on a page.
public struct PlanPage {
    /// What will be done about a row, as the page names it.
    fileprivate enum Step: String, CaseIterable {
        case invite
        case there = "already there"
        case later
        case duplicate
        case invalid
        case skipped
    }

    private static let kind = "plan"

    private let files: [String]
    private var counts: [Step: Int] = [:]
    private var table = PageTable()
    private var causes = PageCauses()
    private var powers = PagePeople()
    private var domains = PageCounts()
    private var roles = PageCounts()
    private var groups = PageCounts()

    /// Makes a page without rows.
    ///
    /// - Parameter files: The names of the inputs, as a person gave them.
    public init(_ files: [String]) {
        self.files = files
    }

    /// Adds the next row.
    ///
    /// - Parameter goesOut: Whether a mail for it would go out now.
    public mutating func add(_ row: PlannedRow, goesOut: Bool) {
        let step = Self.step(row, goesOut)
        counts[step, default: 0] += 1
        var shown = PageTable.Row(
            file: files[row.place.input], row: row.place.row, line: row.line, email: "", outcome: step.rawValue,
            note: note(row), needsSomebody: !row.findings.isEmpty)
        shown.take(row.named)
        addCauses(row, shown.email)
        table.add(shown)
        guard case .invite(let invitation) = row.decision else { return }
        let hasFindings = !row.findings.isEmpty
        domains.add(invitation.key.domain, isOpen: hasFindings)
        for role in invitation.roles { roles.add(role, isOpen: hasFindings) }
        for group in invitation.groups { groups.add(group, isOpen: hasFindings) }
        let power = PlanSummary.privileged(among: invitation.roles)
        if !power.isEmpty { powers.add(shown, roles: power) }
    }

    private static func step(_ row: PlannedRow, _ goesOut: Bool) -> Step {
        switch row.decision {
        case .invite: row.there != nil ? .there : goesOut ? .invite : .later
        case .duplicate: .duplicate
        case .invalid: .invalid
        case .skip: .skipped
        }
    }

    private func note(_ row: PlannedRow) -> String {
        var notes = row.findings.map { "\($0.code.rawValue): \($0.advice)" }
        switch row.decision {
        case .invite: if let there = row.there { notes.insert(there.meaning, at: 0) }
        case .duplicate(let first, _): notes.insert("the same person as row \(first)", at: 0)
        case .skip(let reason): notes.insert(reason, at: 0)
        case .invalid: break
        }
        return notes.joined(separator: " ")
    }

    private mutating func addCauses(_ row: PlannedRow, _ email: String) {
        let place = PageCauses.Place(
            unit: "line", number: row.line, file: files.count > 1 ? files[row.place.input] : "", email: email)
        for finding in row.findings {
            let isWarning = finding.level == .warning
            let (rank, advice) = Self.weight(isWarning, row.decision)
            let cause = PageCauses.Cause(
                rank: rank, outcome: isWarning ? "warning" : "invalid", code: finding.code.rawValue, advice: advice)
            causes.add(cause, finding.advice, row: place)
        }
    }

    /// Where a finding stands among the others, and what it means. A warning does not keep the mail from going out, so
    /// somebody has to look at it before; that is why it comes first.
    private static func weight(_ isWarning: Bool, _ decision: PlannedRow.Decision) -> (rank: Int, advice: String) {
        guard isWarning else { return (1, "An error: the row is left out until it is corrected.") }
        if case .invite = decision { return (0, "A warning: the mail goes out all the same.") }
        return (2, "A warning. The row gets no mail of its own.")
    }

    /// Writes the page, in place of an older one there.
    ///
    /// - Parameters:
    ///   - preview: The preview that gave the rows.
    ///   - path: The file.
    ///   - server: The server in words; `nil` if nobody asked one.
    ///   - sentences: What else is to be said, such as how long it would take.
    ///   - now: The time of writing.
    /// - Throws: ``RunError`` if it cannot be written, or if there is a file that is no such page.
    public func write(
        _ preview: ImportPreview, to path: FilePath, server: String? = nil, _ sentences: [String] = [],
        at now: Date = Date()
    ) throws(RunError) {
        try PageFile.check(Self.kind, path)
        let count = counts[.invite] ?? 0
        let parts = Step.allCases.map { PageBar.Part(name: $0.name, count: counts[$0] ?? 0, meaning: $0.meaning) }
        let errors = preview.plan.count(.error)
        var values: [String: Any] = [
            "generator": PageFile.generator(Self.kind), "kind": "Plan of an import: nothing was sent",
            "outcomesTitle": "What will happen",
            "openTitle": "with findings", "needsTitle": "What to look at first", "nobody": "Nothing was found.",
            "tableTitle": "All rows", "results": "the files", "sentences": sentences.map { PageText.safe($0, 600) },
            "gaps": preview.preflight.gaps.map { PageText.safe($0, 600) }, "tone": errors > 0 ? "warn" : "good",
            "verdict": PageText.count(count, "mail") + " would go out.", "causes": causes.values,
            "table": table.script, "tool": ToolVersion.current, "written": PageTime.values(now.timestamp),
        ]
        if table.count > 0 { values["bar"] = PageBar.values(parts) }
        if let reason = preview.preflight.failure { values["stopped"] = PageText.safe(reason, 600) }
        let tables = [
            domains.values("Domains", EmailAddress.readable), roles.values("Roles"), groups.values("Groups"),
        ].compactMap(\.self)
        values["counts"] = tables
        values["hasCounts"] = !tables.isEmpty
        if let people = powers.values { values["powers"] = people }
        if let missing = table.missing(but: "the files") { values["tableRest"] = missing }
        values.merge(facts(preview, server)) { $1 }
        try PageFile.write(values, to: path)
    }

    private func facts(_ preview: ImportPreview, _ server: String?) -> [String: Any] {
        let plan = preview.plan
        let title = PageText.safe("Plan for \(files.first ?? "nothing")", 200) + (files.count > 1 ? " and more" : "")
        let organizations = plan.organizations.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
        let facts = [
            PageFact("Server", server ?? "not asked"),
            PageFact("Organization", organizations.map { "\($0.key): \($0.value)" }.joined(separator: ", ")),
            PageFact("Made by", SystemUser.words), PageFact("Rows", PageText.number(plan.rows)),
            PageFact("Warnings", PageText.number(plan.count(.warning))),
        ]
        let reasons = plan.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20)
        let details =
            reasons.map { PageFact("Skipped: \($0.key)", PageText.count($0.value, "row")) }
            + plan.messages.sorted { $0.key < $1.key }.prefix(10).map {
                PageFact("Messages from \($0.key)", PageText.number($0.value))
            }
        let values: [String: Any] = [
            "title": title, "heading": title, "facts": facts.compactMap(\.values),
            "details": details.compactMap(\.values),
        ]
        return values.merging(PageFact.files(plan.inputs)) { $1 }
    }
}

extension PlanPage.Step {
    /// The name in the page's style.
    fileprivate var name: String {
        switch self {
        case .there: "there"
        default: rawValue
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .invite: "a mail would go out"
        case .there: "invited or a member already; no mail"
        case .later: "no mail now: done before, in doubt, or held back"
        case .duplicate: "the same person as another row"
        case .invalid: "failed a check; no mail"
        case .skipped: "left out on purpose"
        }
    }
}
