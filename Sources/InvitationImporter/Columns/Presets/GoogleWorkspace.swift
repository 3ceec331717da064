extension Preset {
    /// Admin console, Directory, Users, Download users. The template for uploads has the same columns.
    static let googleWorkspace = Preset(
        "google-workspace", title: "Google Workspace, list of users",
        signatures: [
            ["Email Address", "Org Unit Path", "Last Sign In"],
            ["Email Address", "Org Unit Path", "First Name", "Last Name"],
            ["Email Address", "First Name", "Last Name", "Password Hash Function"],
        ],
        email: ["Email Address"],
        personName: ["First Name + Last Name"],
        roleSources: ["Org Unit Path", "Department"],
        status: [
            // Blank in the template for uploads, where the people do not exist yet.
            .invites("Status", "Active", ""),
            .invites("New Status", "Active", ""),
        ])
}
