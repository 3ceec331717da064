extension Preset {
    /// Reports, Attendees, Export.
    static let eventbrite = Preset(
        "eventbrite", title: "Eventbrite, attendees",
        signatures: [
            ["Order #", "Attendee #", "Email"], ["Order #", "Attendee Status"],
            ["Order ID", "Attendee Status", "Email"], ["Attendee #", "Barcode #", "Ticket Type"],
        ],
        email: ["Email"],
        personName: ["First Name + Last Name"],
        roleSources: ["Ticket Type"],
        status: [
            .invites("Attendee Status", "Attending", "Checked In", "")
        ])
}
