extension Preset {
    /// A realm's export or partial import, a directory export in several files, or the list of the admin API.
    static let keycloak = Preset(
        "keycloak", title: "Keycloak, users of a realm",
        signatures: [
            ["username", "enabled", "emailVerified"],
            ["username", "enabled", "createdTimestamp"],
            ["username", "enabled", "realmRoles"],
            ["username", "enabled", "firstName", "lastName"],
        ],
        email: ["email"],
        personName: ["firstName + lastName", "username"],
        roleSources: ["realmRoles[]", "groups[]", "clientRoles[][]"],
        status: [
            .skips("enabled", if: false, as: "disabled"),
            .skipsUnlessBlank("serviceAccountClientId", as: "bot"),
        ],
        secrets: ["credentials"],
        theirs: ["realmRoles", "groups", "clientRoles", "attributes"])
}
