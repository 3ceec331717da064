extension Preset {
    /// contacts.google.com, Export, Google CSV, newer and older.
    static let googleContacts = Preset(
        "google-contacts", title: "Google Contacts",
        signatures: [
            ["E-mail 1 - Value", "Given Name"],
            ["E-mail 1 - Value", "First Name"],
            ["E-mail 1 - Value", "E-mail 1 - Type"],
            ["E-mail 1 - Value", "E-mail 1 - Label"],
        ],
        email: ["E-mail 1 - Value", "E-mail 2 - Value", "E-mail 3 - Value"],
        personName: ["Name", "Given Name + Family Name", "First Name + Last Name"],
        status: [
            .skipsIfBlank(
                "E-mail 1 - Value", or: "E-mail 2 - Value", "E-mail 3 - Value", as: "without an address")
        ])
}
