extension Preset {
    /// `aws identitystore list-users`.
    static let awsIdentityCenter = Preset(
        "aws-identity-center", title: "AWS IAM Identity Center, users",
        signatures: [
            ["UserId", "UserName", "Emails"]
        ],
        email: ["Emails[Primary].Value"],
        personName: ["DisplayName", "Name.GivenName + Name.FamilyName"],
        status: [
            .invites("UserStatus", "ENABLED", "")
        ])
}
