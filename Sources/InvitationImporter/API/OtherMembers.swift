/// Recognises what stands beside a list and says nothing about its length: who asked, when, how, of what version.
///
/// What is not known here may be a sign that there is more, in words that nobody has thought of.
enum OtherMembers {
    /// Whether a member, and all that is in it, is about something else.
    ///
    /// - Parameter words: The words of its name.
    static func has(_ words: [String], _ value: JSONValue) -> Bool {
        if words.contains(where: about.contains) || words == ["id"] || value.isTime { return true }
        switch value {
        case .bool(true): return words.allSatisfy(successes.contains)
        case .number where words.last == "code": return (200..<300).contains(value.integer ?? 0) || value.integer == 0
        case .string(let text): return isGood(text) && !text.contains(where: \.isNumber)
        default: return false
        }
    }

    /// Whether a text for people says that all went well, and nothing else.
    static func isGood(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        return words.allSatisfy { listed.contains(String($0)) || successes.contains(String($0)) }
            || GoodNews.isAll(words.filter { !listed.contains(String($0)) }.joined(separator: " "), for: nil)
    }

    private static let about: Set<String> = [
        "request", "trace", "tracing", "correlation", "span", "session", "operation", "debug", "runtime",
        "time", "timestamp", "date", "datetime", "took", "duration", "elapsed", "latency", "ms", "millis", "seconds",
        "dauer", "durée", "duración", "generated", "cached", "cache", "ttl", "expires", "asof",
        "version", "v", "revision", "api", "jsonapi", "schema", "kind", "type", "class", "context", "object",
        "resource",
        "format", "build", "release", "commit", "method",
        "sort", "sorted", "sorting", "order", "ordered", "ordering", "direction", "query", "search", "q", "filter",
        "filters", "locale", "language", "lang", "timezone", "currency", "encoding", "charset",
        "organization", "organisation", "org", "tenant", "account", "region", "project", "workspace", "realm", "domain",
        "environment", "env", "host", "hostname", "server", "node", "instance", "service", "cluster", "zone",
        "viewer", "me", "caller", "actor", "principal", "owner", "user", "etag", "hash", "checksum", "digest",
        "signature", "sha", "csrf", "nonce", "schemas", "consistency", "sso", "unread", "expiry", "expiration", "hint",
        "tip",
        "notice", "announcement", "banner", "motd", "permission", "permissions", "scope", "scopes", "capabilities",
        "actions", "operations", "can",
        "allowed", "features", "flags", "settings", "config", "configuration", "options", "preferences", "theme",
        "facet", "facets", "aggregations", "readonly", "only",
        "collection", "up", "create", "edit", "profile", "home", "current", "base", "columns", "fields", "headers",
        "help", "docs", "documentation", "deprecated", "deprecation", "sunset",
        "copyright", "license", "licenses", "legal", "terms", "support", "contact", "name", "title", "description",
        "role", "roles", "group", "groups", "plan", "seat", "seats", "quota", "quotas", "usage", "rate", "ratelimit",
    ]
    /// Words of a text about a list that was given out, beside those of ``GoodNews``.
    private static let listed: Set<String> = [
        "list", "listed", "listing", "retrieved", "fetched", "loaded", "found", "returned", "read", "got", "all",
        "data",
    ]
    private static let successes: Set<String> = [
        "success", "successful", "succeeded", "ok", "okay", "is", "was", "valid", "authorized", "authenticated",
        "exito",
        "éxito", "erfolg", "erfolgreich", "sucesso", "succès", "successo", "succes", "sukces", "успех", "успешно", "成功",
        "操作成功", "成功しました", "성공", "başarılı",
    ]
}
