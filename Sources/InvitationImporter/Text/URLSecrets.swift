/// Names and passwords in URLs, which no text for people shows.
public enum URLSecrets {
    /// The text with three stars in place of what stands before the host in its URLs: `https://***@host/path`.
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

    /// The @ behind a name and password at the beginning of a URL's rest; `nil` if there are none.
    private static func end(ofNameIn word: Substring) -> String.Index? {
        let authority = word.prefix { !"/?#".contains($0) }
        if let at = authority.lastIndex(of: "@") { return at }
        // A password should have its slashes encoded; who typed one with them must not see it printed all the same.
        guard let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]"),
            !authority[authority.index(after: colon)...].allSatisfy(\.isNumber)
        else { return nil }
        return word.lastIndex(of: "@")
    }
}
