extension Preset {
    /// `mattermost export`, whose lines have a type, and the API's list of users.
    static let mattermost = Preset(
        "mattermost", title: "Mattermost, users",
        signatures: [
            ["type", "user.username", "user.email"], ["username", "email", "delete_at", "auth_service"],
            ["username", "email", "delete_at", "notify_props"],
        ],
        email: ["user.email", "email"],
        personName: ["user.first_name + user.last_name", "first_name + last_name", "username"],
        roleSources: ["user.roles"],
        status: [
            .invites("type", "user", ""),
            .skipsUnlessBlank("user.delete_at", as: "deleted"),
            .skipsUnlessBlank("delete_at", as: "deleted"),
            .skips("user.roles", containing: ["guest"], as: "guest"),
            .skips("roles", containing: ["guest"], as: "guest"),
            .skips("is_bot", if: true, as: "bot"),
        ],
        theirs: ["roles", "user.position"])
}
