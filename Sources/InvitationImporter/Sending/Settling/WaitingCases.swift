import CurlMulti
import HeapModule

/// The rows that wait to be settled. What is asked at each step of the sender costs no more as more rows wait.
struct WaitingCases: Sendable {
    /// When the last attempt of a row ended.
    private struct End: Comparable {
        let at: Instant
        let tag: Int
        let person: KeyHash
        static func < (left: End, right: End) -> Bool { (left.at, left.tag) < (right.at, right.tag) }
    }

    private var cases: [KeyHash: Settlement.Case] = [:]
    /// The ends of the attempts of rows of which only the server says that the person is there, and those of all
    /// others. An end whose row waits no more stays until it is the first.
    private var claims = Heap<End>()
    private var others = Heap<End>()
    /// How many were not shown by the last reading.
    private var missed = 0
    /// How many have a doubt that an earlier start left.
    private var fromEarlier = 0
    /// Those whose addresses may name the same mailbox.
    private var similar: [String: Set<KeyHash>] = [:]
    /// Those whose addresses begin alike.
    private var initials: [Character?: Set<KeyHash>] = [:]

    /// How many rows wait.
    var count: Int { cases.count }

    /// Whether no row waits.
    var isEmpty: Bool { cases.isEmpty }

    /// All rows, in no order.
    var all: Dictionary<KeyHash, Settlement.Case>.Values { cases.values }

    /// Whether a reading is urgent because the last one did not show somebody.
    var someAreMissed: Bool { missed > 0 }

    /// Whether an earlier start left the doubt of somebody.
    var someAreFromEarlier: Bool { fromEarlier > 0 }

    /// The row of a person; `nil` if none waits.
    subscript(person: KeyHash) -> Settlement.Case? { cases[person] }

    /// The people with an address that may name the same mailbox.
    func similar(to similarity: String) -> Set<KeyHash> { similar[similarity] ?? [] }

    /// The people whom an entry of the list may mean in another spelling.
    ///
    /// - Parameter anyDomain: Whether it may be written as a mask, a tenant, a relay or another domain writes it.
    func meant(by address: EmailAddress, anyDomain: Bool) -> Set<KeyHash> {
        let meant = similar(to: ListedAddress.similarity(of: address))
        guard anyDomain else { return meant }
        let initial = ListedAddress.initial(of: address)
        let alike = initial == nil ? Set(cases.keys) : initials[initial] ?? []
        return meant.union(
            alike.filter { person in
                cases[person].map { ListedAddress.isAltered(address, from: $0.invitation.key.email) } ?? false
            })
    }

    /// When the first attempt ended of a row of either kind; `nil` if no such row waits.
    func firstEnd(isOnlyAClaim: Bool) -> Instant? { (isOnlyAClaim ? claims : others).min?.at }

    /// Lets a row wait, in place of the person's row that waits already.
    mutating func add(_ waiting: Settlement.Case) {
        remove(waiting.person)
        cases[waiting.person] = waiting
        similar[waiting.similarity, default: []].insert(waiting.person)
        initials[waiting.initial, default: []].insert(waiting.person)
        if waiting.misses > 0 { missed += 1 }
        if waiting.earlier != nil { fromEarlier += 1 }
        let end = End(at: waiting.ended, tag: waiting.tag, person: waiting.person)
        if waiting.isOnlyAClaim { claims.insert(end) } else { others.insert(end) }
    }

    /// Notes how many readings in a row did not show a person.
    mutating func note(misses: Int, of person: KeyHash) {
        guard let before = cases[person]?.misses else { return }
        missed += (misses > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
        cases[person]?.misses = misses
    }

    /// Removes the row of a person.
    mutating func remove(_ person: KeyHash) {
        guard let waiting = cases.removeValue(forKey: person) else { return }
        if waiting.misses > 0 { missed -= 1 }
        if waiting.earlier != nil { fromEarlier -= 1 }
        similar[waiting.similarity]?.remove(person)
        if similar[waiting.similarity]?.isEmpty ?? false { similar[waiting.similarity] = nil }
        initials[waiting.initial]?.remove(person)
        forgetEnds()
    }

    /// Forgets the ends that come first and whose rows wait no more; all of those if they are many.
    private mutating func forgetEnds() {
        while let end = claims.min, !isWaited(for: end) { claims.removeMin() }
        while let end = others.min, !isWaited(for: end) { others.removeMin() }
        guard claims.count + others.count > 2 * cases.count + 64 else { return }
        claims = Heap(claims.unordered.filter(isWaited))
        others = Heap(others.unordered.filter(isWaited))
    }

    private func isWaited(for end: End) -> Bool {
        cases[end.person].map { $0.tag == end.tag && $0.ended == end.at } ?? false
    }
}

// MARK: - Invariants

extension WaitingCases {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(cases.allSatisfy { $0 == $1.person }, "Somebody waits in another's place.")
        precondition(cases.values.allSatisfy { (0...1).contains($0.misses) }, "Somebody was missed twice and waits on.")
        precondition(fromEarlier == cases.values.count { $0.earlier != nil }, "The earlier doubts are miscounted.")
        precondition(missed == cases.values.count { $0.misses > 0 }, "The missed are miscounted.")
        for kind in [true, false] {
            let first = cases.values.lazy.filter { $0.isOnlyAClaim == kind }.map(\.ended).min()
            precondition(firstEnd(isOnlyAClaim: kind) == first, "The first who waits is another.")
        }
        let people = similar.flatMap { similarity, people in people.map { (similarity, $0) } }
        precondition(people.count == cases.count, "Somebody is similar who does not wait, or the reverse.")
        let begun = initials.flatMap { initial, people in people.map { (initial, $0) } }
        precondition(begun.count == cases.count, "Somebody begins who does not wait, or the reverse.")
        precondition(begun.allSatisfy { cases[$0.1]?.initial == $0.0 }, "Somebody begins as another does.")
        precondition(
            people.allSatisfy { cases[$0.1]?.similarity == $0.0 }, "Somebody is similar to another.")
    }
}
