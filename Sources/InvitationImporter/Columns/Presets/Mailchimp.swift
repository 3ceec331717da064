extension Preset {
    /// Audience, All contacts, Export. It makes one file each for subscribed, unsubscribed and cleaned people.
    static let mailchimp = Preset(
        "mailchimp", title: "Mailchimp, contacts of an audience",
        signatures: [
            ["Email Address", "MEMBER_RATING", "LEID"], ["Email Address", "OPTIN_TIME", "EUID"],
        ],
        email: ["Email Address"],
        personName: ["First Name + Last Name"],
        roleSources: ["TAGS"],
        status: [
            .skipsUnlessBlank("UNSUB_TIME", as: "unsubscribed"),
            .skipsUnlessBlank("CLEAN_TIME", as: "bounced"),
        ])
}
