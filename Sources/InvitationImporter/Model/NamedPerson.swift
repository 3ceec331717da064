/// Whom a row names that gets no mail of its own, as far as it could be read, for people who look at the row.
public struct NamedPerson: Hashable, Sendable {
    /// The longest text that is kept, in characters.
    private static let longest = 254

    /// The address as written; empty without one.
    public var email: String
    /// The name; empty without one.
    public var name: String
    /// The roles.
    public var roles: [String] = []
    /// The groups.
    public var groups: [String] = []

    /// Makes a person. Long texts are cut.
    init(email: String, name: String, roles: [String] = [], groups: [String] = []) {
        (self.email, self.name) = (Self.cut(email), Self.cut(name))
        (self.roles, self.groups) = (roles, groups)
    }

    private static func cut(_ text: String) -> String {
        // Characters are counted only where there may be too many.
        text.utf8.count <= longest ? text : String(text.prefix(longest))
    }

    /// Whom an invitation names.
    init(_ invitation: Invitation) {
        self.init(
            email: invitation.email, name: invitation.name ?? "", roles: invitation.roles, groups: invitation.groups)
    }
}

extension NamedPerson {
    private static let lists = ["roles", "groups"]

    /// The person as a JSON object, without what is empty.
    var json: JSONValue {
        var members: [JSONValue.Member] = []
        for (name, text) in [("email", email), ("name", name)] where !text.isEmpty {
            members.append(.init(name, .string(text)))
        }
        for (name, texts) in zip(Self.lists, [roles, groups]) where !texts.isEmpty {
            members.append(.init(name, .strings(texts)))
        }
        return .object(members)
    }

    /// Reads a person back.
    init(_ value: JSONValue) {
        self.init(
            email: value["email"]?.string ?? "", name: value["name"]?.string ?? "",
            roles: value["roles"]?.strings ?? [], groups: value["groups"]?.strings ?? [])
    }
}
