extension Preset {
    /// `gam print users`, with the fields that were asked for.
    static let gam = Preset(
        "gam", title: "Google Workspace, written by GAM",
        signatures: [
            ["primaryEmail", "name.fullName"],
            ["primaryEmail", "name.givenName"],
            ["primaryEmail", "suspended"],
            ["primaryEmail", "orgUnitPath"],
        ],
        email: ["primaryEmail"],
        personName: ["name.fullName", "name.givenName + name.familyName"],
        roleSources: ["orgUnitPath"],
        status: [
            .skips("suspended", if: true, as: "suspended"),
            .skips("archived", if: true, as: "archived"),
        ])
}
