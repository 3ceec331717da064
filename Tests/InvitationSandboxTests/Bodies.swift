import InvitationSandbox

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An invitation as a client reads it.
struct InvitationEntry: Decodable, Equatable {
    var selfLink: String
    var uid: String
    var id: String
    var email: String
    var roles: [String]
    var groups: [String]
    var message: String?
    var status: String
    var createdAt: String
    var expiresAt: String
}

/// A page of invitations as a client reads it.
struct InvitationPageBody: Decodable {
    var invitations: [InvitationEntry]
    var nextPageToken: String?
}

extension SandboxAnswer {
    func decoded<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body.utf8))
    }
}
