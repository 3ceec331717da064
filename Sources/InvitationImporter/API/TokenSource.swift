public import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Where tokens come from, at first and after one has ended.
public enum TokenSource: Hashable, Sendable {
    /// A token that is given once and cannot be renewed.
    case fixed(Token)
    /// A file with the token, or with JSON that has it. It is read again when the token ends, since somebody may have
    /// put a new one there. A pipe does not count: what it gave once is a fixed token.
    case file(FilePath)
    /// A shell command that prints the token, or JSON that has it. It is run again when the token ends.
    case command(String)
    /// A lasting secret that the API's token endpoint exchanges for a token.
    case exchange(TokenGrant)

    /// Finds the source: the file or the command if one is named, else `K0RDENT_TOKEN`, `K0RDENT_API_KEY`, or
    /// `K0RDENT_CLIENT_ID` with `K0RDENT_CLIENT_SECRET`. An empty variable counts as none.
    ///
    /// - Parameter now: The current time, from which a token's remaining life counts.
    /// - Returns: The source, and a warning for the person or `nil`.
    /// - Throws: ``Token/Missing``, also for a file that everybody may read.
    public static func find(
        file: String?, command: String?, environment: [String: String], now: Date = Date()
    ) throws(Token.Missing) -> (source: TokenSource, warning: String?) {
        if let file {
            let path = FilePath(file)
            let (issued, isLasting) = try TokenFile.readFirst(path, now: now)
            return (isLasting ? .file(path) : .fixed(issued.token), TokenFile.warning(path))
        }
        if let command { return (.command(command), nil) }
        let set = environment.filter { !$0.value.trimmed().isEmpty }
        if let text = set["K0RDENT_TOKEN"] { return (.fixed(try Token(text, from: "K0RDENT_TOKEN")), nil) }
        if let key = set["K0RDENT_API_KEY"] { return (.exchange(TokenGrant(apiKey: key)), nil) }
        switch (set["K0RDENT_CLIENT_ID"], set["K0RDENT_CLIENT_SECRET"]) {
        case (let id?, let secret?): return (.exchange(TokenGrant(clientID: id, secret: secret)), nil)
        case (nil, nil): break
        case (let id, _):
            let missing = id == nil ? "K0RDENT_CLIENT_ID" : "K0RDENT_CLIENT_SECRET"
            throw Token.Missing(description: "\(missing) is not set, but the other half of the pair is; set both.")
        }
        throw Token.Missing(
            description: "There is no token: set K0RDENT_TOKEN or K0RDENT_API_KEY, or use --token-file or "
                + "--token-command.")
    }

    /// Whether a token that has ended can be replaced without a person.
    public var isRenewable: Bool {
        if case .fixed = self { false } else { true }
    }

    /// A warning for the person before a run of this length; `nil` if there is none.
    public func warning(forRunOf time: Duration, now: Date = Date()) -> String? {
        guard case .fixed(let token) = self, let end = TokenClaims(token.secret)?.expiresAt else { return nil }
        let left = end.timeIntervalSince(now)
        guard left < time / .seconds(1) else { return nil }
        let words = left <= 0 ? "has ended" : "ends in \(Int(left / 60)) min \(Int(left) % 60) s"
        return "The token \(words), before the run is likely to be done, and cannot be renewed. The run stops then, "
            + "and the same command goes on with a new token; --token-command and K0RDENT_API_KEY renew by themselves."
    }
}
