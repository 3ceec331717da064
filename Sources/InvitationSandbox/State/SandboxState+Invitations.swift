extension SandboxState {
    /// Makes an invitation, unless a rule is against it.
    mutating func invite(
        _ arrival: Arrival, organization name: String, at now: SandboxMoment
    ) throws(SandboxProblem) -> SandboxAnswer {
        let organization = try organization(name).id
        guard let draft = try arrival.draft?.get(), let email = draft.email else {
            throw .validation("Invalid request body.", ["email": "is required"])
        }
        try draft.check(against: configuration)
        try checkPermission(email)
        // A copy of the book that lives while the book changes would copy every entry for each POST.
        guard books[organization]?.isMember(email) != true else {
            throw .conflict("User '\(email)' is already a member of the organization.")
        }
        let milliseconds = now.unixMilliseconds
        let isPending = books[organization]?.hasPending(email, at: milliseconds) == true
        if arrival.fate.otherFirst, !isPending {
            let other = otherDraft(draft, agrees: arrival.fate.otherAgrees)
            record(.invited(invitation: make(other, in: organization, by: .other, at: now)), at: now)
            throw .conflict("A pending invitation for '\(email)' already exists.")
        }
        guard !isPending || configuration.duplicates == .accept else {
            throw .conflict("A pending invitation for '\(email)' already exists.")
        }
        let invitation = make(draft, in: organization, by: .client, at: now)
        record(.invited(invitation: invitation), at: now)
        return .json(InvitationBody(invitation, at: milliseconds), status: 201)
    }

    /// Lists one page of invitations.
    func list(
        _ request: SandboxRequest, _ number: Int, organization name: String, at now: SandboxMoment
    ) throws(SandboxProblem) -> SandboxAnswer {
        let organization = try organization(name).id
        guard configuration.listing == .allowed else { throw .forbidden("Listing invitations is not permitted.") }
        let query = request.query
        let status = query["status"].map(SandboxInvitation.Status.init(rawValue:))
        if case .some(.none) = status { throw .validation("Invalid query.", ["status": "unknown value"]) }
        var generator = SplitMix64(seed: configuration.seed &+ 1, number: number)
        let page = InvitationPage(
            of: books[organization, default: OrganizationBook()], cursor: query["pageToken"],
            size: try PageQuery.size(query), salt: configuration.unstableOrder ? generator.next() : nil,
            status: status ?? nil, at: now)
        guard let page else { throw .validation("Invalid query.", ["pageToken": "is not a valid token"]) }
        let milliseconds = now.unixMilliseconds
        return .json(
            InvitationListBody(
                invitations: page.invitations.map { InvitationBody($0, at: milliseconds) }, nextPageToken: page.next))
    }

    /// Revokes an invitation that nobody has accepted.
    mutating func revoke(
        _ request: SandboxRequest, organization name: String, at now: SandboxMoment
    ) throws(SandboxProblem) -> SandboxAnswer {
        let organization = try organization(name).id
        guard let id = request.query["invitationId"], !id.isEmpty else {
            throw .validation("Invalid query.", ["invitationId": "is required"])
        }
        guard let invitation = books[organization]?.invitation(id) else { throw .notFound("No invitation '\(id)'.") }
        guard invitation.status != .accepted else {
            throw SandboxProblem(
                status: 409, code: "INVALID_STATE_TRANSITION", message: "The invitation has been accepted.")
        }
        record(.revoked(organization: organization, id: invitation.id), at: now)
        return SandboxAnswer(status: 204)
    }

    private func checkPermission(_ email: String) throws(SandboxProblem) {
        let domain = email.split(separator: "@").last.map { $0.lowercased() } ?? ""
        guard !configuration.refusedDomains.contains(domain) else {
            throw .forbidden("Invitations to the domain '\(domain)' are not permitted.")
        }
        guard let quota = configuration.invitationQuota, createdTotal >= quota else { return }
        throw SandboxProblem(status: 403, code: "QUOTA_EXCEEDED", message: "The invitation quota is used up.")
    }

    private func otherDraft(_ draft: InvitationDraft, agrees: Bool) -> InvitationDraft {
        agrees
            ? InvitationDraft(email: draft.email, roles: draft.roles, groups: draft.groups)
            : InvitationDraft(email: draft.email, roles: ["cluster-admin"])
    }

    /// Makes an invitation with the next id.
    func make(
        _ draft: InvitationDraft, in organization: String, by maker: SandboxInvitation.Maker,
        status: SandboxInvitation.Status = .pending, at now: SandboxMoment
    ) -> SandboxInvitation {
        var generator = SplitMix64(seed: configuration.seed &+ 2, number: invitationsMade)
        let lifetime = configuration.invitationLifetime.milliseconds
        return SandboxInvitation(
            organization: organization, id: generator.uuid(), uid: generator.uuid(), email: draft.email ?? "",
            roles: draft.roles ?? [], groups: draft.groups ?? [], message: draft.message,
            createdAt: now.unixMilliseconds, expiresAt: now.unixMilliseconds + lifetime, status: status,
            madeBy: maker)
    }
}
