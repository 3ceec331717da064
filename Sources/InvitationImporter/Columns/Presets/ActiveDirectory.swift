extension Preset {
    /// `csvde`, `ldifde`, and PowerShell's `Get-ADUser`. A principal name is for logging in. It is no address, even
    /// where it looks like one.
    static let activeDirectory = Preset(
        "active-directory", title: "Active Directory, users",
        signatures: [
            ["DN", "objectClass", "sAMAccountName"], ["sAMAccountName", "userAccountControl"],
            ["sAMAccountName", "mail", "userPrincipalName"], ["SamAccountName", "DistinguishedName"],
            ["SamAccountName", "ObjectGUID"], ["SamAccountName", "EmailAddress", "Enabled"],
            ["SamAccountName", "UserPrincipalName", "EmailAddress", "GivenName", "Surname"],
            ["SamAccountName", "UserPrincipalName", "DisplayName", "GivenName", "Surname"],
        ],
        email: ["mail", "EmailAddress"],
        personName: ["displayName", "givenName + sn", "GivenName + Surname", "cn", "Name"],
        roleSources: ["department"],
        status: [
            .skips("objectClass", containing: ["computer", "group", "contact", "organizationalunit"], as: "bot"),
            .skips("Enabled", if: false, as: "disabled"),
        ],
        theirs: ["sAMAccountType", "instanceType", "objectCategory"],
        advice: "Export the property mail with the others, as in Get-ADUser -Properties mail, or name the column: "
            + "--map email=UserPrincipalName")
}
