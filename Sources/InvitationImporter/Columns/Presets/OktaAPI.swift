extension Preset {
    /// `GET /api/v1/users`: an array of objects, or one on each line.
    static let oktaAPI = Preset(
        "okta", title: "Okta, users of the API",
        signatures: [
            ["status", "profile.login", "profile.email"],
            ["status", "profile.login", "created"],
        ],
        email: ["profile.email", "profile.login"],
        personName: ["profile.displayName", "profile.firstName + profile.lastName"],
        roleSources: ["profile.department"],
        status: [
            .invites(
                "status", "ACTIVE", "PROVISIONED", "RECOVERY", "LOCKED_OUT", "PASSWORD_EXPIRED",
                // The same in the admin console.
                "Password reset", "Pending user action")
        ],
        secrets: ["credentials"])
}
