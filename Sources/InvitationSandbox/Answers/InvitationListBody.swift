/// A page of invitations in the API's form.
struct InvitationListBody: Encodable {
    var invitations: [InvitationBody]
    var nextPageToken: String?
}
