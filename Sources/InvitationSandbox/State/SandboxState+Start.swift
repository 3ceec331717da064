extension SandboxState {
    /// Adds the people who are there at the start.
    package mutating func populate(at now: SandboxMoment) {
        guard let organization = configuration.organizations.first?.id else { return }
        for email in configuration.members.addresses("member") {
            record(.joined(organization: organization, email: email), at: now)
        }
        settle(configuration.accepted.addresses("accepted"), .accepted, organization, at: now)
        settle(configuration.pending.addresses("pending"), .pending, organization, at: now)
        settle(configuration.expired.addresses("expired"), .expired, organization, at: now)
    }

    private mutating func settle(
        _ emails: [String], _ status: SandboxInvitation.Status, _ organization: String, at now: SandboxMoment
    ) {
        let age = status == .expired ? configuration.invitationLifetime : .seconds(3600)
        let then = SandboxMoment(uptime: now.uptime, unix: now.unix - age)
        for email in emails {
            let draft = InvitationDraft(email: email, roles: ["member"])
            let invitation = make(draft, in: organization, by: .start, status: status, at: then)
            record(.invited(invitation: invitation), at: now)
        }
    }

    /// Forgets everything and begins again with the people who were there at the start.
    package mutating func reset(at now: SandboxMoment) {
        record(.reset, at: now)
        populate(at: now)
    }
}
