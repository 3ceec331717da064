extension SandboxState {
    private struct Deliveries: Encodable {
        var deliveries: [String: Int]
        var requests: Int
        var posts: Int
    }

    private struct Created: Encodable { var created: [String: Int] }
    private struct Invitations: Encodable { var invitations: [SandboxInvitation] }
    private struct Requests: Encodable { var requests: [RequestRecord] }
    private struct Changed: Encodable { var changed: Int }
    private struct Health: Encodable { var status = "ok" }

    /// All invitations except revoked ones, in the order in which they came, each with its present status.
    package func invitations(at now: SandboxMoment) -> [SandboxInvitation] {
        books.sorted { $0.key < $1.key }.flatMap(\.value.entries).filter { !$0.revoked }.map {
            var invitation = $0.invitation
            invitation.status = invitation.status(at: now.unixMilliseconds)
            return invitation
        }
    }

    /// Answers requests of tests and people to the sandbox itself, below `/_sandbox/`. They meet no fault and no limit.
    package mutating func control(_ request: SandboxRequest, at now: SandboxMoment) -> SandboxAnswer {
        let name = request.path.count == 2 ? request.path[1] : ""
        switch (request.method, name) {
        case ("GET", "health"): return .json(Health())
        case ("GET", "deliveries"):
            return .json(Deliveries(deliveries: deliveries, requests: requests, posts: posts))
        case ("GET", "created"): return .json(Created(created: created))
        case ("GET", "invitations"): return .json(Invitations(invitations: invitations(at: now)))
        case ("GET", "requests"):
            let last = request.query["last"].flatMap { Int($0) }.map { max(0, $0) } ?? Int.max
            return .json(Requests(requests: log.latest.suffix(last)))
        case ("POST", "accept"): return change(request.query["email"], to: .accepted, at: now)
        case ("POST", "expire"): return change(request.query["email"], to: .expired, at: now)
        case ("POST", "release"):
            release()
            return .json(Health())
        case ("POST", "reset"):
            reset(at: now)
            return .json(Health())
        default: return SandboxAnswer(status: 404)
        }
    }

    /// Accepts or expires all pending invitations for an address.
    private mutating func change(
        _ email: String?, to status: SandboxInvitation.Status, at now: SandboxMoment
    ) -> SandboxAnswer {
        let found = books.values.flatMap { $0.pending(email ?? "", at: now.unixMilliseconds) }
        for invitation in found {
            record(.changed(organization: invitation.organization, id: invitation.id, status: status), at: now)
        }
        return .json(Changed(changed: found.count), status: found.isEmpty ? 404 : 200)
    }
}
