import Testing

/// One file of `samples/exports`, and what should come of it.
struct ExportSample: Sendable, CustomTestStringConvertible {
    var files: [String]
    var preset: String?
    var invited: [String]
    /// The addresses or names of those left out, and why.
    var skipped: [String: String] = [:]
    var invalid = 0
    var duplicates = 0
    var secrets: [String] = []
    var encoding: String?

    var testDescription: String { files.joined(separator: ", ") }

    private static func person(_ name: String) -> String { name + "@northwind.example" }
    private static let (ann, bo, zoe) = (person("ann.lee"), person("bo.berg"), person("zoe.martin"))
    private static let (jose, wei) = (person("jose.garcia"), person("li.wei"))

    static let all = directories + systems

    private static let directories: [ExportSample] = [
        .init(
            files: ["google-workspace.csv"], preset: "google-workspace", invited: [ann, jose, zoe],
            skipped: [person("old.account"): "Status is Suspended"], secrets: ["Password [Required]"]),
        .init(
            files: ["google-workspace-semicolon.csv"], preset: "google-workspace",
            invited: [person("juergen.mueller")], skipped: [person("ex.kollege"): "Status is Suspended"]),
        .init(
            files: ["gam.csv"], preset: "gam", invited: [ann, bo],
            skipped: [
                person("old.account"): "suspended is True",
                person("kept.mail"): "archived is True",
            ]),
        .init(
            files: ["entra-users.csv"], preset: "entra",
            invited: ["ann.lee@mail.northwind.example", bo, "contractor@partner.example"],
            skipped: [
                person("gone"): "disabled: accountEnabled is False", "guest@partner.example": "userType is Guest",
            ]),
        .init(
            files: ["entra-users-old.csv"], preset: "entra", invited: [wei],
            skipped: [person("off"): "disabled: accountEnabled is False"]),
        .init(
            files: ["entra-invite.csv"], preset: "entra-invite",
            invited: ["ann.lee@partner.example", "bo.berg@partner.example"],
            skipped: [
                "Example: chris@contoso.com": "example of the template: inviteeEmail is Example: chris@contoso.com"
            ]),
        .init(
            files: ["entra-create.csv"], preset: "entra-create", invited: [ann],
            skipped: [
                "chris@contoso.com": "example of the template: displayName is Example: Chris Green",
                person("blocked"): "blocked: accountEnabled is Yes",
            ], secrets: ["Initial password [passwordProfile] Required"]),
        .init(
            files: ["okta.json"], preset: "okta", invited: [ann, bo, zoe],
            skipped: [
                person("sus.pended"): "status is SUSPENDED", person("de.pro"): "deactivated: status is DEPROVISIONED",
                person("not.yet"): "pending: status is STAGED",
            ], secrets: ["credentials"]),
        .init(
            files: ["okta.csv"], preset: "okta-csv", invited: [ann, bo],
            skipped: [person("gone"): "deactivated: status is DEPROVISIONED"]),
        .init(
            files: ["okta-group-members.csv"], preset: "okta-csv", invited: [ann],
            skipped: [person("sus.pended"): "status is SUSPENDED"]),
        .init(files: ["okta-import.csv"], preset: "okta-csv", invited: [ann, bo]),
        .init(
            files: ["auth0.ndjson"], preset: "auth0", invited: [ann, bo],
            skipped: [person("blocked"): "blocked is true"], duplicates: 1),
        .init(
            files: ["auth0.csv"], preset: "auth0", invited: [ann],
            skipped: [person("blocked"): "blocked is true"]),
        .init(
            files: ["slack.csv"], preset: "slack", invited: [ann, jose, zoe],
            skipped: [
                person("gone"): "status is Deactivated", person("deploybot"): "status is Bot",
                "guest@partner.example": "guest: status is Single-Channel Guest",
                "guests@partner.example": "guest: status is Multi-Channel Guest",
            ]),
        .init(
            files: ["gitlab.csv"], preset: "gitlab", invited: [ann, bo],
            skipped: [
                person("not.yet"): "Membership status is pending",
                "group_1_bot_f00@noreply.git.example": "bot: Email is group_1_bot_f00@noreply.git.example",
            ], duplicates: 1),
        .init(files: ["gitlab-old.csv"], preset: "gitlab", invited: [ann, bo]),
        .init(
            files: ["github-licences.csv"], preset: "github", invited: [ann, bo],
            skipped: ["out@partner.example": "guest: GitHub com enterprise roles is Outside collaborator"]),
        .init(files: ["github-people.json"], preset: "github", invited: [ann, bo]),
        .init(
            files: ["atlassian.csv"], preset: "atlassian", invited: [ann, bo],
            skipped: [
                person("sus.pended"): "User status is Suspended", person("de.activated"): "User status is Deactivated",
            ]),
        .init(
            files: ["atlassian-groups.csv"], preset: "atlassian-groups", invited: [ann, bo],
            skipped: [person("gone"): "inactive: active is No"], duplicates: 1),
        .init(
            files: ["keycloak-realm.json"], preset: "keycloak", invited: [ann],
            skipped: [
                person("gone"): "disabled: enabled is false",
                "service-account-web": "bot: serviceAccountClientId is web",
            ], secrets: ["credentials"]),
        .init(
            files: ["keycloak-users-0.json", "keycloak-users-1.json"], preset: "keycloak", invited: [bo, zoe],
            skipped: [person("off"): "disabled: enabled is false"], secrets: ["credentials"]),
        .init(files: ["keycloak-list.json"], preset: "keycloak", invited: [wei], secrets: ["credentials"]),
        .init(
            files: ["aws-identity-center.json"], preset: "aws-identity-center", invited: [ann, bo],
            skipped: [person("gone"): "UserStatus is DISABLED"]),
        .init(files: ["cognito.csv"], preset: "cognito", invited: [ann, bo]),
        .init(
            files: ["cognito-list.json"], preset: "cognito", invited: [ann],
            skipped: [
                person("off"): "disabled: Enabled is false", person("new"): "pending: UserStatus is UNCONFIRMED",
            ]),
        .init(
            files: ["clerk.csv"], preset: "clerk", invited: [ann, bo], secrets: ["totp_secret", "password_digest"]),
        .init(
            files: ["workos.csv"], preset: "workos", invited: [ann, bo], secrets: ["password_hash", "password"]),
        .init(
            files: ["firebase.json"], preset: "firebase", invited: [ann, bo],
            skipped: [person("off"): "disabled is true"], secrets: ["passwordHash", "salt"]),
        .init(
            files: ["firebase.csv"], preset: "firebase", invited: [ann, bo],
            secrets: ["passwordHash", "passwordSalt"]),
        .init(
            files: ["supabase.csv"], preset: "supabase", invited: [ann, bo],
            skipped: [
                person("banned"): "banned: banned_until is 2099-01-01 00:00:00+00",
                person("deleted"): "deleted: deleted_at is 2025-06-01 00:00:00+00",
            ], secrets: ["encrypted_password"]),
        .init(files: ["google-contacts.csv"], preset: "google-contacts", invited: [ann, bo]),
        .init(
            files: ["google-contacts-old.csv"], preset: "google-contacts", invited: [ann],
            skipped: ["No Mail": "without an address"]),
        .init(files: ["outlook.csv"], preset: "outlook", invited: [person("joerg.weiss"), bo]),
        .init(
            files: ["../encodings/outlook-windows-1252.csv"], preset: "outlook",
            invited: [person("joerg.weiss"), person("renee.oeuvrard")], encoding: "windows-1252"),
        .init(files: ["../encodings/excel-unicode-text.txt"], preset: nil, invited: [ann, jose, wei]),
        .init(files: ["addresses.txt"], preset: nil, invited: [ann, bo, zoe]),
        .init(files: ["mail-program.txt"], preset: nil, invited: [ann, person("bob.stone"), zoe, bo]),
    ]
}
