/// Hides names and passwords in URLs. No text for people shows them.
public enum URLSecrets {
    /// The text, with three stars for the name and password before the host in each URL: `https://***@host/path`.
    public static func hidden(in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let scheme = rest.firstRange(of: "://") {
            result += rest[..<scheme.upperBound]
            rest = rest[scheme.upperBound...]
            let word = rest.prefix { !$0.isWhitespace && !"\"'<>".contains($0) }
            guard let at = end(ofNameIn: word) else { continue }
            result += "***"
            rest = rest[at...]
        }
        return result + rest
    }

    /// The @ after a name and password at the beginning of a URL's rest; `nil` if there are none.
    private static func end(ofNameIn word: Substring) -> String.Index? {
        let authority = word.prefix { !"/?#".contains($0) }
        if let at = authority.lastIndex(of: "@") { return at }
        // A password should have its slashes encoded. If somebody typed one with slashes, it must not be shown either.
        guard let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]"),
            !authority[authority.index(after: colon)...].allSatisfy(\.isNumber)
        else { return nil }
        return word.lastIndex(of: "@")
    }
}
