/// The check of one row. It takes the fields one by one and collects the findings.
struct RowCheck {
    private(set) var findings: [Finding]
    /// Whether roles and groups could be read. Only then does an empty list mean that there are none.
    private(set) var hasReadableLists = true
    let record: Record
    let columns: [String]
    let fields: FieldMap

    init(_ record: Record, columns: [String], fields: FieldMap) {
        self.record = record
        self.columns = columns
        self.fields = fields
        findings = record.findings
    }

    var hasErrors: Bool { findings.contains { $0.level == .error } }

    /// The address, if there is one that can be invited.
    mutating func email() -> EmailAddress? {
        guard let text = text(.email).map({ firstOfSeveral($0) }), !text.trimmed().isEmpty else {
            if !hasErrors {
                add(.emailMissing, .email, nil, "There is no address in this row; add one or remove the row.")
            }
            return nil
        }
        let check = EmailAddress.check(text)
        for problem in check.problems { add(problem.code, .email, text, problem.advice) }
        return check.address
    }

    /// The first of several addresses joined by Google's own separator, which no address can contain.
    private mutating func firstOfSeveral(_ text: String) -> String {
        guard let first = Self.first(of: text) else { return text }
        add(
            .emailFirstTaken, .email, text,
            "There are several addresses in this cell, and \(Printable.escape(first, limit: 254)) is taken. Write the "
                + "one that is meant if it is another.")
        return first
    }

    private static func first(of text: String) -> String? {
        let separator = " ::: "
        guard text.holds(separator) else { return nil }
        return text.split(separator: separator).lazy.map { String($0).trimmed() }.first { !$0.isEmpty }
    }

    /// The person of the row, without findings about the address.
    var person: EmailAddress? { writtenAddress.flatMap { EmailAddress.check(Self.first(of: $0) ?? $0).address } }

    /// Whom the row names, as it is written. What does not fit a field is left out.
    func named(_ roles: [String] = [], _ groups: [String] = []) -> NamedPerson {
        NamedPerson(email: value(.email)?.cell.trimmed() ?? "", name: name ?? "", roles: roles, groups: groups)
    }

    /// What the row has in the place of an address; `nil` for nothing.
    var writtenAddress: String? { value(.email)?.string }

    /// The organization's id, if there is one that can stand in a URL.
    mutating func organization(default standard: String?, isNeeded: Bool) -> String? {
        let written = text(.organization)?.trimmed() ?? ""
        let id = written.isEmpty ? standard ?? "" : written
        guard !id.isEmpty else {
            guard isNeeded else { return "" }
            add(.organizationMissing, .organization, nil, "Name the organization with --org, or in this column.")
            return nil
        }
        if id == "." || id == ".." || id.unicodeScalars.contains(where: { $0.isForbidden || $0 == " " }) {
            add(
                .characterForbidden, .organization, id,
                "An organization's id has no spaces or control characters, and is more than a dot or two.")
            return nil
        }
        if !OrganizationID.looksUsual(id) {
            add(
                .organizationUnusual, .organization, id,
                "This does not look like an organization's id (a lower-case name such as acme, or a uuid); check it.")
        }
        return id
    }

    /// Roles or groups; empty if there are none.
    ///
    /// - Parameter map: A role map. The row's values are then the other system's, unless the person said otherwise.
    mutating func list(_ field: Field, beside map: RoleMap?) -> [String] {
        if map != nil, !fields.ownLists.contains(field) { return [] }
        let items: [String]
        switch value(field) {
        case nil, .null: return []
        case .string(let text): items = names(ListValue.split(text), field)
        case .array(let values) where values.allSatisfy({ $0.string != nil }):
            items = names(values.compactMap(\.string).map { $0.trimmed() }, field)
        case .some(let other):
            if let parts = ListValue.parts(of: other) { return names(parts, field) }
            hasReadableLists = false
            add(.valueType, field, other.serialized, "Write a list of names, or names separated by a semicolon.")
            return []
        }
        for item in items where item.holdsForbidden {
            add(.characterForbidden, field, item, "A name has no control characters or line breaks; write it again.")
        }
        return items
    }

    /// The names without words for nothing, and without a label in front: `Role: admin`.
    private func names(_ texts: [String], _ field: Field) -> [String] {
        texts.map { text in
            guard text.holds(.colon) || text.holds(UInt8(ascii: "=")),
                let colon = text.firstIndex(where: { $0 == ":" || $0 == "=" }),
                ColumnNames.field(named: String(text[..<colon])) == field
            else { return text }
            return String(text[text.index(after: colon)...]).trimmed()
        }.filter { !NothingWord.isOne($0) }.withoutRepeats()
    }

    /// What a role map makes of the row's roles and groups.
    func mapped(_ map: RoleMap) -> RoleMap.Mapped {
        map.mapped(fields.roleSources.map { $0.value(in: record) ?? .null }, in: fields.roleColumns)
    }

    /// Whether the row has a message of its own.
    var hasOwnMessage: Bool { value(.message)?.string.map { !$0.trimmed().isEmpty } ?? false }

