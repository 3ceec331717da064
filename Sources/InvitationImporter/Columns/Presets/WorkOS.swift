extension Preset {
    /// The CSV for imports of users.
    static let workOS = Preset(
        "workos", title: "WorkOS, users",
        signatures: [
            ["password_hash_type", "role_slugs"],
            ["external_id", "org_external_id"],
            ["org_id", "org_name", "role_slugs"],
        ],
        email: ["email"],
        personName: ["first_name + last_name"],
        roleSources: ["role_slugs"],
        secrets: ["password_hash"],
        theirs: ["org_id", "org_name"])
}
