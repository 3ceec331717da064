extension Preset {
    /// `manage.py dumpdata`, as in Sentry and other programs made with Django.
    static let django = Preset(
        "django", title: "Django, users of a dump",
        signatures: [
            ["model", "pk", "fields.email", "fields.is_active"], ["model", "fields.email", "fields.is_staff"],
        ],
        email: ["fields.email"],
        personName: ["fields.name", "fields.first_name + fields.last_name", "fields.username"],
        status: [
            // Other models have addresses too, for example a person's further ones.
            .skipsIfBlank("fields.is_active", as: "not a user"),
            .skips("fields.is_active", if: false, as: "inactive"),
            .skips("fields.is_sentry_app", if: true, as: "bot"),
        ])
}