    /// The text for the mail: the row's own, else the filled-in template; `nil` if there is neither.
    mutating func message(_ template: MessageTemplate?, organization: String?, limit: Int) -> String? {
        let own = text(.message) ?? ""
        guard let text = own.trimmed().isEmpty ? filled(template, organization) : own else { return nil }
        let length = text.unicodeScalars.count
        if length > limit {
            add(
                .messageTooLong, .message, text,
                "The message has \(length) characters, \(limit) are allowed; shorten it by \(length - limit).")
        }
        if text.holdsForbidden,
            text.unicodeScalars.contains(where: { $0.isForbidden && !"\n\r\t".unicodeScalars.contains($0) })
        {
            add(.characterForbidden, .message, text, "The message has a control character; write it again without.")
        }
        if !own.trimmed().isEmpty {
            looksGarbled(own, .message)
            hasPlaceholder(own, .message)
        }
        return text
    }

    /// Adds a finding for an address outside the domains that mail may go to. An empty set allows all.
    mutating func domainIsAllowed(_ email: EmailAddress, _ domains: Set<String>) {
        guard !Self.allows(email, domains) else { return }
        add(
            .domainNotAllowed, .email, email.written,
            "Mail may go to other domains only (--allow-domain); allow this one as well, or remove the row.")
    }

    /// Whether mail may go to an address. An empty set allows all.
    static func allows(_ email: EmailAddress, _ domains: Set<String>) -> Bool {
        domains.isEmpty || EmailAddress.domain(email.domain, isWithin: domains)
    }

    /// Warns about a text that was saved in a wrong encoding, before it is mailed.
    mutating func looksGarbled(_ text: String, _ field: Field) {
        guard !text.isASCII, let meaning = GarbledText.meaning(of: text) ?? (text.holds("\u{FFFD}") ? "" : nil) else {
            return
        }
        let meant = meaning.isEmpty ? "" : ", as if this was meant: \(Printable.escape(meaning, limit: 80))"
        add(
            .textGarbled, field, text,
            "The letters look as if the file was saved in a wrong encoding\(meant). Export it again as UTF-8.")
    }

    /// Warns about a placeholder that nothing fills in: only `--message` is a template.
    mutating func hasPlaceholder(_ text: String, _ field: Field) {
        let own = Self.ownPlaceholders.first(where: text.holds)
        guard
            let words = ForeignPlaceholder(in: text, isTemplate: false)?.advice ?? own.map({ "\($0) means something" })
        else { return }
        add(.placeholderForeign, field, text, "\(words) in --message only, not in a cell. Write the text itself.")
    }

    private static let ownPlaceholders = MessageTemplate.own.map { "{\($0)}" }.sorted()

    mutating func missesRoleAndGroup() {
        add(
            .roleOrGroupMissing, .roles, nil,
            "Every invitation needs a role or a group; write one, or give --role or --group for rows without.")
    }

    private mutating func filled(_ template: MessageTemplate?, _ organization: String?) -> String? {
        guard let template else { return nil }
        var blank: [String] = []
        let text = template.filled { placeholder in
            let value = self.value(of: placeholder, organization).trimmed()
            if value.isEmpty { blank.append(placeholder) }
            return value
        }
        for placeholder in blank.withoutRepeats() {
            let shown = Printable.escape(placeholder, limit: 40)
            add(.placeholderBlank, .message, nil, "There is nothing in this row for {\(shown)} of the message.")
        }
        return text
    }

    private func value(of placeholder: String, _ organization: String?) -> String {
        switch placeholder {
        case "name": name ?? ""
        case "email": value(.email)?.cell ?? ""
        case "organization": organization ?? ""
        default:
            fields.placeholders[placeholder]?.value(in: record)
                .flatMap { $0.isNothing() ? nil : SpreadsheetSafe.unescape($0.cell) } ?? ""
        }
    }

    /// The person's name, if the row has one.
    var name: String? {
        let text = NothingWord.withoutThem(value(.name)?.string?.trimmed() ?? "")
        return text.isEmpty ? nil : text
    }

    // MARK: - Values

    /// The value of a field, without the apostrophe that keeps a spreadsheet from running it.
    private func value(_ field: Field) -> JSONValue? {
        let value = fields.value(field, in: record)
        return value?.string.map { .string(SpreadsheetSafe.unescape($0)) } ?? value
    }

    private mutating func text(_ field: Field) -> String? {
        switch value(field) {
        case nil, .null: return nil
        case .string(let text): return text
        case .some(let other):
            add(.valueType, field, other.serialized, "This must be a text in quotation marks.")
            return nil
        }
    }

    mutating func add(_ code: Finding.Code, _ field: Field, _ value: String?, _ advice: String) {
        add(Finding(code, line: record.line, column: columnName(field), value: value, advice: advice))
    }

    /// The name of a field's column as written; the field's own name if no column gives it.
    func columnName(_ field: Field) -> String {
        fields.name(of: field, among: columns)
    }

    mutating func add(_ finding: Finding) { findings.append(finding) }
}

extension FieldMap {
    /// The name of a field's column as written; the field's own name if no column gives it.
    func name(of field: Field, among columns: [String]) -> String {
        self[field].flatMap { $0 < columns.count ? columns[$0] : nil } ?? field.rawValue
    }
}

extension String {
    /// Whether there is a control character. Texts are asked by bytes first, as hardly any has one.
    fileprivate var holdsForbidden: Bool {
        utf8.contains { $0 < 0x20 || $0 >= 0x7F } && unicodeScalars.contains(where: \.isForbidden)
    }
}

extension Unicode.Scalar {
    /// Whether this is a control character: C0, DEL or C1.
    var isForbidden: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
