/// What has become of an invitation, as the server's list shows it.
///
/// The raw values are written in reports. Scripts may rely on them.
public enum InvitationStatus: String, Hashable, Sendable, CaseIterable {
    /// Nobody has answered it yet.
    case pending
    /// The person is in.
    case accepted
    /// Its time is up.
    case expired
    /// It is not in the list any more: revoked, or removed by the server.
    case gone
    /// The list has it with a status that the API does not document.
    case other
    /// Nobody knows if it was made at all: an attempt had no clear reply. Another import settles that.
    case unknown
    /// The list could not be read, or the journal has no id to look for.
    case notSeen = "not-seen"
}
