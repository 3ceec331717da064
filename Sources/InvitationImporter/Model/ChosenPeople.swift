/// Whom a command is about, of all people of an import: those in a file, those of some domains, or those who are both.
///
/// The others stay as they are, for a later start. Memory: a hash and a text for each address of the file.
public struct ChosenPeople: Hashable, Sendable {
    /// A line of the file.
    public struct Line: Hashable, Sendable {
        /// The line that an editor shows, counted from 1.
        public var number: Int
        /// What is written there in the place of an address.
        public var text: String
    }

    /// Everybody.
    public static let everybody = ChosenPeople()

    /// The name of the file; `nil` if there is none.
    private(set) var file: String?
    /// The first line of each person in the file, by the hash of the address as it is compared.
    private var lines: [KeyHash: Line] = [:]
    /// The lines in which no address can be read.
    private var unreadable: [Line] = []
    /// The domains, with those below them, in lower case as A-labels; empty for all.
    public var domains: Set<String>

    /// Chooses by domains alone.
    ///
    /// - Parameter domains: The domains, with those below them, in lower case as A-labels; empty for everybody.
    public init(domains: Set<String> = []) {
        self.domains = domains
    }

    /// Chooses by a file, to which lines are added.
    init(file: String, domains: Set<String>) {
        self.domains = domains
        self.file = file
    }

    /// Whether nobody is left aside.
    public var isEverybody: Bool { file == nil && domains.isEmpty }

    /// The number of people in the file.
    public var count: Int { lines.count }

    /// Adds a line of the file.
    ///
    /// - Parameter address: The address; `nil` if none can be read there.
    mutating func add(_ line: Line, _ address: EmailAddress?) {
        guard let address else { return unreadable.append(line) }
        let person = KeyHash(address.key)
        if lines[person] == nil { lines[person] = line }
    }

    /// Whether a person is chosen.
    public func has(_ key: InvitationKey) -> Bool {
        if isEverybody { return true }
        if file != nil, lines[KeyHash(key.email)] == nil { return false }
        return domains.isEmpty || EmailAddress.domain(key.domain, isWithin: domains)
    }
}

extension ChosenPeople {
    /// The chosen people and domains that were met in the input. What is not is perhaps mistyped.
    public struct Met: Hashable, Sendable {
        fileprivate var people: Set<KeyHash> = []
        fileprivate var domains: Set<String> = []

        /// Makes an empty set.
        init() {}

        /// Notes a person.
        ///
        /// - Parameter address: The address as it is compared.
        mutating func note(_ address: String, _ chosen: ChosenPeople) {
            let person = KeyHash(address)
            if chosen.lines[person] != nil { people.insert(person) }
            guard !chosen.domains.isEmpty else { return }
            let domain = String(EmailAddress.domain(of: address))
            for wanted in chosen.domains where EmailAddress.domain(domain, isWithin: [wanted]) {
                domains.insert(wanted)
            }
        }

        /// Adds what was met elsewhere.
        mutating func formUnion(_ other: Met) {
            people.formUnion(other.people)
            domains.formUnion(other.domains)
        }
    }

    /// What chooses nobody.
    public struct Missing: Hashable, Sendable {
        /// The name of the file; empty if there is none.
        public var file = ""
        /// The lines whose person was not met, in order.
        public var people: [Line] = []
        /// The lines in which no address can be read, in order.
        public var unreadable: [Line] = []
        /// The domains of which nobody was met, sorted.
        public var domains: [String] = []
    }

    /// Whether people are chosen, and none of them was met.
    public func choosesNobody(_ missing: Missing) -> Bool {
        !isEverybody && missing.people.count == count && missing.domains.count == domains.count
    }

    /// What chooses nobody, if only these were met.
    func missing(_ met: Met) -> Missing {
        let people = lines.filter { !met.people.contains($0.key) }.values.sorted { $0.number < $1.number }
        return Missing(
            file: file ?? "", people: people, unreadable: unreadable,
            domains: domains.subtracting(met.domains).sorted())
    }
}
