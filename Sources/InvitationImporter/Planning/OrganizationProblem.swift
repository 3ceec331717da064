/// What is wrong with the organization of a whole import.
public enum OrganizationProblem: Error, Hashable, Sendable {
    /// Neither the options nor the rows name one.
    case missing
    /// The server does not know the organization of the options, which is for all rows that name none. It knows these,
    /// by id.
    case unknown(String, known: [String])

    /// The problem that the server has with the organization of the options; `nil` for none.
    init?(_ options: ImportOptions, _ snapshot: ServerSnapshot?) {
        let known = snapshot?.organizations ?? []
        guard let name = options.organization, !known.isEmpty,
            !known.contains(where: { $0.id == name || $0.uid == name })
        else { return nil }
        self = .unknown(name, known: known.map(\.id))
    }
}
