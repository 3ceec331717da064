#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One page of one of the server's lists.
public struct ListPage: Hashable, Sendable {
    /// One invitation of a list, or a member, who counts as an accepted one.
    public struct Person: Hashable, Sendable {
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
        /// Where it stands; an invitation without a status counts as pending.
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

    /// The invitations or members of the page; empty for other lists.
    public var people: [Person] = []
    /// The roles, groups or organizations of the page; empty for other lists.
    public var resources: [ServerResource] = []
    /// What to ask for next; `nil` on the last page.
    public var nextPageToken: String?

    /// Reads the body of an answer.
    ///
    /// - Returns: `nil` if it is no such list: not JSON, without an array of objects of that kind, or with two values for
    ///   one name.
    public init?(body: [UInt8], of list: ListRequest.List = .invitations) {
        guard let value = JSONValue.unambiguous(body),
            let elements = value[list.name]?.array ?? value["data"]?.array ?? value["items"]?.array ?? value.array
        else { return nil }
        switch list {
        case .invitations: people = elements.compactMap(Person.init(invitation:))
        case .members: people = elements.compactMap(Person.init(member:))
        case .roles, .groups, .organizations: resources = elements.compactMap(ServerResource.init)
        }
        guard people.count + resources.count == elements.count else { return nil }
        nextPageToken = value["nextPageToken"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension ListRequest.List {
    /// The name of the array in the server's answer.
    fileprivate var name: String {
        switch self {
        case .invitations: "invitations"
        case .members: "users"
        case .roles: "roles"
        case .groups: "groups"
        case .organizations: "organizations"
        }
    }
}

extension ListPage.Person {
    /// Reads a member; `nil` without an id or an address. One who is suspended is a member all the same.
    fileprivate init?(member value: JSONValue) {
        guard let id = value["id"]?.string ?? value["uid"]?.string, let email = value["email"]?.string else {
            return nil
        }
        self.init(id: "member \(id)", email: email, status: .accepted, roles: value["roles"]?.strings)
    }

    /// Reads an invitation; `nil` without an id or an address.
    fileprivate init?(invitation value: JSONValue) {
        guard let created = CreatedInvitation(value), let id = created.id, let email = created.email else { return nil }
        let status = value["status"]?.string.map { Status(rawValue: $0.lowercased()) ?? .other } ?? .pending
        self.init(
            id: id, email: email, status: status, createdAt: value["createdAt"]?.string.flatMap(ISOTime.parse),
            expiresAt: created.expiresAt, roles: created.roles, groups: created.groups)
    }
}
