extension Preset {
    /// admin.atlassian.com, Directory, Users, Export users.
    static let atlassian = Preset(
        "atlassian", title: "Atlassian, users of an organization",
        signatures: [
            ["User id", "User name", "email", "User status"],
            ["User id", "User status", "Added to org"],
        ],
        email: ["email"],
        personName: ["User name"],
        roleSources: ["Org role"],
        status: [
            .invites("User status", "Active")
        ])
}
