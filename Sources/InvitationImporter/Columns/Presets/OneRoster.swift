extension Preset {
    /// `users.csv` of OneRoster 1.1 and 1.2.
    static let oneRoster = Preset(
        "oneroster", title: "OneRoster, users of a school",
        signatures: [
            ["sourcedId", "enabledUser", "username"], ["sourcedId", "givenName", "familyName"],
        ],
        email: ["email"],
        personName: ["givenName + familyName"],
        roleSources: ["role"],
        status: [
            .invites("status", "active", ""),
            .skips("enabledUser", if: false, as: "disabled"),
        ],
        theirs: ["role"])
}
