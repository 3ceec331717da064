extension Preset {
    /// The table auth.users as CSV or JSON. Its role (authenticated) is the database's.
    static let supabase = Preset(
        "supabase", title: "Supabase, users",
        signatures: [
            ["instance_id", "aud", "encrypted_password"],
            ["aud", "email", "email_confirmed_at"],
            ["email", "raw_app_meta_data", "raw_user_meta_data"],
        ],
        email: ["email"],
        personName: ["raw_user_meta_data.full_name", "raw_user_meta_data.name"],
        status: [
            .skipsUnlessBlank("deleted_at", as: "deleted"),
            .skipsUntil("banned_until", as: "banned"),
            .skipsIfBlank("email_confirmed_at", or: "confirmed_at", "phone_confirmed_at", as: "pending"),
            .skips("is_anonymous", if: true, as: "anonymous"),
        ],
        secrets: ["encrypted_password"],
        theirs: ["role"])
}
