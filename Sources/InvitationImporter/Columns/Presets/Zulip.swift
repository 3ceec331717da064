extension Preset {
    /// `GET /api/v1/users`, and the users of an export.
    static let zulip = Preset(
        "zulip", title: "Zulip, users",
        signatures: [
            ["user_id", "full_name", "is_bot", "delivery_email"], ["user_id", "full_name", "is_bot", "is_active"],
            ["delivery_email", "is_mirror_dummy"],
        ],
        // Zulip may have made up `email` to hide the real address.
        email: ["delivery_email", "email"],
        personName: ["full_name"],
        status: [
            .skips("is_active", if: false, as: "deactivated"),
            .skips("is_bot", if: true, as: "bot"),
            .skips("is_guest", if: true, as: "guest"),
            .skips("is_mirror_dummy", if: true, as: "test"),
            .skips("role", beginning: ["600"], as: "guest"),
        ],
        theirs: ["role"])
}
