extension Preset {
    /// `users.json` of an export of messages, and the API's `users.list`.
    static let slackUsers = Preset(
        "slack-users", title: "Slack, users of an export or of the API",
        signatures: [
            ["id", "name", "deleted", "profile.email"], ["id", "name", "is_restricted", "profile.email"],
            ["id", "team_id", "is_bot", "profile"],
        ],
        email: ["profile.email"],
        personName: ["profile.real_name", "real_name", "profile.display_name", "name"],
        status: [
            .skips("deleted", if: true, as: "deleted"),
            .skips("is_bot", if: true, as: "bot"),
            .skips("is_restricted", if: true, as: "guest"),
            .skips("is_ultra_restricted", if: true, as: "guest"),
            .skips("is_stranger", if: true, as: "guest"),
            .skips("is_invited_user", if: true, as: "pending"),
            .skips("is_workflow_bot", if: true, as: "bot"),
        ],
        theirs: [
            // What people say about themselves, and whether they have allowed an app to act for them.
            "profile.status_text", "profile.status_text_canonical", "profile.status_emoji", "profile.status_expiration",
            "is_app_user",
        ])
}
