extension Preset {
    /// Workspace settings, Manage members, Export member list.
    static let slack = Preset(
        "slack", title: "Slack, list of members",
        signatures: [
            ["userid", "billing-active", "has-2fa"],
            ["username", "billing-active", "has-sso"],
            ["userid", "fullname", "expiration-timestamp"],
        ],
        email: ["email"],
        personName: ["fullname", "displayname"],
        roleSources: ["status"],
        status: [
            .invites(
                "status", "Member", "Full Member", "Admin", "Owner", "Primary Owner", "Workspace Admin",
                "Workspace Owner",
                "Org Admin", "Org Owner", "Org Primary Owner", "Workspace Primary Owner")
        ])
}
