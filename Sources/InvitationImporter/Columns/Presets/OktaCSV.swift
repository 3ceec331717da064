extension Preset {
    /// Written by a common browser extension, the list of a group's members, and the file for imports.
    static let oktaCSV = Preset(
        "okta-csv", title: "Okta, list of users as CSV",
        signatures: [
            ["User Id", "Username", "Primary email"],
            ["Username", "Primary email", "First name", "Last name"],
            ["id", "login", "firstName", "lastName", "status"],
            ["login", "firstName", "lastName", "email", "groupIds"],
            ["login", "firstName", "lastName", "email", "secondEmail"],
            ["login", "firstName", "lastName", "email", "honorificPrefix"],
        ],
        email: ["Primary email", "email", "login", "Username"],
        personName: ["firstName + lastName"],
        roleSources: ["groupIds"],
        status: [
            .invites(
                "status", "ACTIVE", "PROVISIONED", "RECOVERY", "LOCKED_OUT", "PASSWORD_EXPIRED",
                // The same in the admin console.
                "Password reset", "Pending user action")
        ],
        theirs: ["organization"])
}
