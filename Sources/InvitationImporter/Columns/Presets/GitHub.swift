extension Preset {
    /// Organization, People, Export, and the list of an enterprise's licences.
    static let gitHub = Preset(
        "github", title: "GitHub, people of an organization or enterprise",
        signatures: [
            ["GitHub com login", "License type"],
            ["GitHub com login", "GitHub com name", "GitHub com member roles"],
            ["login", "saml_name_id"],
            ["login", "role", "tfa_enabled"],
            ["login", "role", "last_active"],
            ["login", "role", "two_factor_enabled"],
            ["login", "role", "two factor authentication"],
        ],
        email: [
            "GitHub com verified domain emails[]", "saml_name_id", "GitHub com saml name",
            "Enterprise server primary emails[]",
        ],
        personName: ["GitHub com name", "name", "display name", "GitHub com login", "login"],
        roleSources: ["GitHub com member roles", "role"],
        status: [
            .invites(
                "role", "Owner", "Admin", "Member", "Billing manager", "Moderator", "Security manager", ""),
            enterpriseRoles.unless(memberRoles, pardoning: "Outside collaborator", "Pending invitation"),
            memberRoles.unless(enterpriseRoles, pardoning: "Outside collaborator", "Pending invitation"),
            .skipsUnlessBlank("GitHub com orgs with pending invites", as: "pending")
                .unless(memberRoles, enterpriseRoles),
        ],
        advice: "GitHub exports addresses only of people with SAML or a verified domain. Add a column email.")

    /// A member of one organization is in, whatever other organizations have invited them to.
    private static let enterpriseRoles = StatusRule.invites(
        "GitHub com enterprise roles[]", "Owner", "Admin", "Member", "Enterprise owner", "Organization owner",
        "Organization member", "Billing manager", "Security manager", "")
    private static let memberRoles = StatusRule.invites(
        "GitHub com member roles[]", "Owner", "Admin", "Member", "Billing manager", "Moderator", "Security manager", "",
        behindColon: true)
}
