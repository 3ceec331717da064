extension Preset {
    /// Microsoft 365 admin center, Users, Active users, Export users.
    static let microsoft365 = Preset(
        "microsoft-365", title: "Microsoft 365, active users",
        signatures: [
            ["User principal name", "Display name", "Block credential"], ["User principal name", "Licenses"],
            ["User principal name", "Object Id", "DirSyncEnabled"],
            ["User principal name", "Soft deletion time stamp"],
        ],
        email: ["User principal name"],
        personName: ["Display name", "First name + Last name"],
        roleSources: ["Department"],
        status: [
            .skips("Block credential", if: true, as: "blocked"),
            .skipsUnlessBlank("Soft deletion time stamp", as: "deleted"),
            .skips("User principal name", containing: ["#ext#"], as: "guest"),
        ])
}
