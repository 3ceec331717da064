/// Counts the people of each domain, to find a domain that was mistyped: one person of northwnid.example among 500 of
/// northwind.example.
struct DomainFrequencies {
    /// The most domains that are counted. Further ones are not.
    static let limit = 10_000
    /// A domain with at least this many people is one of the file's own.
    static let own = 5
    /// The domain meant must have this many times as many people as the mistyped one.
    static let factor = 10

    private var counts: [Substring: Int] = [:]
    private var frequent: [(domain: EmailAddressLookAlike.Domain, people: Int)] = []
    private var verdicts: [Substring: String?] = [:]

    /// Counts a person, or so many of one domain.
    mutating func add(_ email: String, times: Int = 1) {
        let domain = Self.domain(of: email)
        if counts.count < Self.limit || counts[domain] != nil { counts[domain, default: 0] += times }
    }

    /// Whether most people have domains that are not reserved for examples. If so, the others were left over from an
    /// example. If not, somebody tries the program out.
    private(set) var isForReal = false

    /// Finds the file's own domains, 50 at most, after everybody has been counted.
    mutating func close() {
        let examples = counts.reduce(0) { $0 + (UndeliverableDomain.isForExamples($1.key) ? $1.value : 0) }
        isForReal = examples < counts.values.reduce(0, +) / 2
        let own = counts.filter { $0.value >= Self.own }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        frequent = own.prefix(50).map { domain, people in
            (EmailAddressLookAlike.Domain(String(domain)), people)
        }
    }

    /// The domain that was probably meant; `nil` if nothing suggests another domain than this one.
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
        // An assignment would keep no verdict for a domain that is as it should be: nearly all are.
        if verdicts.count < Self.limit { verdicts.updateValue(meant?.domain.text, forKey: domain) }
        return meant?.domain.text
    }

    private static func domain(of email: String) -> Substring {
        let domain = EmailAddress.domain(of: email)
        let isPlain = domain.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        return isPlain ? domain : Substring(String(domain).normalizedNFC().lowercased())
    }
}
