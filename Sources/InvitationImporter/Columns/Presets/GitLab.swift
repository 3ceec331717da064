extension Preset {
    /// Group, Manage, Members, Export as CSV. A person has a row for each group and project. The roles unite.
    static let gitLab = Preset(
        "gitlab", title: "GitLab, members of a group",
        signatures: [
            ["Username", "Path", "Access granted"],
            ["Username", "Access granted", "Access expiration"],
            ["Username", "Membership type", "Role"],
            // The API's list of users.
            ["username", "state", "avatar_url"],
            ["username", "state", "web_url"],
        ],
        email: ["Email", "public_email"],
        personName: ["Name", "Username"],
        roleSources: ["Role", "Max role"],
        status: [
            .invites("Membership status", "approved", "active", ofMembership: true),
            .invites("state", "active"),
            .skips("bot", if: true, as: "bot"),
            .skips("external", if: true, as: "guest"),
            .skips("Email", containing: ["@noreply."], as: "bot"),
            .skips("Email", beginning: ["project_#_bot", "group_#_bot"], as: "bot"),
            .skips("Username", beginning: ["project_#_bot", "group_#_bot"], as: "bot"),
            .skips("Username", containing: ["service_account_"], as: "bot"),
        ],
        // What people say about themselves, and which members a group or a project has.
        theirs: ["organization", "Type", "Membership type", "Membership source"])
}
