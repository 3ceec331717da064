/// An invitation in the API's form.
struct InvitationBody: Encodable {
    var selfLink: String
    var uid: String
    var id: String
    var displayName: String
    var email: String
    var roles: [String]
    var groups: [String]
    var message: String?
    var status: SandboxInvitation.Status
    var createdAt: String
    var expiresAt: String

    /// Makes the body, with the status of the invitation at a time in milliseconds since 1970.
    init(_ invitation: SandboxInvitation, at milliseconds: Int) {
        let name = "invitation-\(invitation.uid.prefix(8))"
        selfLink = "/v1/regions/global/organizations/\(invitation.organization)/invitations/\(name)"
        uid = invitation.uid
        id = invitation.id
        displayName = invitation.email
        email = invitation.email
        roles = invitation.roles
        groups = invitation.groups
        message = invitation.message
        status = invitation.status(at: milliseconds)
        createdAt = CivilTime(unixSeconds: invitation.createdAt / 1000).iso8601
        expiresAt = CivilTime(unixSeconds: invitation.expiresAt / 1000).iso8601
    }
}
