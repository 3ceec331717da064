/// What is wrong with the organization of a whole import.
public enum OrganizationProblem: Error, Hashable, Sendable {
    /// Neither options nor rows name one.
    case missing
    /// The server does not know the one that all rows without one are for; it knows these, by id.
    case unknown(String, known: [String])

    /// What the server says to the organization of the options; `nil` for nothing.
    init?(_ options: ImportOptions, _ snapshot: ServerSnapshot?) {
        let known = snapshot?.organizations ?? []
        guard let name = options.organization, !known.isEmpty,
            !known.contains(where: { $0.id == name || $0.uid == name })
        else { return nil }
        self = .unknown(name, known: known.map(\.id))
    }
}
