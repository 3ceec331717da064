/// What a sandbox has seen and keeps, all at one moment.
public struct SandboxSnapshot: Sendable, Equatable {
    /// How many POSTs came in for each address in lower case, whatever the answer.
    public var deliveries: [String: Int]
    /// How many invitations POSTs made for each address in lower case.
    public var created: [String: Int]
    /// All invitations except revoked ones, by organization, in the order in which they came.
    public var invitations: [SandboxInvitation]
    /// The addresses of the members of each organization, oldest first.
    public var members: [String: [String]]
    /// The latest requests to the API, oldest first; see ``SandboxConfiguration/requestLogLimit``.
    public var requests: [RequestRecord]
    /// The number of requests to the API so far.
    public var requestCount: Int
    /// The number of POSTs to `…/invitations` so far.
    public var postCount: Int

    /// Complexity: O(n) in the number of invitations.
    init(_ state: SandboxState, at now: SandboxMoment) {
        deliveries = state.deliveries
        created = state.created
        invitations = state.invitations(at: now)
        members = state.books.mapValues { $0.members.map(\.email) }
        requests = state.log.latest
        requestCount = state.requests
        postCount = state.posts
    }
}
