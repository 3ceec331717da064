/// A request that has come in and waits to be handled.
package struct Arrival: Sendable {
    /// The request.
    package let request: SandboxRequest
    /// The route; nil if there is none.
    let route: Route?
    /// The fault that it meets.
    package let fate: InjectedFault
    /// Its number, counted from 1.
    package var number = 0
    /// Its number among the invitations, counted from 1; 0 for other requests.
    var post = 0
    /// Whether the rate limit lets it in.
    package var isAdmitted = true
    /// The invitation that it asks for; nil for other requests.
    var draft: Result<InvitationDraft, SandboxProblem>?
}
