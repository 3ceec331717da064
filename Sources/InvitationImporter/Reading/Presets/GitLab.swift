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
            .skips(
                "Membership status",
                [
                    "pending": "pending", "awaiting": "pending", "invited": "pending", "blocked": "blocked",
                    "banned": "banned",
                    "deactivated": "deactivated",
                ]),
            .skips("Email", containing: ["@noreply.", "_bot_", "_bot@"], as: "bot"),
        ])
}
