extension Preset {
    /// The template of Entra's "Bulk create", whose keys are in brackets. Its third line is an example.
    static let entraCreate = Preset(
        "entra-create", title: "Microsoft Entra ID, template for creating in bulk",
        signatures: [
            ["userPrincipalName", "displayName", "passwordProfile"],
            ["userPrincipalName", "displayName", "passwordProfile", "accountEnabled"],
        ],
        email: ["userPrincipalName"],
        personName: ["displayName", "givenName + surname"],
        roleSources: ["department"],
        status: [
            .skips("accountEnabled", ["yes": "blocked", "true": "blocked"]),
            .skips("displayName", containing: ["example:"], as: "example of the template"),
            .skips("userPrincipalName", containing: ["example:", "@contoso.com"], as: "example of the template"),
        ],
        secrets: ["passwordProfile"])
}
