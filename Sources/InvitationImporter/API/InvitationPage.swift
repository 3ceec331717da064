#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One page of the server's list of invitations, or of its list of members, each of them as an accepted invitation.
public struct InvitationPage: Hashable, Sendable {
    /// One invitation of the list.
    public struct Entry: Hashable, Sendable {
        /// Where an invitation stands.
        public enum Status: String, Hashable, Sendable {
            /// Nobody has answered it yet.
            case pending
            /// The person is in.
            case accepted
            /// Its time is up; it says nothing about the present.
            case expired
            /// A word that the API does not document.
            case other
        }

        /// The server's id.
        public var id: String
        /// The address as the server has it.
        public var email: String
        /// Where it stands; an entry without a status counts as pending.
        public var status: Status
        /// When it was made; `nil` if the server does not say.
        public var createdAt: Date?
        /// When it expires, as the server wrote it.
        public var expiresAt: String?
        /// The roles; `nil` if the server does not say.
        public var roles: [String]?
        /// The groups; `nil` if the server does not say.
        public var groups: [String]?
    }

    /// The invitations of the page.
    public var entries: [Entry]
    /// What to ask for next; `nil` on the last page.
    public var nextPageToken: String?

    /// Reads the body of an answer.
    ///
    /// - Returns: `nil` if it is no such list: not JSON, or without an array of objects with an id and an address.
    public init?(body: [UInt8], of list: ListRequest.List = .invitations) {
        let name = list == .invitations ? "invitations" : "users"
        guard let value = try? JSONValue(parsing: body),
            let elements = value[name]?.array ?? value["data"]?.array ?? value["items"]?.array ?? value.array
        else { return nil }
        entries = elements.compactMap { list == .invitations ? Entry($0) : Entry(member: $0) }
        guard entries.count == elements.count else { return nil }
        nextPageToken = value["nextPageToken"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension InvitationPage.Entry {
    /// Reads a member; `nil` without an id or an address. One who is suspended is a member all the same.
    init?(member value: JSONValue) {
        guard let id = value["id"]?.string ?? value["uid"]?.string, let email = value["email"]?.string else {
            return nil
        }
        self.init(id: "member \(id)", email: email, status: .accepted)
    }

    /// Reads an entry; `nil` without an id or an address.
    init?(_ value: JSONValue) {
        guard let created = CreatedInvitation(value), let id = created.id, let email = created.email else { return nil }
        let status = value["status"]?.string.map { Status(rawValue: $0.lowercased()) ?? .other } ?? .pending
        self.init(
            id: id, email: email, status: status, createdAt: value["createdAt"]?.string.flatMap(ServerTime.parse),
            expiresAt: created.expiresAt, roles: created.roles, groups: created.groups)
    }
}

/// Times as the API writes them: ISO 8601 with or without fractions.
enum ServerTime {
    static func parse(_ text: String) -> Date? {
        (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            ?? (try? Date(text, strategy: .iso8601))
    }
}
