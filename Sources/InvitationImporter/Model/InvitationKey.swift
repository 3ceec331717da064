/// Identifies an invitation: the organization, and the address without its differences of spelling.
public struct InvitationKey: Hashable, Sendable {
    /// The organization, a space, and the normalised address. An organization's id never has a space.
    public var text: String

    /// Makes a key from its text in a plan or a journal. Earlier versions folded only the case of ASCII.
    public init(text: String) {
        guard !text.isASCII, let space = text.firstIndex(of: " ") else {
            self.text = text
            return
        }
        self.text = text[...space] + String(text[space...].dropFirst()).caseFolded.normalizedNFC()
    }

    /// Makes the key of an address in an organization.
    public init(organization: String, email: EmailAddress) {
        text = organization + " " + email.key
    }

    /// The organization's part.
    public var organization: String { String(text[..<space]) }

    /// The address's part.
    public var email: String { String(text[space...].dropFirst()) }

    /// The space between them; the end if there is none.
    private var space: String.Index {
        // Bytes are found faster than characters. A mark after the space would make another character of it.
        let space = text.utf8.firstIndex(of: .space) ?? text.endIndex
        guard space < text.endIndex, text[space] != " " else { return space }
        return text.firstIndex(of: " ") ?? text.endIndex
    }

    /// The domain of the address, in lower case as A-labels.
    public var domain: String { String(EmailAddress.domain(of: text)) }

    /// ``domain`` in its own alphabet; `nil` if it has no A-label that stands for a text.
    public var domainInOwnAlphabet: String? { EmailAddress.domainInOwnAlphabet(domain) }

    /// A short stand-in for the key, valid within this process.
    public var hash: KeyHash { KeyHash(text) }
}
