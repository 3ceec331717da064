extension Preset {
    /// The users of a SCIM 2.0 service (RFC 7643, section 4.1).
    static let scim = Preset(
        "scim", title: "SCIM, users",
        signatures: [
            ["userName", "emails", "active"], ["id", "userName", "emails"], ["schemas", "userName", "emails"],
        ],
        email: ["emails[primary].value"],
        personName: ["displayName", "name.formatted", "name.givenName + name.familyName"],
        roleSources: ["groups[]", "roles[]"],
        status: [
            .skips("active", if: false, as: "inactive")
        ],
        theirs: ["groups", "roles"])
}
