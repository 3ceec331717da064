import InvitationImporter

/// A plan in words.
enum PlanText {
    /// What the inputs hold.
    static func lines(_ plan: PlanSummary) -> [String] {
        var lines = [
            "\(plan.inputs.map { Printable.escape($0.name, limit: 200) }.joined(separator: ", ")): "
                + "\(count(plan.rows, "row")), \(count(plan.invitations, "person", "people")) to invite"
                + others(plan)
        ]
        let tables = [
            ("roles", plan.roles), ("groups", plan.groups), ("domains", plan.domains),
            ("organization", plan.organizations),
        ]
        for (name, counts) in tables where !counts.isEmpty { lines.append(row(name, list(counts))) }
        lines += messages(plan)
        lines += plan.shapes.flatMap { ShapeText.lines($0, among: plan.shapes.count) }
        if !plan.unmapped.isEmpty {
            lines.append(row("unmapped", "no line in the role map for " + list(plan.unmapped, limit: 60)))
        }
        if !plan.reasons.isEmpty { lines.append(row("skipped", list(plan.reasons, limit: 80))) }
        if !plan.ignoredColumns.isEmpty {
            let names = plan.ignoredColumns.map { Printable.escape($0, limit: 40) }
            lines.append(row("besides", "columns that only go into the report: " + cut(names)))
        }
        return lines
    }

    /// How many messages go out, and where they come from.
    private static func messages(_ plan: PlanSummary) -> [String] {
        let all = plan.messages.values.reduce(0, +)
        guard all > 0 else { return [] }
        let source = plan.messages.count == 1 ? plan.messages.keys.first.map { Printable.escape($0, limit: 40) } : nil
        return [row("messages", "\(all) from \(source ?? list(plan.messages))")]
    }

    /// What a run would do about it now.
    static func lines(
        _ plan: PlanSummary, _ outlook: RunPreview, server: String, _ policy: SendingPolicy
    ) -> [String] {
        var lines = [row("server", server)]
        if outlook.before > 0 {
            lines.append(
                row("before", "\(count(outlook.before, "person has", "people have")) an outcome from an earlier run"))
        }
        if outlook.revoked > 0 {
            lines.append(row("revoked", "\(outlook.revoked) of these were revoked; they are not invited again"))
        }
        if outlook.changed > 0 {
            lines.append(row("changed", "\(outlook.changed) of these were changed since; nothing is sent for them"))
        }
        if outlook.invitedAlready > 0 {
            lines.append(
                row("invited", "\(outlook.invitedAlready) have an invitation already; nothing is sent for them"))
        }
        if outlook.membersAlready > 0 {
            lines.append(row("members", "\(outlook.membersAlready) are members already; nothing is sent for them"))
        }
        if outlook.toSettle > 0 {
            lines.append(
                row("unknown", "\(outlook.toSettle) may be invited: looked up first, where the list may be read"))
        }
        let now = outlook.mailsNow
        if now < outlook.mails {
            lines.append(row("later", "\(outlook.mails - now) are left for another run (--first)"))
        }
        lines += time(now, policy)
        if outlook.mails == 0, plan.invitations > 0 { lines.append("There is nothing left to send.") }
        return lines
    }

    /// How long so many invitations take, where that can be said.
    static func time(_ invitations: Int, _ policy: SendingPolicy) -> [String] {
        guard invitations > 0 else { return [] }
        var lines: [String] = []
        if case .atMost = policy.pace {
            lines.append(row("time", "about \(policy.estimatedTime(for: invitations).words) at this rate"))
        } else if !policy.quotas.isEmpty {
            lines.append(row("time", "about \(policy.estimatedTime(for: invitations).words)"))
        }
        for quota in policy.quotas where quota.count < invitations {
            let windows = (invitations + quota.count - 1) / quota.count
            let waits = "one run that waits \(count(windows - 1, "time"))"
            let words = policy.stopsAtQuota ? "\(windows) runs" : "\(waits), or \(windows) with --stop-at-quota,"
            lines.append(row("quota", "\(quota): \(words) over \((quota.window * (windows - 1)).words)"))
        }
        return lines
    }

