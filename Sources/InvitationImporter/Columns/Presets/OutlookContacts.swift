extension Preset {
    /// People, Manage contacts, Export.
    static let outlookContacts = Preset(
        "outlook", title: "Outlook, contacts",
        signatures: [
            ["E-mail Address", "E-mail Type"],
            ["E-mail Address", "E-mail Display Name"],
            ["E-mail Address", "E-mail 2 Address"],
            ["E-mail Address", "First Name", "Middle Name", "Last Name"],
        ],
        email: ["E-mail Address", "E-mail 2 Address", "E-mail 3 Address"],
        personName: ["First Name + Last Name", "E-mail Display Name"],
        status: [
            .skipsIfBlank("E-mail Address", or: "E-mail 2 Address", "E-mail 3 Address", as: "without an address")
        ])
}
