extension Preset {
    /// Dashboard, Settings, Export users. The file may begin with `#` lines.
    static let clerk = Preset(
        "clerk", title: "Clerk, users",
        signatures: [
            ["primary_email_address", "verified_email_addresses"],
            ["primary_email_address", "password_digest"],
            ["primary_email_address", "unverified_email_addresses"],
        ],
        email: ["primary_email_address", "verified_email_addresses[]"],
        personName: ["first_name + last_name", "username"],
        status: [
            .skips("banned", if: true, as: "banned"),
            .skips("locked", if: true, as: "blocked"),
        ],
        secrets: ["totp_secret", "password_digest"])
}
