extension Preset {
    /// `bw list org-members`.
    static let bitwarden = Preset(
        "bitwarden", title: "Bitwarden, members of an organization",
        signatures: [
            ["object", "email", "status", "type"], ["object", "email", "status", "twoFactorEnabled"],
        ],
        email: ["email"],
        personName: ["name"],
        status: [
            // -1 is revoked, 0 invited, 1 accepted, 2 confirmed.
            .invites("status", "2")
        ],
        theirs: ["type"])
}
