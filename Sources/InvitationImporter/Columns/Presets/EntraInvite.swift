extension Preset {
    /// The template of Entra's "Bulk invite", whose keys are in brackets. Its third line is an example.
    static let entraInvite = Preset(
        "entra-invite", title: "Microsoft Entra ID, template for inviting in bulk",
        signatures: [
            ["inviteeEmail", "inviteRedirectURL"],
            ["inviteeEmail", "sendEmail"],
        ],
        email: ["inviteeEmail"],
        message: ["customizedMessageBody"],
        status: [
            .skips("inviteeEmail", containing: ["example:", "@contoso.com"], as: "example of the template")
        ])
}
