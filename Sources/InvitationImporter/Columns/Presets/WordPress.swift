extension Preset {
    /// The table `wp_users`, and `wp user list`.
    static let wordPress = Preset(
        "wordpress", title: "WordPress, users",
        signatures: [
            ["user_login", "user_email", "user_registered"], ["user_login", "user_email", "user_nicename"],
            ["user_login", "user_email", "display_name"],
        ],
        email: ["user_email"],
        personName: ["display_name", "first_name + last_name", "user_nicename"],
        roleSources: ["roles"],
        status: [
            // Everybody has 0.
            .invites("user_status", "0", ""),
            .skips("spam", if: true, as: "blocked"),
            .skips("deleted", if: true, as: "deleted"),
        ],
        secrets: ["user_pass", "user_activation_key"],
        theirs: ["roles"])
}
