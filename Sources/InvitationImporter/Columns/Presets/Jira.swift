extension Preset {
    /// `/rest/api/3/users`, of Jira and Confluence in the cloud, and `/rest/api/2/user/search` of Jira Server.
    static let jira = Preset(
        "jira", title: "Jira, users of the API",
        signatures: [
            ["accountId", "accountType", "displayName"], ["accountId", "accountType", "emailAddress"],
            ["accountId", "emailAddress", "active"], ["key", "name", "emailAddress", "active"],
        ],
        email: ["emailAddress"],
        personName: ["displayName"],
        status: [
            .invites("accountType", "atlassian", ""),
            .skips("active", if: false, as: "inactive"),
            .skips("deleted", if: true, as: "deleted"),
        ])
}
