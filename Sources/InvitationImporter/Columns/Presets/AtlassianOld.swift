extension Preset {
    /// The older export, with a row for each group of a person.
    static let atlassianOld = Preset(
        "atlassian-groups", title: "Atlassian, members of groups",
        signatures: [
            ["group_name", "username", "full_name", "active"],
            ["group_name", "full_name", "last_login"],
        ],
        email: ["email"],
        personName: ["full_name", "username"],
        roleSources: ["group_name"],
        status: [
            .skips("active", if: false, as: "inactive")
        ])
}
