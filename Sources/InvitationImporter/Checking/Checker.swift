/// Judges rows: makes an invitation of each row that can be sent, and says what is wrong with the others.
///
/// A value without memory: the same row gets the same verdict wherever it stands. The ``Deduplicator`` deals with what
/// depends on other rows.
public struct Checker: Sendable {
    /// The longest message, in Unicode scalars, as the API's schema counts.
    public static let messageLimit = 500

    private let options: ImportOptions
    private let included: Set<String>

    /// Makes a checker.
    public init(_ options: ImportOptions) {
        self.options = options
        included = Set(options.includedStatus.map(\.statusKey))
    }

    /// Judges one row. If several rows share a line, each finding names its row.
    ///
    /// - Parameters:
    ///   - record: The row.
    ///   - columns: The headers as written.
    ///   - fields: Which columns hold the fields.
    public func check(_ record: Record, columns: [String], fields: FieldMap) -> CheckedRow {
        var checked = judge(record, columns: columns, fields: fields)
        checked.findings = checked.findings.map(record.naming)
        return checked
    }

    private func judge(_ record: Record, columns: [String], fields: FieldMap) -> CheckedRow {
        var row = RowCheck(record, columns: columns, fields: fields)
        if row.hasErrors {
            return CheckedRow(invitation: nil, skipped: nil, findings: row.findings, person: row.named())
        }
        var used: Set<String> = []
        if let omission = row.omission(including: included, at: options.now, used: &used) {
            let person = omission.isOfMembership ? nil : row.person
            return CheckedRow(
                invitation: nil, skipped: omission.reason, findings: row.findings, person: row.named(),
                leavesOut: person?.key)
        }
        let email = row.email()
        let organization = row.organization(default: options.organization, isNeeded: options.needsOrganization)
        var (roles, groups) = (row.list(.roles, beside: options.roleMap), row.list(.groups, beside: options.roleMap))
        let mapped = options.roleMap.map { row.mapped($0) }
        if let mapped {
            (roles, groups) = ((roles + mapped.roles).withoutRepeats(), (groups + mapped.groups).withoutRepeats())
        }
        // A person who named a role or group for this row has decided. The defaults are for rows that name none.
        if roles.isEmpty, groups.isEmpty, row.hasReadableLists { (roles, groups) = (options.roles, options.groups) }
        if let email { row.domainIsAllowed(email, options.allowedDomains) }
        if let name = row.name {
            row.looksGarbled(name, .name)
            row.hasPlaceholder(name, .name)
        }
        let message = row.message(
            options.message, organization: organization, limit: Self.messageLimit)
        if roles.isEmpty, groups.isEmpty, row.hasReadableLists, options.needsRoleOrGroup { row.missesRoleAndGroup() }
        var checked = CheckedRow(
            invitation: nil, skipped: nil, findings: row.findings, unmapped: mapped?.unmapped ?? [],
            includedBy: used, names: RowNames(organization: organization, roles: roles, groups: groups))
        guard !row.hasErrors, let email, let organization else {
            checked.person = row.named(roles, groups)
            return checked
        }
        checked.invitation = Invitation(
            organization: organization, email: email.written,
            key: InvitationKey(organization: organization, email: email), roles: roles, groups: groups,
            message: message, name: row.name)
        if message != nil { checked.messageColumn = row.hasOwnMessage ? row.columnName(.message) : "" }
        return checked
    }
}

/// The verdict on one row.
public struct CheckedRow: Hashable, Sendable {
    /// The invitation, if the row can be sent.
    public var invitation: Invitation?
    /// Why the row is left out on purpose; `nil` if it is not.
    public var skipped: String?
    /// Errors and warnings. There is an error exactly if ``invitation`` and ``skipped`` are both `nil`.
    public var findings: [Finding]
    /// Whom the row names, if there is no invitation.
    var person: NamedPerson?
    /// The other system's roles and groups for which the role map has no line.
    public var unmapped: [String] = []
    /// The address of a person whom this row leaves out wherever else they occur, in the form that is compared; `nil`
    /// for nobody. Their account is blocked, for example, not just one of many memberships.
    public var leavesOut: String?
    /// The words of ``ImportOptions/includedStatus`` by which this row is invited all the same.
    public var includedBy: Set<String> = []
    /// The names of server resources in the row; `nil` if the row is left out or cannot be read.
    var names: RowNames?
    /// The column of the message; empty for `--message`; `nil` without a message.
    public var messageColumn: String?
}

/// The names of server resources in a row, as written there or as options and role map give them.
struct RowNames: Hashable, Sendable {
    /// The organization; `nil` if it is missing or cannot be one.
    var organization: String?
    var roles: [String]
    var groups: [String]
}

extension Record {
    /// The finding. If several rows share a line, it names this row.
    func naming(_ finding: Finding) -> Finding {
        guard sharesLine else { return finding }
        var finding = finding
        finding.advice = "Row \(number): " + finding.advice
        return finding
    }
}
