/// The domains of an input, each with its number of people, to find the one that is a slip of the fingers: among 500
/// people of northwind.example, the one of northwnid.example.
struct DomainFrequencies {
    /// Domains that are counted, at most; a file with more has no domain of its own.
    static let limit = 10_000
    /// People from whom on a domain is the file's own.
    static let own = 5
    /// How many times as many people the domain meant must have.
    static let factor = 10

    private var counts: [Substring: Int] = [:]
    private var frequent: [(domain: EmailAddressLookAlike.Domain, people: Int)] = []
    private var verdicts: [Substring: String?] = [:]

    /// Takes a person in.
    mutating func add(_ email: String) {
        let domain = Self.domain(of: email)
        if counts.count < Self.limit || counts[domain] != nil { counts[domain, default: 0] += 1 }
    }

    /// Whether most people are at domains that are not for examples only, so that the others are left over from one; a file
    /// of nobody else tries something out.
    private(set) var isForReal = false

    /// Finds the file's own domains, when everybody has been taken in; 50 at most.
    mutating func close() {
        let examples = counts.reduce(0) { $0 + (UndeliverableDomain.isForExamples($1.key) ? $1.value : 0) }
        isForReal = examples < counts.values.reduce(0, +) / 2
        let own = counts.filter { $0.value >= Self.own }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        frequent = own.prefix(50).map { domain, people in
            (EmailAddressLookAlike.Domain(String(domain)), people)
        }
    }

    /// The domain that was probably meant; `nil` if this one is as good as any.
    mutating func meant(by email: String) -> String? {
        guard !frequent.isEmpty else { return nil }
        let domain = Self.domain(of: email)
        if let verdict = verdicts[domain] { return verdict }
        let people = counts[domain] ?? 1
        let scalars = Array(domain.unicodeScalars)
        let skeleton = Confusables.skeleton(of: String(domain))
        let meant = frequent.first { other in
            other.people >= Self.factor * people && other.domain.text[...] != domain
                && (other.domain.skeleton == skeleton || other.domain.isMeant(by: scalars))
        }
        if verdicts.count < Self.limit { verdicts[domain] = meant?.domain.text }
        return meant?.domain.text
    }

    private static func domain(of email: String) -> Substring {
        let domain = EmailAddress.domain(of: email)
        let isPlain = domain.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        return isPlain ? domain : Substring(String(domain).normalizedNFC().lowercased())
    }
}
