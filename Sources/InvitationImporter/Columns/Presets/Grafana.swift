extension Preset {
    /// `GET /api/users` and `GET /api/org/users`.
    static let grafana = Preset(
        "grafana", title: "Grafana, users",
        signatures: [
            ["login", "email", "isDisabled"], ["login", "email", "lastSeenAtAge"],
            ["orgId", "userId", "login", "role"],
        ],
        email: ["email"],
        personName: ["name", "login"],
        roleSources: ["role"],
        status: [
            .skips("isDisabled", if: true, as: "disabled")
        ],
        theirs: [
            // Where a person's password is kept, not who they are.
            "isExternal", "isExternallySynced", "orgId", "role",
        ])
}
