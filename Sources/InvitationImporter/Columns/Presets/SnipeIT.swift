extension Preset {
    /// People, Export.
    static let snipeIT = Preset(
        "snipe-it", title: "Snipe-IT, people",
        signatures: [
            ["Email", "Username", "Activated", "Employee Number"], ["Email", "Username", "Activated", "Gravatar"],
        ],
        email: ["Email"],
        personName: ["First Name + Last Name"],
        roleSources: ["Department"],
        status: [
            .skips("Activated", if: false, as: "inactive")
        ],
        theirs: ["State", "Manager"])
}
