import CurlMulti

/// The entries of a reading that may be somebody who waits although they name another address.
///
/// A list that has shown an invitation of this import under its address has proved how it writes addresses, and that it
/// shows what is made. Until then, any new entry of a stranger may be anybody who waits, and a person who was sent
/// again once because the list did not have them is not sent again.
struct Strangers: Sendable {
    /// Whether the list has shown an invitation that this import made, under an address of this import.
    var showsOurs = false
    /// Entries that may be a person who waits, in another spelling.
    private var similar: [KeyHash: String] = [:]
    /// The first new entry that is nobody's of this import; `nil` for none.
    private var stranger: String?

    /// Forgets the entries of the reading before.
    mutating func begin() { (similar, stranger) = ([:], nil) }

    /// Notes that an entry which cannot be read names a person who waits.
    mutating func note(mentioned address: EmailAddress, _ person: KeyHash) { similar[person] = address.written }

    /// Notes an entry that is not ours and whose address is nobody's who waits.
    ///
    /// - Parameters:
    ///   - isNew: Whether it was not there before the first attempt of this start.
    ///   - isNobodys: Whether its address is nobody's of this import.
    mutating func note(_ entry: ListPage.Person, isNew: Bool, isNobodys: Bool, among cases: WaitingCases) {
        if isNobodys, isNew, stranger == nil { stranger = entry.address.written }
        // This start's snapshot may show what an attempt of an earlier start created.
        guard isNew || cases.someAreFromEarlier else { return }
        // Nobody else of this import can be meant by an entry of a person whom the import does not have.
        for person in cases.meant(by: entry.address, anyDomain: isNobodys) {
            guard isNew || cases[person]?.earlier != nil else { continue }
            CoverageMark.similarEntry.pass()
            similar[person] = entry.address.written
        }
    }

    /// Why a person who is not in the reading does not count as absent, in words; `nil` for no reason.
    func doubt(about waiting: Settlement.Case) -> String? {
        let similar = similar[waiting.person] ?? (showsOurs ? nil : stranger)
        if let similar { return "it has \(similar), which may be this person" }
        return waiting.needsProof && !showsOurs ? "it has not shown any invitation of this import" : nil
    }
}
