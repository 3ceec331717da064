extension Preset {
    /// The job "export users", as one object on each line or as CSV, with the fields that were asked for.
    static let auth0 = Preset(
        "auth0", title: "Auth0, export of users",
        signatures: [
            ["user_id", "email", "email_verified"],
            ["user_id", "email", "identities"],
            ["user_id", "email", "app_metadata"],
            ["user_id", "email", "given_name", "family_name"],
            ["user_id", "email", "nickname"],
        ],
        email: ["email"],
        personName: ["name", "given_name + family_name", "nickname"],
        status: [
            .skips("blocked", if: true, as: "blocked")
        ],
        theirs: ["org_id", "org_name", "app_metadata", "user_metadata"])
}
