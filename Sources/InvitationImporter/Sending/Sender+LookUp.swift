public import CurlMulti

// MARK: - Looking before anything is sent

extension Sender {
    /// Reads the server's roles, groups and organizations, and the invitations and members of these organizations, all at
    /// once. What is read of the latter is also what settling compares with: it is read once.
    public mutating func lookUp(_ organizations: [String], at now: Instant) {
        catalogues = [ListRequest.List.organizations, .roles, .groups].map(Catalogue.init)
        for organization in organizations { openListing(of: organization, at: now) }
    }

    /// Reads the invitations of these organizations, also of those whose list was read before.
    public mutating func lookUp(invitationsOf organizations: [String], at now: Instant) {
        for organization in organizations {
            listings[organization] = nil
            openListing(of: organization, at: now)
        }
    }

    /// Whether a list is still being read without which nothing goes on.
    public var isLookingUp: Bool {
        listings.values.contains { $0.access == .reading } || catalogues.contains { !$0.isOver }
    }
}
