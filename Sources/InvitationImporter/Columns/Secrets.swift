/// Removes secrets from rows as they are read, so that nothing after the reader can write them anywhere.
///
/// Exports hold password hashes, one-time-password seeds and tokens. They are recognised by the names of their columns
/// and, in JSON, of members at any depth, even in JSON inside a cell. A preset can name more.
struct Secrets: Sendable {
    /// The names whose values were removed, as written, in the order in which they came; at most 10,000.
    private(set) var found: [String] = []
    private var isFound: Set<String> = []
    /// The columns from which values were removed.
    private(set) var emptied: Set<Int> = []
    /// The columns with a secret's name whose values are states, and so were left.
    private(set) var spared: Set<Int> = []
    private var secretNames: SecretNames
    /// The current depth of JSON inside JSON texts, and the limit. What lies deeper is left out, not read.
    private var level = 0
    private static let levelLimit = 4
    /// The columns that were judged already.
    private var columns: [SecretNames.Judgement] = []
    private var hasColumns = false

    /// Stands for a status value that was nothing but secrets. It must not look like a blank one.
    private static let leftOut = "(left out, as it holds secrets)"
    /// Whether the current column decides who is invited.
    private var decides = false

    init(_ preset: Preset?) {
        secretNames = SecretNames(preset)
    }

    /// Removes the secrets from a row.
    mutating func remove(from record: inout Record, names: [String], _ fields: FieldMap) {
        while columns.count < names.count {
            columns.append(secretNames.judge(names[columns.count]))
            hasColumns = hasColumns || ![.ordinary, .doubtful].contains(columns[columns.count - 1])
        }
        removeValues(from: &record, names: names, fields)
        removeFromDamaged(&record, fields)
    }

    /// Whether a column was judged, and its name does not suggest a secret.
    func isOrdinary(column: Int) -> Bool { column < columns.count && columns[column] == .ordinary }

    private func isSecret(column: Int, _ fields: FieldMap) -> Bool {
        switch columns[column] {
        case .ordinary, .doubtful: false
        case .secretByKey: !fields.takes(from: column)
        case .secret: true
        }
    }

    private mutating func removeValues(from record: inout Record, names: [String], _ fields: FieldMap) {
        for index in 0..<min(record.values.count, names.count) {
            let isSecret = isSecret(column: index, fields)
            switch record.values[index] {
            case nil, .null, .bool: continue
            case .number where !isSecret: continue
            case .string(let text) where isSecret && text.isPlainAnswer: continue
            case .string(let text) where isSecret && fields.decides(column: index) && !text.trimmed().isEmpty:
                removeUnlessState(text, index, names, of: &record)
            case .string(let text) where !isSecret && isSecretText(text, index):
                // A part of the invitation stays. A status must not look blank.
                let decides = fields.decides(column: index)
                guard decides || !fields.takes(from: index) else { continue }
                empty(index, names, of: &record, with: decides ? Self.leftOut : "")
            case .string(let text) where !isSecret && !text.mayBeJSON: continue
            case .some(let value) where isSecret:
                if !value.isBlank { note(names[index]) }
                emptied.insert(index)
                record.values[index] = value.string == nil ? nil : .string("")
            case .some(let value):
                decides = fields.decides(column: index)
                record.values[index] = cleaned(value)
            }
        }
        decides = false
    }

    /// A column such as `Block credential` has a secret's name and says who is in. What is a state stays, and what is
    /// not understood must not look blank.
    private mutating func removeUnlessState(
        _ text: String, _ index: Int, _ names: [String], of record: inout Record
    ) {
        if text.isState {
            spared.insert(index)
        } else {
            let isSecret = SecretValue.isSecret(text) || SecretValue.looksRandom(text)
            empty(index, names, of: &record, with: isSecret ? "" : Self.leftOut)
        }
    }

    private mutating func empty(_ index: Int, _ names: [String], of record: inout Record, with text: String) {
        note(names[index])
        emptied.insert(index)
        record.values[index] = .string(text)
    }

    /// Whether a value is a secret by itself, or together with a doubtful name.
    private func isSecretText(_ text: String, _ index: Int) -> Bool {
        SecretValue.isSecret(text) || SecretValue.holdsSecret(text)
            || columns[index] == .doubtful && SecretValue.looksRandom(text)
    }

    /// Removes secrets from a row that does not match the header: a secret may stand anywhere in it. If only cells are
    /// missing, the row is still used, and its used values stay.
    private mutating func removeFromDamaged(_ record: inout Record, _ fields: FieldMap) {
        guard !record.findings.isEmpty || record.unread != nil else { return }
        if let text = record.unread, hasColumns || SecretName.isMentioned(in: text) {
            note("line \(record.line)")
            record.unread = "(left out, as the input holds secrets: see line \(record.line))"
        }
        guard hasColumns, record.findings.contains(where: { $0.code.isAboutShape }) else { return }
        let isUsed = record.findings.allSatisfy { $0.level == .warning }
        for index in record.values.indices where !(isUsed && fields.takes(from: index)) {
            record.values[index] = record.values[index].map { _ in .string("") }
        }
        for index in record.findings.indices { record.findings[index].value = nil }
    }

