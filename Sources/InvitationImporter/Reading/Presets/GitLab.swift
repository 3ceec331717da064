extension Preset {
    /// Group, Manage, Members, Export as CSV. A person has a row for each group and project; the roles unite.
    static let gitLab = Preset(
        "gitlab", title: "GitLab, members of a group",
        signatures: [
            ["Username", "Path", "Access granted"],
            ["Username", "Access granted", "Access expiration"],
            ["Username", "Membership type", "Role"],
        ],
        email: ["Email"],
        personName: ["Name", "Username"],
        roleSources: ["Role", "Max role"],
        status: [
            .invites("Membership status", "approved", "active", ofMembership: true),
            .skips("Email", containing: ["@noreply."], as: "bot"),
            .skips("Email", beginning: ["project_#_bot", "group_#_bot"], as: "bot"),
            .skips("Username", beginning: ["project_#_bot", "group_#_bot"], as: "bot"),
            .skips("Username", containing: ["service_account_"], as: "bot"),
        ])
}
