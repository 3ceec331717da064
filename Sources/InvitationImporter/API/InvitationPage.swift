#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One page of the server's list of invitations.
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
    /// - Returns: `nil` if it is no list: not JSON, or without an array of objects.
    public init?(body: [UInt8]) {
        guard let value = try? JSONValue(parsing: body),
            let list = value["invitations"]?.array ?? value["data"]?.array ?? value["items"]?.array ?? value.array
        else { return nil }
        entries = list.compactMap(Entry.init)
        guard entries.count == list.count else { return nil }
        nextPageToken = value["nextPageToken"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension InvitationPage.Entry {
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
