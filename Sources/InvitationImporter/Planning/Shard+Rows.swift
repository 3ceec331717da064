// MARK: - The split

extension Shard {
    /// The number of the part that a person belongs to, by rule 1.
    ///
    /// - Parameter address: The bytes of the address as it is compared.
    func number(for address: some BidirectionalCollection<UInt8>) -> Int {
        let at = address.lastIndex(of: UInt8(ascii: "@")) ?? address.endIndex
        let local = address[..<at]
        let untagged = local.prefix { $0 != UInt8(ascii: "+") }
        let counted = (untagged.isEmpty ? local : untagged).lazy.filter { $0 != UInt8(ascii: ".") }
        return Int(CRC32.of(address[at...], after: CRC32.of(counted))) % count + 1
    }

    /// Whether a person belongs to this part.
    func has(_ key: InvitationKey) -> Bool {
        isWhole || number(for: key.text.utf8.drop { $0 != .space }.dropFirst()) == number
    }

    /// Whether a row belongs to this part.
    ///
    /// - Parameters:
    ///   - feed: Has given the row last.
    ///   - checked: What the checks said about it.
    func has(_ feed: RowFeed, _ checked: CheckedRow) -> Bool {
        if isWhole { return true }
        if feed.isKnown { return feed.number(in: self) == number }
        // If nobody is sent anything for the row, it is enough that it has one place.
        return feed.person(checked).map { number(for: $0.utf8) == number } ?? (number == 1)
    }
}
