extension ExportSample {
    private static func person(_ name: String) -> String { name + "@northwind.example" }
    private static let (ann, bo) = (person("ann.lee"), person("bo.berg"))

    /// Programs that people leave, and their lists of addresses.
    static let systems: [ExportSample] = [
        .init(
            files: ["slack-users.json"], preset: "slack-users", invited: [ann, bo],
            skipped: [
                person("gone"): "deleted is true", "guest@partner.example": "guest: is_restricted is true",
                person("not.yet"): "pending: is_invited_user is true",
            ]),
        .init(
            files: ["gitlab-users.json"], preset: "gitlab", invited: [ann],
            skipped: [person("gone"): "state is blocked", "out@partner.example": "guest: external is true"]),
        .init(
            files: ["jira-users.json"], preset: "jira", invited: [ann],
            skipped: [
                person("gone"): "inactive: active is false", "chart@connect.example": "bot: accountType is app",
                "who@customer.example": "accountType is customer, not known here (--include-status customer)",
            ]),
        .init(
            files: ["microsoft-365.csv"], preset: "microsoft-365", invited: [ann, bo],
            skipped: [
                person("blocked"): "blocked: Block credential is True",
                person("gone"): "deleted: Soft deletion time stamp is 2024-03-18 19:49:35Z",
                "guest": "guest: User principal name is guest_partner.example#EXT#@northwind.exa…",
            ]),
        .init(
            files: ["active-directory.csv"], preset: "active-directory", invited: [ann, bo],
            skipped: [
                person("off"): "disabled: userAccountControl is 514",
                person("gone"): "expired: accountExpires is 132000000000000000", "PC1": "bot: objectClass is computer",
            ]),
        .init(
            files: ["get-aduser.csv"], preset: "active-directory", invited: [ann],
            skipped: [person("off"): "disabled: Enabled is False"]),
        .init(
            files: ["exchange-mailboxes.csv"], preset: "exchange", invited: [ann, bo],
            skipped: [
                person("reception"): "shared: RecipientTypeDetails is SharedMailbox",
                person("room5"): "shared: RecipientTypeDetails is RoomMailbox",
            ]),
        .init(
            files: ["freeipa.json"], preset: "freeipa", invited: [ann],
            skipped: [person("off"): "blocked: nsaccountlock is true"]),
        .init(
            files: ["mattermost.jsonl"], preset: "mattermost", invited: [ann],
            skipped: [
                "version": "type is version, not known here (--include-status version)",
                "team": "type is team, not known here (--include-status team)",
                "guest@partner.example": "guest: user.roles is system_guest",
                person("gone"): "deleted: user.delete_at is 1700000000000",
            ]),
        .init(
            files: ["mattermost-users.json"], preset: "mattermost", invited: [ann],
            skipped: [person("gone"): "deleted: delete_at is 1650000000000"], secrets: ["last_password_update"]),
        .init(
            files: ["discourse.csv"], preset: "discourse", invited: [ann, bo],
            skipped: [
                person("banned"): "suspended: suspended_till is 2999-01-01 00:00:00 UTC",
                person("silent"): "blocked: silenced_till is 2999-01-01 00:00:00 UTC",
                person("not.yet"): "pending: staged is true",
            ]),
        .init(
            files: ["scim.json"], preset: "scim", invited: [ann], skipped: [person("off"): "inactive: active is false"]),
        .init(
            files: ["zulip.json"], preset: "zulip", invited: [ann],
            skipped: [
                "guest@partner.example": "guest: is_guest is true",
                person("gone"): "deactivated: is_active is false", person("bot"): "bot: is_bot is true",
            ]),
        .init(
            files: ["oneroster-users.csv"], preset: "oneroster", invited: [ann],
            skipped: [
                person("off"): "disabled: enabledUser is false", person("gone"): "deleted: status is tobedeleted",
            ]),
        .init(
            files: ["grafana-users.json"], preset: "grafana", invited: [ann],
            skipped: [person("off"): "disabled: isDisabled is true"]),
        .init(
            files: ["django-dump.json"], preset: "django", invited: [ann],
            skipped: [person("off"): "inactive: fields.is_active is false", "off@home.example": "not a user"],
            secrets: ["password"]),
        .init(
            files: ["bitwarden.json"], preset: "bitwarden", invited: [ann],
            skipped: [
                person("gone"): "status is -1, not known here (--include-status='-1')",
                person("not.yet"): "status is 0",
            ]),
        .init(
            files: ["wordpress.csv"], preset: "wordpress", invited: [ann, bo],
            skipped: ["spam@partner.example": "blocked: spam is 1", person("gone"): "deleted is 1"],
            secrets: ["user_pass", "user_activation_key"]),
        .init(
            files: ["snipe-it.csv"], preset: "snipe-it", invited: [ann, bo],
            skipped: [
                person("off"): "inactive: Activated is false", person("gone"): "expired: End Date is 2022-12-04",
            ]),
        .init(
            files: ["eventbrite.csv"], preset: "eventbrite", invited: [ann, bo],
            skipped: [
                person("off"):
                    "Attendee Status is Not Attending, not known here (--include-status 'Not Attending')",
                person("gone"): "Attendee Status is Refunded, not known here (--include-status Refunded)",
            ]),
        .init(
            files: ["mailchimp.csv"], preset: "mailchimp", invited: [ann],
            skipped: [
                person("un"): "unsubscribed: UNSUB_TIME is 2022-02-03 04:05:06",
                person("bounced"): "bounced: CLEAN_TIME is 2022-02-03 04:05:06",
            ]),
        .init(
            files: ["substack.csv"], preset: "substack", invited: [ann, bo],
            skipped: [person("un"): "unsubscribed: email_disabled is true"]),
        .init(
            files: ["constant-contact.csv"], preset: "constant-contact", invited: [ann],
            skipped: [person("un"): "Email status is Unsubscribed"]),
        .init(
            files: ["brevo.csv"], preset: "brevo", invited: [ann],
            skipped: [person("un"): "unsubscribed: EMAIL_BLACKLISTED is Yes"]),
        .init(
            files: ["hubspot.csv"], preset: "hubspot", invited: [ann, bo],
            skipped: [person("un"): "unsubscribed: Unsubscribed from all email is true"]),
    ]
}
