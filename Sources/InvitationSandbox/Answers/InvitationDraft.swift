#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The body of a POST that asks for an invitation.
package struct InvitationDraft: Sendable, Equatable, Decodable {
    package var email: String?
    package var roles: [String]?
    package var groups: [String]?
    package var message: String?

    /// The longest message, in Unicode scalars.
    package static let longestMessage = 500

    /// Reads a body, or returns what is wrong with it.
    package static func read(_ body: [UInt8]) -> Result<InvitationDraft, SandboxProblem> {
        do {
            return .success(try JSONDecoder().decode(InvitationDraft.self, from: Data(body)))
        } catch DecodingError.typeMismatch(_, let context) {
            let field = context.codingPath.first?.stringValue ?? "body"
            return .failure(.validation("Invalid request body.", [field: "has the wrong type"]))
        } catch {
            return .failure(.validation("The request body is not valid JSON."))
        }
    }

    /// Throws the first violation of the API's rules.
    package func check(against configuration: SandboxConfiguration) throws(SandboxProblem) {
        guard let email, !email.isEmpty else {
            throw .validation("Invalid request body.", ["email": "is required"])
        }
        guard Self.isPlausible(email) else {
            throw .validation("Invalid request body.", ["email": "must be a valid email address"])
        }
        guard !(roles ?? []).isEmpty || !(groups ?? []).isEmpty else {
            throw .validation(
                "Invalid request body.", ["roles": "at least one of roles or groups must be provided"])
        }
        guard (message ?? "").unicodeScalars.count <= Self.longestMessage else {
            throw .validation("Invalid request body.", ["message": "must be at most 500 characters"])
        }
        guard configuration.strictRoles else { return }
        try Self.check(roles, "roles", among: configuration.roles)
        try Self.check(groups, "groups", among: configuration.groups)
    }

    private static func check(
        _ words: [String]?, _ field: String, among known: [SandboxResource]
    ) throws(SandboxProblem) {
        for word in words ?? [] where !known.contains(where: { $0.answers(to: word) }) {
            throw .validation("Invalid request body.", [field: "unknown value '\(word)'"])
        }
    }

    /// Whether a text has the form of an address: a local part, the last at sign, a domain of labels.
    package static func isPlausible(_ email: String) -> Bool {
        guard let at = email.lastIndex(of: "@"), email.utf8.count <= 254 else { return false }
        let (local, domain) = (email[..<at], email[email.index(after: at)...])
        guard !local.isEmpty, local.utf8.count <= 64, !domain.isEmpty else { return false }
        let forbidden = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 || scalar.value == 0x7F || scalar == "@" }
        let quoted = local.count >= 2 && local.hasPrefix("\"") && local.hasSuffix("\"")
        guard quoted || !local.unicodeScalars.contains(where: forbidden) else { return false }
        guard !domain.unicodeScalars.contains(where: forbidden) else { return false }
        return domain.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }
}
