import InvitationImporter

/// What the inputs hold, in words.
enum PlanText {
    /// The lines about the inputs.
    static func lines(_ plan: PlanSummary) -> [String] {
        var lines = [
            "\(Phrase.cut(plan.inputs.map { Printable.escape($0.name, limit: 200) })): "
                + "\(Phrase.count(plan.rows, "row")), \(Phrase.count(plan.invitations, "person", "people")) to invite"
                + others(plan)
        ]
        let tables = [
            ("roles", plan.roles), ("groups", plan.groups), ("domains", readable(plan.domains)),
            ("organization", plan.organizations),
        ]
        for (name, counts) in tables where !counts.isEmpty { lines.append(Phrase.row(name, Phrase.list(counts))) }
        lines += messages(plan)
        lines += plan.shapes.flatMap { ShapeText.lines($0, among: plan.shapes.count) }
        if !plan.unmapped.isEmpty {
            lines.append(Phrase.row("unmapped", "no line in the role map for " + Phrase.list(plan.unmapped, limit: 60)))
        }
        if !plan.reasons.isEmpty { lines.append(Phrase.row("skipped", Phrase.list(plan.reasons, limit: 80))) }
        if !plan.ignoredColumns.isEmpty {
            let names = plan.ignoredColumns.map { Printable.escape($0, limit: 40) }
            lines.append(Phrase.row("besides", "columns that only go into the report: " + Phrase.columns(names)))
        }
        let warnings = plan.count(.warning)
        if warnings > 0 { lines.append(Phrase.row("warnings", "\(warnings.grouped), see above")) }
        return lines
    }

    /// The domains, with what their A-labels stand for.
    private static func readable(_ domains: [String: Int]) -> [String: Int] {
        Dictionary(domains.map { (EmailAddress.readable(domain: $0.key), $0.value) }, uniquingKeysWith: +)
    }

    /// How many messages go out, and where they come from.
    private static func messages(_ plan: PlanSummary) -> [String] {
        let all = plan.messages.values.reduce(0, +)
        guard all > 0 else { return [] }
        let source = plan.messages.count == 1 ? plan.messages.keys.first.map { Printable.escape($0, limit: 40) } : nil
        return [Phrase.row("messages", "\(all.grouped) from \(source ?? Phrase.list(plan.messages))")]
    }

    private static func others(_ plan: PlanSummary) -> String {
        let parts = [(plan.duplicates, "duplicate"), (plan.invalid, "invalid"), (plan.skipped, "skipped")]
        return parts.filter { $0.0 > 0 }.map { ", \($0.0.grouped) \($0.1)" }.joined()
    }
}
