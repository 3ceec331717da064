extension Preset {
    /// Subscribers, Export. Whether somebody pays does not matter.
    static let substack = Preset(
        "substack", title: "Substack, subscribers",
        signatures: [
            ["email", "active_subscription", "email_disabled"], ["email", "plan", "email_disabled"],
        ],
        email: ["email"],
        personName: ["name"],
        status: [
            .skips("email_disabled", if: true, as: "unsubscribed")
        ],
        theirs: ["active_subscription", "expiry", "plan"])
}
