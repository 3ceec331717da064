extension Preset {
    /// Entra admin center, Users, Download users, newer and older. Users of Microsoft Graph as JSON have the same
    /// names.
    static let entraUsers = Preset(
        "entra", title: "Microsoft Entra ID, users",
        signatures: [
            ["userPrincipalName", "displayName", "accountEnabled"],
            ["userPrincipalName", "displayName", "userType"],
            ["userPrincipalName", "objectId"],
            ["userPrincipalName", "displayName", "givenName", "surname"],
        ],
        email: ["mail", "userPrincipalName", "alternateEmailAddress"],
        personName: ["displayName", "givenName + surname"],
        roleSources: ["department"],
        status: [
            .skips("accountEnabled", if: false, as: "disabled"),
            .invites("userType", "Member", "Mitglied", "Membre", "Miembro", "Membro", "Lid", ""),
            .guestName("userPrincipalName"),
            .invites("invitationState", "Accepted", ""),
            .invites("externalUserState", "Accepted", ""),
        ])
}
