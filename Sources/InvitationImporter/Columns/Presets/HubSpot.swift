extension Preset {
    /// Contacts, Export.
    static let hubSpot = Preset(
        "hubspot", title: "HubSpot, contacts",
        signatures: [
            ["Record ID", "Email", "Unsubscribed from all email"], ["Record ID", "Email", "Lifecycle Stage"],
            ["Record ID", "Email", "Contact owner"], ["Record ID", "Email", "Lead Status"],
        ],
        email: ["Email"],
        personName: ["First Name + Last Name"],
        status: [
            .skips("Unsubscribed from all email", if: true, as: "unsubscribed")
        ],
        theirs: [
            // How far a sale has got.
            "Lifecycle Stage", "Lead Status", "Close Date", "Marketing contact status", "Associated Company",
        ])
}
