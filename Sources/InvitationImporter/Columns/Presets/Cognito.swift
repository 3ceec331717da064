extension Preset {
    /// The CSV for imports, and `aws cognito-idp list-users`.
    static let cognito = Preset(
        "cognito", title: "Amazon Cognito, users of a pool",
        signatures: [
            ["cognito:username", "cognito:mfa_enabled"],
            ["cognito:username", "email", "phone_number_verified"],
            ["Username", "Attributes", "UserStatus"],
        ],
        email: ["email", "Attributes[Name=email].Value"],
        personName: ["name", "given_name + family_name", "Attributes[Name=name].Value"],
        status: [
            .skips("Enabled", if: false, as: "disabled"),
            .invites(
                "UserStatus", "CONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED", "EXTERNAL_PROVIDER", ""),
        ])
}
