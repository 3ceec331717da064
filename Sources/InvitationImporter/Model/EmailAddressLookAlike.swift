/// Recognises a typing slip in the domains that most people have: gmial.com.
enum EmailAddressLookAlike {
    /// The big provider whose domain differs from this one by one letter missing, added, replaced or swapped
    /// (Damerau-Levenshtein distance 1), or looks the same; `nil` if there is none, or if the domain itself is known to
    /// exist.
    ///
    /// Short names have real neighbours (weg.de, love.com), so only swapped letters and slips in the ending count
    /// there.
    ///
    /// - Parameter domain: the domain in lower case.
    static func provider(resembling domain: String) -> String? {
        let scalars = Array(domain.unicodeScalars)
        let skeleton = Confusables.isPlain(scalars) ? nil : Confusables.skeleton(of: domain)
        let provider = providers.first { $0.isMeant(by: scalars) || $0.skeleton == skeleton }
        guard let provider, !known.contains(domain) else { return nil }
        return provider.text
    }

    /// A domain that other domains may be a slip of.
    struct Domain: Sendable {
        let text: String
        let scalars: [UnicodeScalar]
        /// The skeleton of the domain; see ``Confusables``.
        let skeleton: String
        /// How many characters are before the first dot.
        let nameLength: Int

        init(_ domain: String) {
            text = domain
            skeleton = Confusables.skeleton(of: domain)
            scalars = Array(domain.unicodeScalars)
            nameLength = scalars.firstIndex(of: ".") ?? scalars.count
        }

        /// Whether another domain is this one with one slip.
        func isMeant(by other: [UnicodeScalar]) -> Bool {
            guard abs(other.count - scalars.count) <= 1 else { return false }
            let shorter = min(scalars.count, other.count)
            var common = 0
            while common < shorter, scalars[common] == other[common] { common += 1 }
            var tail = 0
            while tail < shorter - common,
                scalars[scalars.count - tail - 1] == other[other.count - tail - 1]
            {
                tail += 1
            }
            switch (scalars.count - common - tail, other.count - common - tail) {
            case (1, 1):
                // Another country's ending is no slip: yahoo.fr, yahoo.gr.
                return common > nameLength ? scalars.count - nameLength > 3 : nameLength > 4
            case (0, 1), (1, 0):
                return common > nameLength || nameLength > 4
            case (2, 2):
                return scalars[common] == other[common + 1] && scalars[common + 1] == other[common]
            default:
                return false
            }
        }
    }

    private static let providers = [
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "aol.com",
        "proton.me", "protonmail.com", "fastmail.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "freenet.de",
        "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "hotmail.fr", "orange.fr", "yandex.ru", "comcast.net",
    ].map(Domain.init)

    private static let known: Set<String> = Set(providers.map(\.text)).union([
        "ymail.com", "mail.com", "email.com", "gmx.com", "gmx.at", "gmx.ch", "gmx.eu", "gmx.us", "cloud.com", "aol.de",
        "aol.fr", "live.de", "live.fr", "live.co.uk", "yahoo.ca", "hotmail.ca",
        "protonmail.ch", "pm.me", "fastmail.fm", "yandex.com", "ya.ru", "mail.ru", "web.me", "web.dk",
    ])
}
