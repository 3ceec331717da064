/// Everything that a sandbox knows and decides. It reads no clock and does no I/O: time and requests come in, answers
/// and the events to write come out.
package struct SandboxState: Sendable {
    /// How it behaves.
    package let configuration: SandboxConfiguration
    /// Changes that are not in the state file yet.
    package var unwritten: [SandboxEvent] = []
    /// The invitations and members of each organization, by its id.
    package var books: [String: OrganizationBook] = [:]
    /// How many POSTs came in for each address in lower case, whatever the answer.
    package private(set) var deliveries: [String: Int] = [:]
    /// How many invitations POSTs made for each address in lower case.
    package private(set) var created: [String: Int] = [:]
    /// The sum of ``created``.
    private(set) var createdTotal = 0
    /// The number of requests to the API so far.
    package private(set) var requests = 0
    /// The number of POSTs to `…/invitations` so far.
    package private(set) var posts = 0
    /// The latest requests.
    package private(set) var log: RequestLog
    var issuer: TokenIssuer
    /// The number of invitations ever made. Ids are derived from it, so none is ever used twice, even after a restart.
    var invitationsMade = 0
    var tokensIssued: UInt64 = 0
    private(set) var bucket: TokenBucket?
    private var hold: SandboxHold?

    /// Makes the state without the people who are there at the start; see ``populate(at:)``.
    package init(_ configuration: SandboxConfiguration) {
        self.configuration = configuration
        log = RequestLog(limit: configuration.requestLogLimit)
        issuer = TokenIssuer(fixed: configuration.fixedToken)
        hold = configuration.hold
        bucket = configuration.rateLimit.map { TokenBucket(rate: $0, capacity: configuration.bucketCapacity) }
        for organization in configuration.organizations { books[organization.id] = OrganizationBook() }
    }

    /// Notes a request whose last byte has come in, and draws its faults.
    package mutating func arrive(_ request: SandboxRequest, at now: SandboxMoment) -> Arrival {
        requests += 1
        let route = Route(request)
        var arrival = Arrival(request: request, route: route, fate: InjectedFault(configuration, number: requests))
        arrival.number = requests
        log.append(
            RequestRecord(
                number: requests, milliseconds: Double(now.uptime.nanoseconds) / 1_000_000, method: request.method,
                path: request.target, body: String(decoding: request.body, as: UTF8.self)))
        if case .invitations = route, request.method == "POST" {
            posts += 1
            arrival.post = posts
            let draft = InvitationDraft.read(request.body)
            if case .success(let draft) = draft, let email = draft.email { record(.received(email: email), at: now) }
            arrival.draft = draft
        }
        guard var bucket else { return arrival }
        self.bucket = nil
        arrival.isAdmitted = bucket.take(at: now.uptime)
        self.bucket = bucket
        return arrival
    }

    /// Applies a change now, and keeps it for the state file.
    mutating func record(_ event: SandboxEvent, at now: SandboxMoment) {
        apply(event, visibleFrom: now.uptime + configuration.listingLag)
        unwritten.append(event)
    }

    /// Applies a change that an earlier process wrote. Lists show it at once.
    package mutating func replay(_ event: SandboxEvent) { apply(event, visibleFrom: .zero) }

    private mutating func apply(_ event: SandboxEvent, visibleFrom: Duration) {
        switch event {
        case .received(let email): deliveries[email.lowercased(), default: 0] += 1
        case .invited(let invitation):
            invitationsMade += 1
            let start = invitation.madeBy == .start ? .zero : visibleFrom
            books[invitation.organization, default: OrganizationBook()].add(invitation, visibleFrom: start)
            guard invitation.madeBy == .client else { return }
            created[invitation.email.lowercased(), default: 0] += 1
            createdTotal += 1
        case .changed(let organization, let id, let status): books[organization]?.change(id, to: status)
        case .revoked(let organization, let id): books[organization]?.revoke(id)
        case .joined(let organization, let email):
            books[organization, default: OrganizationBook()].join(email, roles: ["member"], in: organization)
        case .reset: forget()
        }
    }

    private mutating func forget() {
        (deliveries, created, createdTotal, requests, posts) = ([:], [:], 0, 0, 0)
        log = RequestLog(limit: configuration.requestLogLimit)
        bucket = configuration.rateLimit.map { TokenBucket(rate: $0, capacity: configuration.bucketCapacity) }
        books = [:]
        for organization in configuration.organizations { books[organization.id] = OrganizationBook() }
    }

    /// Whether the answer to a request has to wait until it is released.
    package func isHeld(_ arrival: Arrival) -> Bool {
        switch hold {
        case nil: false
        case .lists: arrival.request.method == "GET"
        case .invitations(let count): arrival.post > count
        }
    }

    /// Releases all held answers, and holds no more.
    mutating func release() { hold = nil }

    /// Notes the status of an answer.
    mutating func noteAnswer(_ number: Int, status: Int) { log.answered(number, status: status) }
}