    /// What is wrong with the organization of the whole import, in words; `nil` for nothing.
    static func wrongOrganization(
        _ plan: PlanSummary, _ options: ImportOptions, _ directory: ServerSnapshot?
    ) -> String? {
        if let words = wrongOrganization(options, directory) { return words }
        guard plan.invitations == 0, plan.findings[.organizationMissing] != nil else { return nil }
        return "No organization was named; give --org, K0RDENT_ORG or a column organization."
    }

    /// What the server says to the organization of `--org`, in words; `nil` for nothing.
    static func wrongOrganization(_ options: ImportOptions, _ directory: ServerSnapshot?) -> String? {
        let known = directory?.organizations ?? []
        guard let name = options.organization, !known.isEmpty,
            !known.contains(where: { $0.id == name || $0.uid == name })
        else { return nil }
        let names = cut(known.map { Printable.escape($0.id, limit: 80) })
        return "The server does not know the organization \(Printable.escape(name, limit: 80)); it knows \(names)."
    }

    /// Why an import of this would send nothing, in words; `nil` if it would.
    static func whyNotSent(_ brakes: BrakeArguments?, _ plan: PlanSummary, _ looked: Preflight.Result) -> String? {
        if let words = brakes?.forbidsSending(plan) { return words }
        guard looked.exitCode != nil else { return nil }
        return looked.lack ?? "not everything could be looked at, see above (--preflight require)."
    }

    /// How many mails may go out now, in words.
    static func mails(_ outlook: RunPreview) -> String {
        (outlook.toSettle > 0 ? "at most " : "") + count(outlook.mailsNow, "mail")
    }

    /// The question before anything is sent: how many mails, where, and who gets power by it.
    static func question(_ outlook: RunPreview, host: String) -> String {
        question(
            mails(outlook), for: outlook.organizations.sorted(), at: host, privileged: outlook.privileged)
    }

    /// The same about any mails.
    static func question(
        _ mails: String, for organizations: [String], at host: String, privileged: [String: Int]
    ) -> String {
        let place =
            organizations.count == 1
            ? Printable.escape(organizations[0], limit: 80) : "\(organizations.count) organizations"
        let power = privileged.isEmpty ? "" : ", among them \(list(privileged))"
        return "\(mails) will go out to people for \(place) at \(host)\(power)."
    }

    /// `  name          text`
    static func row(_ name: String, _ text: String) -> String {
        "  " + name + String(repeating: " ", count: max(1, 14 - name.count)) + text
    }

    /// `1 row`, `2 rows`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    private static func others(_ plan: PlanSummary) -> String {
        let parts = [(plan.duplicates, "duplicate"), (plan.invalid, "invalid"), (plan.skipped, "skipped")]
        return parts.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
    }

    /// Names with their numbers, the largest first.
    static func list(_ counts: [String: Int], limit: Int = 40) -> String {
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return cut(sorted.map { "\(Printable.escape($0.key, limit: limit)) \($0.value)" })
    }

    /// Not more names than a person will read.
    static func cut(_ names: [String]) -> String {
        let shown = names.prefix(8).joined(separator: ", ")
        return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
    }
}

extension Finding {
    /// The finding as one line: `team.csv:12: error email-syntax: … (email: "x")`.
    func line(in file: String) -> String {
        let place = "\(Printable.escape(file, limit: 200)):\(line)"
        var text = "\(place): \(level.rawValue) \(code.rawValue): \(Printable.escape(advice, limit: 400))"
        if let column, let value {
            text += " (\(Printable.escape(column, limit: 40)): \"\(Printable.escape(value, limit: 80))\")"
        }
        return text
    }
}

extension Duration {
    /// `0.8 s`, `42 s`, `3 min 20 s`, `2 h 5 min`, `2 d 4 h`.
    var words: String {
        let seconds = self / .seconds(1)
        if seconds < 10 { return "\(Double(Int(seconds * 10)) / 10) s" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        if whole < 48 * 3600 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
        return "\(whole / 86400) d \(whole % 86400 / 3600) h"
    }
}