    private mutating func cleaned(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            let isPair = Self.namesSecret(members)
            var kept: [JSONValue.Member] = []
            for member in members {
                let isSecret =
                    secretNames.isSecret(member.name)
                    || isPair && Self.valueNames.contains(ColumnNames.folded(member.name))
                let isState = decides && member.value.string?.isState == true
                if isSecret && !member.value.isPlainAnswer && !isState || isSecretValue(member) {
                    if !member.value.isBlank { note(member.name) }
                } else {
                    kept.append(.init(member.name, cleaned(member.value)))
                }
            }
            return decides && kept.isEmpty && !members.isEmpty ? .string(Self.leftOut) : .object(kept)
        case .array(let elements): return .array(elements.map { cleaned($0) })
        case .string(let text): return text.mayBeJSON ? .string(cleaned(text)) : value
        case .null, .bool, .number: return value
        }
    }

    private func isSecretValue(_ member: JSONValue.Member) -> Bool {
        guard let text = member.value.string else { return false }
        return SecretValue.isSecret(text) || SecretValue.holdsSecret(text)
            || SecretName.isDoubtful(member.name) && SecretValue.looksRandom(text)
    }

    /// Whether one member of an object names a secret whose value is in another: `{"name":"password","value":"…"}`.
    private static func namesSecret(_ members: [JSONValue.Member]) -> Bool {
        members.contains { member in
            guard nameNames.contains(ColumnNames.folded(member.name)), let name = member.value.string else {
                return false
            }
            return name.utf8.count <= 100 && SecretName.isSecret(name)
        }
    }

    private static let nameNames: Set<String> = [
        "name", "key", "attribute", "attr", "field", "fieldname", "label", "type", "id", "title", "property", "column",
        "k",
        "question", "credentialtype", "metakey",
    ]
    private static let valueNames: Set<String> = [
        "value", "values", "val", "content", "data", "text", "answer", "v", "fieldvalue", "stringvalue", "metavalue",
        "credentialdata", "secretdata",
    ]

    /// Removes secrets from a text that is itself JSON. Databases and identity providers write such texts for values
    /// without a column.
    private mutating func cleaned(_ text: String) -> String {
        level += 1
        defer { level -= 1 }
        if level <= Self.levelLimit, let value = try? JSONValue(parsing: text) {
            let kept = cleaned(value)
            return kept == value ? text : kept.serialized
        }
        let isSuspect = level > Self.levelLimit ? SecretName.isMentioned(in: text) : SecretName.isKey(in: text)
        guard isSuspect else { return text }
        note("a cell that is almost JSON")
        return Self.leftOut
    }

    private mutating func note(_ name: String) {
        if found.count < 10_000, isFound.insert(name).inserted { found.append(name) }
    }
}

extension Finding.Code {
    /// Whether the row's values may stand in the wrong columns.
    var isAboutShape: Bool { self == .cellsMissing || self == .cellsExtra || self == .quoteStray }
}

extension FieldMap {
    /// Whether any part of an invitation depends on a column.
    func takes(from column: Int) -> Bool {
        uses(column: column) || roleSources.contains { $0.column == column }
    }

    /// Whether a column decides who is invited.
    fileprivate func decides(column: Int) -> Bool {
        rules.contains { $0.places.contains { $0.column == column } || $0.condition?.column == column }
    }
}

extension JSONValue {
    /// Whether it is a plain yes or no, such as Keycloak's `totp`: it says that there is a secret, not which.
    fileprivate var isPlainAnswer: Bool {
        switch self {
        case .bool: true
        case .number(let text): text == "0" || text == "1"
        case .string(let text): text.isPlainAnswer
        default: false
        }
    }
}

extension String {
    /// Whether the text is a plain yes or no, in any language.
    fileprivate var isPlainAnswer: Bool {
        utf8.count <= 12 && !trimmed().isEmpty && BooleanWord.read(self) != nil
    }

    /// Whether the text says that somebody is in or out, or is a day. No secret does.
    fileprivate var isState: Bool {
        guard utf8.count <= 40 else { return false }
        let words = StatusText(self)
        return !words.states.isEmpty || words.isIn || CalendarText.days(trimmed()) != nil
    }

    /// Whether the text begins like an object, an array or a string of JSON.
    fileprivate var mayBeJSON: Bool {
        guard var first = utf8.first else { return false }
        if first.isBlank { first = utf8.first { !$0.isBlank } ?? first }
        return first == .openBrace || first == .openBracket || first == .quote
    }
}
