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
    /// How many the list will probably have, and no reading has looked for.
    private var hopedFor = 0
    /// Those whose addresses are alike, by what is alike.
    private var alike: [Likeness: Set<KeyHash>] = [:]
    /// The people whose attempts were answered with an id, by that id.
    private var answers: [KeyHash: KeyHash] = [:]

    /// What two addresses have in common.
    private enum Likeness: Hashable {
        case mailbox(String)
        case letters(String)
        case initial(Character?)
        /// What a server may leave of the letters before the @, with the domain.
        case part(String, String)
        /// The first letter of an address that a server may spell in ASCII, with the domain.
        case respelled(String, String)
    }

    private static func likenesses(of waiting: Settlement.Case) -> [Likeness] {
        waiting.likeness.map { likeness in
            [.mailbox(likeness.mailbox), .letters(likeness.letters), .initial(likeness.initial)]
                + likeness.parts.map { .part($0, likeness.domain) }
                + (likeness.respelled.map { [.respelled($0, likeness.domain)] } ?? [])
        } ?? []
    }

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

    /// Whether the list will probably have somebody for whom no reading has looked.
    var someAreHopedFor: Bool { hopedFor > 0 }

    /// The row of a person; `nil` if none waits.
    subscript(person: KeyHash) -> Settlement.Case? { cases[person] }

    /// The row whose attempt was answered with this id; `nil` for none.
    func answered(with id: KeyHash) -> Settlement.Case? { answers[id].flatMap { cases[$0] } }

    /// The people whom an entry of the list may mean in another spelling.
    ///
    /// - Parameter anyDomain: Whether it may be written as a mask, a tenant, a relay or another domain writes it.
    func meant(by address: EmailAddress, anyDomain: Bool) -> Set<KeyHash> {
        let likeness = AddressLikeness(address)
        var meant = alike[.mailbox(likeness.mailbox)] ?? []
        guard anyDomain else { return meant }
        meant.formUnion(alike[.letters(likeness.letters)] ?? [])
        let rewritten: [Likeness] = [
            .part(likeness.letters, likeness.domain),
            .part(String(likeness.letters.prefix(AddressLikeness.longest)), likeness.domain),
            .respelled(String(likeness.letters.prefix(1)), likeness.domain), .respelled("", likeness.domain),
        ]
        for likeness in rewritten { meant.formUnion(alike[likeness] ?? []) }
        if likeness.isAltered {
            meant.formUnion(likeness.initial == nil ? Set(cases.keys) : alike[.initial(likeness.initial)] ?? [])
        }
        return meant
    }

    /// When the first attempt ended of a row of either kind; `nil` if no such row waits.
    func firstEnd(isOnlyAClaim: Bool) -> Instant? { (isOnlyAClaim ? claims : others).min?.at }

    /// Lets a row wait, in place of the person's row that waits already.
    mutating func add(_ waiting: Settlement.Case) {
        remove(waiting.person)
        cases[waiting.person] = waiting
        for likeness in Self.likenesses(of: waiting) { alike[likeness, default: []].insert(waiting.person) }
        if let id = waiting.answered { answers[id] = waiting.person }
        if waiting.misses > 0 { missed += 1 }
        if waiting.earlier != nil { fromEarlier += 1 }
        if waiting.isHopedFor { hopedFor += 1 }
        let end = End(at: waiting.ended, tag: waiting.tag, person: waiting.person)
        if waiting.isOnlyAClaim { claims.insert(end) } else { others.insert(end) }
    }

    /// Notes how many readings in a row did not show a person.
    mutating func note(misses: Int, of person: KeyHash) {
        guard let before = cases[person]?.misses else { return }
        missed += (misses > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
        cases[person]?.misses = misses
    }

    /// Notes that a reading has looked for a person.
    mutating func noteSought(_ person: KeyHash) {
        guard cases[person]?.isHopedFor ?? false else { return }
        cases[person]?.isHopedFor = false
        hopedFor -= 1
    }

    /// Removes the row of a person.
    mutating func remove(_ person: KeyHash) {
        guard let waiting = cases.removeValue(forKey: person) else { return }
        if let id = waiting.answered, answers[id] == person { answers[id] = nil }
        if waiting.misses > 0 { missed -= 1 }
        if waiting.earlier != nil { fromEarlier -= 1 }
        if waiting.isHopedFor { hopedFor -= 1 }
        for likeness in Self.likenesses(of: waiting) {
            alike[likeness]?.remove(person)
            if alike[likeness]?.isEmpty ?? false { alike[likeness] = nil }
        }
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
        precondition(hopedFor == cases.values.count { $0.isHopedFor }, "The hoped for are miscounted.")
        precondition(missed == cases.values.count { $0.misses > 0 }, "The missed are miscounted.")
        for kind in [true, false] {
            let first = cases.values.lazy.filter { $0.isOnlyAClaim == kind }.map(\.ended).min()
            precondition(firstEnd(isOnlyAClaim: kind) == first, "The first who waits is another.")
        }
        for (likeness, people) in alike {
            let areAlike = people.allSatisfy { cases[$0].map { Self.likenesses(of: $0).contains(likeness) } ?? false }
            precondition(areAlike && !people.isEmpty, "Somebody is like another who is not, or does not wait.")
        }
        let alikes = alike.values.reduce(0) { $0 + $1.count }
        let expected = cases.values.reduce(0) { $0 + Self.likenesses(of: $1).count }
        precondition(alikes == expected, "Somebody who waits is like nobody.")
    }
}
