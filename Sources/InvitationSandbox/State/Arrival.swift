/// A request that has come in and waits to be handled.
package struct Arrival: Sendable {
    /// The request.
    package let request: SandboxRequest
    /// Where it goes; nil for no place that exists.
    let route: Route?
    /// What befalls it.
    package let fate: InjectedFault
    /// Its number, from 1.
    package var number = 0
    /// Its number among the invitations, from 1; 0 for other requests.
    var post = 0
    /// Whether the rate limit lets it in.
    package var isAdmitted = true
    /// What it asks for, if it asks for an invitation.
    var draft: Result<InvitationDraft, SandboxProblem>?
}
