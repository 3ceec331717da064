extension Preset {
    /// `ipa user-find --raw` as JSON, and CSV that scripts make from it.
    static let freeIPA = Preset(
        "freeipa", title: "FreeIPA, users",
        signatures: [
            ["uid", "mail", "nsaccountlock"], ["uid", "krbprincipalname"], ["uid", "ipauniqueid"],
        ],
        email: ["mail[]"],
        personName: ["displayname[]", "cn[]", "givenname + sn"],
        roleSources: ["memberof_group[]"],
        status: [
            .skips("nsaccountlock", if: true, as: "blocked"),
            .skips("preserved", if: true, as: "deleted"),
        ])
}
