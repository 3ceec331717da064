/// A plan in numbers. A person sees it before anything is sent.
public struct PlanSummary: Hashable, Sendable {
    /// The inputs.
    public let inputs: [PlanHeader.Input]
    /// What was found out about each input, in the same order.
    public let shapes: [InputShape]
    /// The columns that nothing was taken from.
    public let ignoredColumns: [String]
    /// The number of rows read.
    public private(set) var rows = 0
    /// Rows with an invitation.
    public private(set) var invitations = 0
    /// Rows that name somebody again.
    public private(set) var duplicates = 0
    /// Rows that failed a check.
    public private(set) var invalid = 0
    /// Rows that are left out on purpose.
    public private(set) var skipped = 0
    /// Rows that are left out on purpose, by reason; at most 100 reasons.
    public private(set) var reasons: [String: Int] = [:]
    /// Roles and groups of another system that the role map has no line for, with the number of people who have them;
    /// at most 1,000.
    public private(set) var unmapped: [String: Int] = [:]
    /// How often each code was found.
    public private(set) var findings: [Finding.Code: Int] = [:]
    /// Invitations by organization.
    public private(set) var organizations: [String: Int] = [:]
    /// Invitations by the domain of the address, in lower case; at most 1,000 domains.
    public private(set) var domains: [String: Int] = [:]
    /// Invitations by role.
    public private(set) var roles: [String: Int] = [:]
    /// Invitations by group.
    public private(set) var groups: [String: Int] = [:]
    /// Invitations with a message, by its source: a column, or `--message`; at most 100 sources.
    public private(set) var messages: [String: Int] = [:]

    /// The part of the import that the numbers are about.
    public let shard: Shard
    /// What counts of the rows of other shards; nothing if the import is not split.
    public internal(set) var elsewhere = RowsElsewhere()

    /// The chosen people who are in the inputs, whatever was decided about their rows.
    var met = ChosenPeople.Met()

    init(inputs: [PlanHeader.Input], shapes: [InputShape], ignoredColumns: [String], shard: Shard) {
        self.inputs = inputs
        self.shard = shard
        self.shapes = shapes
        self.ignoredColumns = ignoredColumns
    }

    /// The number of findings of a level.
    public func count(_ level: Finding.Level) -> Int {
        findings.reduce(0) { $0 + ($1.key.level == level ? $1.value : 0) }
    }

    /// The roles whose names suggest power over others.
    static func privileged(of roles: [String: Int]) -> [String: Int] {
        roles.filter { isPrivileged($0.key) }
    }

    /// Those of some roles whose names suggest power over others.
    public static func privileged(among roles: [String]) -> [String] { roles.filter(isPrivileged) }

    private static func isPrivileged(_ role: String) -> Bool {
        let role = role.lowercased()
        return ["admin", "owner", "root"].contains(where: role.holds)
    }

    /// Whether a repeated person, in whatever shard, forbids sending (`--duplicates fail`).
    public var forbidsSending: Bool { findings[.duplicateForbidden] != nil || elsewhere.hasForbiddenDuplicate }

    /// The number of rows of all shards.
    public var rowsInAll: Int { rows + elsewhere.rows }

    /// The number of errors in the rows of all shards.
    public var errorsInAll: Int { count(.error) + elsewhere.errors }

    /// The number of roles and groups that the role map has no line for, in the rows of all shards.
    public var unmappedInAll: Int { elsewhere.unmapped.union(unmapped.keys).count }

    mutating func add(_ row: PlannedRow, _ checked: CheckedRow) {
        for finding in row.findings { findings[finding.code, default: 0] += 1 }
        if case .invite(let invitation) = row.decision { add(domain: invitation.key.domain, times: 1) }
        add(row.decision, checked, times: 1)
    }

    /// Adds so many rows without their findings and domains.
    private mutating func add(_ decision: PlannedRow.Decision, _ checked: CheckedRow, times: Int) {
        let texts = checked.unmapped
        rows += times
        for text in texts where unmapped.count < 1000 || unmapped[text] != nil { unmapped[text, default: 0] += times }
        switch decision {
        case .duplicate: duplicates += times
        case .invalid: invalid += times
        case .skip(let reason):
            skipped += times
            if reasons.count < 100 || reasons[reason] != nil { reasons[reason, default: 0] += times }
        case .invite(let invitation):
            invitations += times
            if !invitation.organization.isEmpty { organizations[invitation.organization, default: 0] += times }
            for role in invitation.roles { roles[role, default: 0] += times }
            for group in invitation.groups { groups[group, default: 0] += times }
            if invitation.message != nil { add(message: checked.messageColumn, times) }
        }
    }

    private mutating func add(domain: String, times: Int) {
        if domains.count < 1000 || domains[domain] != nil { domains[domain, default: 0] += times }
    }

    /// Adds the rows that the lane took. Each of their values was added before, with the row that taught it.
    ///
    /// - Parameter alike: Gets what would be sent to one of the people, and how many rows are like this one.
    mutating func add(_ lane: RowLane, _ alike: (Invitation, _ times: Int) -> Void) {
        for template in lane.templates where template.count > 0 {
            let checked = template.checked
            if let invitation = checked.invitation {
                add(.invite(invitation), checked, times: template.count)
                alike(invitation, template.count)
            } else if let reason = checked.skipped {
                add(.skip(reason), checked, times: template.count)
            }
        }
        for domain in lane.domains where domain.count > 0 {
            add(domain: domain.text.lowercased(), times: domain.count)
        }
    }
}

extension PlanSummary {
    /// Counts a message. A row without a message of its own got it from another row of the same person.
    private mutating func add(message column: String?, _ times: Int) {
        let source = column.map { $0.isEmpty ? "--message" : "column \($0)" } ?? "another row of the same person"
        if messages.count < 100 || messages[source] != nil { messages[source, default: 0] += times }
    }

    /// The numbers for scripts, the largest first.
    public var json: JSONValue {
        func counts(_ counts: [String: Int]) -> JSONValue {
            let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return .object(sorted.map { JSONValue.Member($0.key, .integer($0.value)) })
        }
        let found = findings.map { ($0.key.rawValue, $0.value) }
        let numbers = JSONValue.object([
            "inputs": .strings(inputs.map(\.name)), "rows": .integer(rows), "invitations": .integer(invitations),
            "duplicates": .integer(duplicates), "invalid": .integer(invalid), "skipped": .integer(skipped),
            "skippedReasons": counts(reasons), "unmapped": counts(unmapped), "shapes": .array(shapes.map(\.json)),
            "findings": counts(Dictionary(uniqueKeysWithValues: found)), "organizations": counts(organizations),
            "domains": counts(domains), "roles": counts(roles), "groups": counts(groups),
            "messages": counts(messages),
            "ignoredColumns": .strings(ignoredColumns),
        ])
        guard !shard.isWhole, let members = numbers.members else { return numbers }
        return .object(
            members + [
                .init("shard", .string(shard.description)), .init("rowsOfOtherShards", .integer(elsewhere.rows)),
            ])
    }
}
