extension Preset {
    /// All presets, in order of preference among equals. To add one, add a file in this folder and a name here.
    public static let all: [Preset] = [
        .googleWorkspace, .gam, .entraInvite, .entraCreate, .entraUsers, .oktaAPI, .oktaCSV, .auth0, .slack, .gitLab,
        .gitHub, .atlassian, .atlassianOld, .keycloak, .awsIdentityCenter, .cognito, .clerk, .workOS, .firebase,
        .supabase, .slackUsers, .jira, .microsoft365, .activeDirectory, .exchange, .freeIPA, .scim, .mattermost,
        .discourse,
        .zulip, .oneRoster, .grafana, .django, .bitwarden, .wordPress, .snipeIT, .eventbrite, .mailchimp, .substack,
        .constantContact, .brevo, .hubSpot, .googleContacts, .outlookContacts,
    ]
}
