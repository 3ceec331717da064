/// People whom some row leaves out wherever they occur: a person blocked in one row is not mailed because of another.
///
/// Memory: a hash and a number for each person.
struct Exclusions: Sendable {
    private var people: [KeyHash: Int] = [:]
    private var reasons: [String] = []
    private var numbers: [String: Int] = [:]

    /// The most reasons that are kept.
    private static let limit = 1000

    /// Adds a row's exclusion, if it has one. The first reason for a person counts.
    mutating func add(_ row: CheckedRow) {
        guard let email = row.leavesOut, let reason = row.skipped else { return }
        add(KeyHash(email), reason)
    }

    /// Adds a person by the hash of their address.
    mutating func add(_ person: KeyHash, _ reason: String) {
        if people[person] == nil { people[person] = number(of: reason) }
    }

    private mutating func number(of reason: String) -> Int {
        if let number = numbers[reason] { return number }
        guard reasons.count < Self.limit else { return reasons.count }
        numbers[reason] = reasons.count
        reasons.append(reason)
        return reasons.count - 1
    }

    /// Whether a row leaves out a person, by the hash of their address.
    func haveReason(for person: KeyHash) -> Bool { people[person] != nil }

    /// Whether nobody is left out.
    var isEmpty: Bool { people.isEmpty }

    /// Why a person is left out; `nil` if no row says so.
    func reason(for invitation: Invitation) -> String? {
        guard !people.isEmpty, let space = invitation.key.text.utf8.firstIndex(of: UInt8(ascii: " ")) else {
            return nil
        }
        let email = invitation.key.text.utf8[space...].dropFirst()
        guard let number = people[KeyHash(String(Substring(email)))] else { return nil }
        return "left out by another row: " + (number < reasons.count ? reasons[number] : "its status")
    }
}
