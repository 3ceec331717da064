/// Which names of columns and members say that a value is a secret: those that everybody uses, and those of a preset.
struct SecretNames: Sendable {
    /// The judgement on a column's name.
    enum Judgement {
        case ordinary
        /// Only the value can tell.
        case doubtful
        /// Only the key in brackets says that it is a secret, and that may be a remark. If an invitation depends on the
        /// column, it is not emptied because of it.
        case secretByKey
        case secret
    }

    private let named: Set<String>
    /// The names that were judged already; at most 10,000.
    private var known: [String: Bool] = [:]

    init(_ preset: Preset?) {
        named = Set(preset?.secrets.map(ColumnNames.folded) ?? [])
    }

    /// Whether a column's or member's name says that its value is a secret.
    func tells(_ name: String) -> Bool { isNamed(name) || SecretName.isSecret(name) }

    /// The same, remembered.
    mutating func isSecret(_ name: String) -> Bool {
        if let known = known[name] { return known }
        let isSecret = tells(name)
        if known.count < 10_000 { known[name] = isSecret }
        return isSecret
    }

    /// Whether a column is emptied even if something is taken from it.
    func isAlwaysSecret(_ name: String) -> Bool { isNamed(name) || SecretName.isSecretWithoutBrackets(name) }

    /// What a column's name says about its values.
    mutating func judge(_ name: String) -> Judgement {
        guard isSecret(name) else { return SecretName.isDoubtful(name) ? .doubtful : .ordinary }
        return isAlwaysSecret(name) ? .secret : .secretByKey
    }

    private func isNamed(_ name: String) -> Bool {
        named.contains(ColumnNames.folded(name)) || ColumnNames.bracketed(name).map(named.contains) == true
    }
}
