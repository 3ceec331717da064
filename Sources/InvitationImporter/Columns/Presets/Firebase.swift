extension Preset {
    /// `firebase auth:export`, as JSON, or as CSV without a header.
    static let firebase = Preset(
        "firebase", title: "Firebase, users",
        signatures: [
            ["localId", "email", "emailVerified"],
            ["localId", "email", "providerUserInfo"],
            ["localId", "email", "passwordHash"],
        ],
        email: ["email"],
        personName: ["displayName"],
        status: [
            .skips("disabled", if: true, as: "disabled")
        ],
        secrets: ["passwordHash", "salt", "customAuth"],
        unheaded: [
            "localId", "email", "emailVerified", "passwordHash", "passwordSalt", "displayName", "photoUrl", "googleId",
            "googleEmail", "googleDisplayName", "googlePhotoUrl", "facebookId", "facebookEmail", "facebookDisplayName",
            "facebookPhotoUrl", "twitterId", "twitterEmail", "twitterDisplayName", "twitterPhotoUrl", "githubId",
            "githubEmail", "githubDisplayName", "githubPhotoUrl", "createdAt", "lastSignedInAt", "phoneNumber",
            "disabled", "customAttributes", "customProvidersInfo",
        ])
}
