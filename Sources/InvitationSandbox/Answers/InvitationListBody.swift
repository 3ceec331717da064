/// A page of invitations as the API writes it.
struct InvitationListBody: Encodable {
    var invitations: [InvitationBody]
    var nextPageToken: String?
}
