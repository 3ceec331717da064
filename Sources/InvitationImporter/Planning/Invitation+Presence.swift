extension Invitation {
    /// How the invitation differs from what somebody has at the server already; `nil` if it does not.
    func difference(from presence: ServerSnapshot.Presence, line: Int) -> Finding? {
        let differs = { (there: [String]?, asked: [String]) in there.map { Set($0) != Set(asked) } ?? false }
        let groups = presence.isMember ? nil : presence.groups
        guard differs(presence.roles, roles) || differs(groups, self.groups) else { return nil }
        let there = ((presence.roles ?? []) + (groups ?? [])).joined(separator: ", ")
        let words = there.isEmpty ? "none" : there
        return presence.isMember
            ? Finding(
                .memberDiffers, line: line, value: email,
                advice:
                    "A member already, with the roles \(words). Inviting does not change them; do that at the server.")
            : Finding(
                .invitationDiffers, line: line, value: email,
                advice: "Invited already, with \(words). That invitation stays as it is.")
    }
}
