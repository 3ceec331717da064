extension Preset {
    /// Admin, Users, Export.
    static let discourse = Preset(
        "discourse", title: "Discourse, users",
        signatures: [
            ["username", "suspended_till", "silenced_till"], ["username", "email", "trust_level"],
            ["username", "suspended_at", "suspended_till", "staged"],
        ],
        email: ["email"],
        personName: ["name", "username"],
        roleSources: ["group_names"],
        status: [
            .skipsUntil("suspended_till", as: "suspended"),
            .skipsUntil("silenced_till", as: "blocked"),
            .skips("active", if: false, as: "inactive"),
            .skips("staged", if: true, as: "pending"),
        ],
        theirs: [
            // The first is when a suspension began, which may be over. The second is a no for everybody where nobody
            // needs approval.
            "suspended_at", "approved", "title",
        ])
}
