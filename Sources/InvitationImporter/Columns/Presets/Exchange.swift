extension Preset {
    /// `Get-Mailbox` and `Get-EXOMailbox`, exported by PowerShell, and the list of mailboxes of the admin center.
    static let exchange = Preset(
        "exchange", title: "Exchange, mailboxes",
        signatures: [
            ["PrimarySmtpAddress", "RecipientTypeDetails"], ["PrimarySmtpAddress", "Alias", "DisplayName"],
            ["Display name", "Email address", "Recipient type"],
        ],
        email: ["PrimarySmtpAddress", "Email address"],
        personName: ["DisplayName", "Name"],
        status: [],
        theirs: ["ArchiveStatus", "ArchiveState", "RecipientType", "MailboxMoveStatus"])
}
