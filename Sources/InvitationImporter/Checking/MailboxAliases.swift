/// Finds addresses that probably reach the same mailbox: `ann+news@…` beside `ann@…`, and dots at gmail.com.
///
/// This is only a hint: many servers take `+` and dots literally, so it never merges anybody. Memory: a hash for each
/// address with a tag or with dots that do not count, and for each address that shares its mailbox with one of them.
struct MailboxAliases {
    private var tagged: Set<KeyHash> = []
    private var first: [KeyHash: (row: LinedRow, key: KeyHash)] = [:]

    /// First pass: adds a person.
    mutating func scan(_ key: InvitationKey) {
        let base = Self.base(of: key)
        if base.utf8.count != key.text.utf8.count { tagged.insert(KeyHash(base)) }
    }

    /// Whether no address shares its mailbox with another one.
    var isEmpty: Bool { tagged.isEmpty }

    /// Whether another address may have the mailbox of an address without a tag.
    func mayShare(_ key: KeyHash) -> Bool { tagged.contains(key) }

    /// Second pass: the earlier row that probably has the same mailbox under another address; `nil` if there is none.
    mutating func earlierRow(with key: InvitationKey, _ row: LinedRow) -> LinedRow? {
        guard !tagged.isEmpty else { return nil }
        let base = KeyHash(Self.base(of: key))
        guard tagged.contains(base) else { return nil }
        guard let earlier = first[base] else {
            first[base] = (row, key.hash)
            return nil
        }
        return earlier.key == key.hash ? nil : earlier.row
    }

    /// The key without a tag, and for Google's domains without dots.
    private static func base(of key: InvitationKey) -> String {
        // Almost every address is its own base, and there may be millions.
        guard key.text.utf8.contains(UInt8(ascii: "+")) || key.text.hasSuffix("mail.com") else { return key.text }
        let email = key.email
        let domain = EmailAddress.domain(of: email)
        var local = email[..<domain.startIndex].dropLast()
        if local.isEmpty { return key.text }
        if let plus = local.firstIndex(of: "+"), plus > local.startIndex { local = local[..<plus] }
        guard domain == "gmail.com" || domain == "googlemail.com" else {
            return "\(key.organization) \(local)@\(domain)"
        }
        return "\(key.organization) \(local.filter { $0 != "." })@gmail.com"
    }
}
