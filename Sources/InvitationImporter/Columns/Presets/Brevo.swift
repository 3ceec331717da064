extension Preset {
    /// Contacts, Export. Formerly Sendinblue.
    static let brevo = Preset(
        "brevo", title: "Brevo, contacts",
        signatures: [
            ["EMAIL", "EMAIL_BLACKLISTED"], ["EMAIL", "SMS_BLACKLISTED", "ADDED_TIME"],
        ],
        email: ["EMAIL"],
        personName: ["FIRSTNAME + LASTNAME"],
        status: [
            .skips("EMAIL_BLACKLISTED", if: true, as: "unsubscribed")
        ],
        theirs: ["SMS_BLACKLISTED", "WHATSAPP_BLACKLISTED"])
}
