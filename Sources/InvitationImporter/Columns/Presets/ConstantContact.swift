extension Preset {
    /// Contacts, Export.
    static let constantContact = Preset(
        "constant-contact", title: "Constant Contact, contacts",
        signatures: [
            ["Email address", "Email status", "Email permission status"],
            ["Email address", "Email permission status", "Source Name"],
        ],
        email: ["Email address"],
        personName: ["First name + Last name"],
        roleSources: ["Email Lists"],
        status: [
            .invites("Email status", "Active", "Confirmed", ""),
            .skips("Email permission status", containing: ["unsub", "temp"], as: "unsubscribed"),
        ])
}
