import InvitationImporter

// The example of the article "Adding a preset", word for word; a test compares the two.
extension Preset {
    /// Example, Settings, People, Export.
    static let example = Preset(
        "example", title: "Example, people",
        signatures: [["Member ID", "Member Email"], ["memberId", "contact.email"]],
        email: ["Work Email", "Member Email", "contact.email"],
        personName: ["Full Name", "contact.given + contact.family"],
        roleSources: ["Team"],
        status: [
            .invites("State", "active", "away"),
            .skipsUnlessBlank("Deleted At", as: "deleted"),
        ],
        secrets: ["Login Password"])
}
