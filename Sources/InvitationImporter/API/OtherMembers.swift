/// Recognises what stands beside a list and says nothing about its length: who asked, when, how, of what version.
///
/// What is not known here may be a sign that there is more, in words that nobody has thought of.
enum OtherMembers {
    /// Whether a member, and all that is in it, is about something else.
    ///
    /// - Parameter words: The words of its name.
    static func has(_ words: [String], _ value: JSONValue) -> Bool {
        if words.contains(where: about.contains) || last.contains(words.last ?? "") { return true }
        if value.isTime { return true }
        // "2 of 25" has good words only.
        return value.string.map { GoodNews.isAll($0, for: nil) && !$0.contains(where: \.isNumber) } ?? false
    }

    private static let about: Set<String> = [
        "request", "response", "trace", "tracing", "correlation", "span", "session", "operation",
        "time", "timestamp", "date", "datetime", "took", "duration", "elapsed", "latency", "ms", "millis", "seconds",
        "generated", "cached", "cache", "ttl", "expires",
        "version", "revision", "api", "schema", "kind", "type", "class", "context", "object", "resource", "format",
        "self", "href", "url", "uri", "path", "method", "endpoint",
        "sort", "sorted", "sorting", "order", "ordered", "ordering", "direction", "query", "search", "q",
        "locale", "language", "lang", "timezone", "currency",
        "organization", "organisation", "org", "tenant", "account", "region", "project", "workspace", "realm", "domain",
        "environment", "env", "host", "hostname", "server", "node", "instance", "service", "cluster", "zone",
        "etag", "hash", "checksum", "digest", "signature",
        "permission", "permissions", "scope", "scopes", "capabilities", "actions", "operations", "can", "allowed",
        "columns", "fields", "headers", "help", "docs", "documentation", "deprecated", "deprecation",
        "role", "roles", "group", "groups", "plan", "license", "licenses", "seat", "seats", "quota", "quotas", "usage",
        "rate", "ratelimit",
    ]
    /// The last words of names of single things.
    private static let last: Set<String> = ["id", "uid", "uuid", "guid", "name", "title", "description", "at", "by"]
}
