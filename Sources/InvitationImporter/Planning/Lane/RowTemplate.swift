/// What the checks made of the first row with these cells in the columns that are known by their bytes.
///
/// They make the same of every ordinary row with the same cells, but for address, name and message.
struct RowTemplate {
    /// The row itself, after the reader has removed what is secret.
    let record: Record
    /// What the checks said. They found nothing.
    let checked: CheckedRow
    /// Whether the row had an ordinary message of its own.
    let hasOwnMessage: Bool
    /// The organization and a space.
    let prefix: [UInt8]
    /// Whether such a row is sent. Stored, as each row asks for it: to compute it, all of the template would be copied.
    let isInvited: Bool
    /// Whether such a row leaves its person out wherever else they occur.
    let leavesOut: Bool
    /// How many further rows were taken for it.
    var count = 0

    /// - Returns: `nil` if there is anything to say about the row.
    init?(_ record: Record, _ checked: CheckedRow, hasOwnMessage: Bool) {
        guard record.findings.isEmpty, record.unread == nil, checked.findings.isEmpty,
            checked.invitation == nil || checked.skipped == nil, checked.invitation != nil || checked.skipped != nil
        else { return nil }
        (self.record, self.checked, self.hasOwnMessage) = (record, checked, hasOwnMessage)
        (isInvited, leavesOut) = (checked.invitation != nil, checked.leavesOut != nil)
        prefix = Array((checked.invitation?.organization ?? "").utf8) + [.space]
        guard prefix.count <= LaneAddress.longestPrefix else { return nil }
    }
}

/// A domain of addresses, as it is written.
struct LaneDomain {
    /// The domain as written.
    let text: String
    /// Whether the checks have nothing to say about an ordinary name in it.
    let isOrdinary: Bool
    /// Whether a dot before the `@` makes no other mailbox there, or the domain has another name.
    let sharesMailboxes: Bool
    /// Whether a row that is sent has had the domain, so that it is counted already.
    var isCounted = false
    /// How many further rows that are sent had the domain.
    var count = 0

    /// Asks the checks about a domain.
    init(_ text: String, allowed: Set<String>) {
        self.text = text
        let lower = text.lowercased()
        let check = EmailAddress.check("a@" + text)
        // The example rows of our own template are told by their names.
        isOrdinary =
            text.utf8.allSatisfy { $0 < 0x80 } && check.problems.isEmpty && check.address?.written == "a@" + text
            && check.address?.key == "a@" + lower && lower != "example.com"
            && (check.address.map { RowCheck.allows($0, allowed) } ?? false)
        sharesMailboxes = lower == "gmail.com" || lower == "googlemail.com"
    }
}
