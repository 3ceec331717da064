/// Takes secrets out of rows as they are read, so that nothing behind the reader can write them anywhere.
///
/// Exports hold password hashes, one-time-password seeds and tokens. They are recognised by the names of their columns
/// and, in JSON, of members at any depth; a preset can name more.
struct Secrets: Sendable {
    /// Names whose values were taken out, as written, in the order they came; at most 20.
    private(set) var found: [String] = []
    private let named: Set<String>
    private var known: [String: Bool] = [:]
    /// Columns that were judged already.
    private var columns: [Bool] = []
    private var hasColumns = false
    /// Whether values can be objects and arrays, as in JSON.
    private let mayNest: Bool

    init(_ preset: Preset?, mayNest: Bool) {
        self.mayNest = mayNest
        named = Set(preset?.secrets.map(ColumnNames.folded) ?? [])
    }

    /// Whether a name says that its value is a secret.
    static func isSecret(_ name: String) -> Bool {
        let folded = ColumnNames.folded(name)
        if always.contains(where: folded.contains) || folded == "hash" || folded.hasSuffix("salt") { return true }
        return passwords.contains(where: folded.contains) && !harmless.contains(where: folded.contains)
    }

    private static let always = [
        "secret", "totp", "digest", "token", "credential", "apikey", "accesskey", "privatekey", "recoverycode",
        "backupcode",
    ]
    private static let passwords = ["password", "passwd", "passwort", "pwhash"]
    private static let harmless = [
        "change", "function", "hasher", "hashtype", "algorithm", "expir", "enabled", "strength", "policy", "updated",
    ]

    private mutating func isSecretName(_ name: String) -> Bool {
        if let known = known[name] { return known }
        let isSecret = named.contains(ColumnNames.folded(name)) || Self.isSecret(name)
        if known.count < 10_000 { known[name] = isSecret }
        return isSecret
    }

    /// Takes the secrets out of a row.
    mutating func remove(from record: inout Record, names: [String], _ fields: FieldMap) {
        while columns.count < names.count {
            columns.append(isSecretName(names[columns.count]))
            hasColumns = hasColumns || columns[columns.count - 1]
        }
        if hasColumns || mayNest { removeValues(from: &record, names: names) }
        removeFromDamaged(&record, fields)
    }

    private mutating func removeValues(from record: inout Record, names: [String]) {
        for index in 0..<min(record.values.count, names.count) {
            switch record.values[index] {
            case nil, .null,
                .bool where !columns[index], .number where !columns[index], .string where !columns[index]:
                continue
            case .some(let value) where columns[index]:
                if !value.isBlank { note(names[index]) }
                record.values[index] = value.string == nil ? nil : .string("")
            case .some(let value):
                record.values[index] = cleaned(value)
            }
        }
    }

    /// In a row that is not as the header has it, a secret may stand anywhere. Where only cells are missing, the row is
    /// still used, and what is used of it stays.
    private mutating func removeFromDamaged(_ record: inout Record, _ fields: FieldMap) {
        guard !record.findings.isEmpty || record.unread != nil else { return }
        if let text = record.unread, hasColumns || Self.isSecret(text) {
            note("line \(record.line)")
            record.unread = "(left out, as the input holds secrets: see line \(record.line))"
        }
        guard hasColumns, record.findings.contains(where: { $0.code.isAboutShape }) else { return }
        let isUsed = record.findings.allSatisfy { $0.level == .warning }
        for index in record.values.indices where !(isUsed && fields.uses(column: index)) {
            record.values[index] = record.values[index].map { _ in .string("") }
        }
        for index in record.findings.indices { record.findings[index].value = nil }
    }

    private mutating func cleaned(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            var kept: [JSONValue.Member] = []
            for member in members {
                if isSecretName(member.name) {
                    if !member.value.isBlank { note(member.name) }
                } else {
                    kept.append(.init(member.name, cleaned(member.value)))
                }
            }
            return .object(kept)
        case .array(let elements): return .array(elements.map { cleaned($0) })
        case .null, .bool, .number, .string: return value
        }
    }

    private mutating func note(_ name: String) {
        if found.count < 20, !found.contains(name) { found.append(name) }
    }
}

extension Finding.Code {
    /// Whether the row's values may stand in the wrong columns.
    var isAboutShape: Bool { self == .cellsMissing || self == .cellsExtra || self == .quoteStray }
}
