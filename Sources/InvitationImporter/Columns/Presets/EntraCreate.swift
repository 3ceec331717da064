extension Preset {
    /// The template of Entra's "Bulk create". Its keys are in brackets, after labels in any language. Its third line is
    /// an example.
    ///
    /// Users that PowerShell exports have columns of the same names without brackets. There `AccountEnabled` means the
    /// opposite: here it says whether signing in is blocked.
    static let entraCreate = Preset(
        "entra-create", title: "Microsoft Entra ID, template for creating in bulk",
        signatures: [
            ["userPrincipalName", "displayName", "[passwordProfile]"],
            ["userPrincipalName", "displayName", "[passwordProfile]", "[accountEnabled]"],
            ["userPrincipalName", "displayName", "[accountEnabled]"],
            ["userPrincipalName", "displayName", "[accountEnabled]", "givenName", "surname"],
        ],
        email: ["userPrincipalName"],
        personName: ["displayName", "givenName + surname"],
        roleSources: ["department"],
        status: [
            .skips("accountEnabled", if: true, as: "blocked"),
            .skips("displayName", containing: ["example:"], as: "example of the template"),
            .skips("userPrincipalName", containing: ["example:", "@contoso.com"], as: "example of the template"),
        ],
        secrets: ["passwordProfile"])
}
