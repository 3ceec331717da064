import InvitationImporter

/// The error that ends a command, in words.
enum ErrorText {
    /// The error for a person, on one line.
    static func line(_ error: any Error) -> String {
        let words = (error as? OrganizationProblem).map(words) ?? "\(error)"
        return "error: \(Printable.escape(words, limit: 2000))"
    }

    private static func words(_ problem: OrganizationProblem) -> String {
        switch problem {
        case .missing: return "No organization was named; give --org, K0RDENT_ORG or a column organization."
        case .unknown(let name, let known):
            let names = Phrase.cut(known.map { Printable.escape($0, limit: 80) })
            return "The server does not know the organization \(Printable.escape(name, limit: 80)); it knows \(names)."
        }
    }
}
