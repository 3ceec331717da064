import InvitationSandbox

/// Drives a state as a server would, at times of the test's choosing.
final class Bench {
    static let path = "/v1/regions/global/organizations/acme/invitations"
    /// 2027-01-15T08:00:00Z.
    static let epoch: Duration = .seconds(1_800_000_000)

    var state: SandboxState

    init(_ change: (inout SandboxConfiguration) -> Void = { _ in }) {
        var configuration = SandboxConfiguration()
        change(&configuration)
        state = SandboxState(configuration)
        state.populate(at: Self.at(.zero))
    }

    static func at(_ uptime: Duration) -> SandboxMoment { SandboxMoment(uptime: uptime, unix: epoch + uptime) }

    func send(
        _ method: String, _ target: String, _ body: String = "", at uptime: Duration = .zero,
        authorization: String? = "Bearer sandbox-token"
    ) -> SandboxAnswer {
        let request = SandboxRequest(method, target, authorization: authorization, body: Array(body.utf8))
        let arrival = state.arrive(request, at: Self.at(uptime))
        return state.answer(arrival, at: Self.at(uptime))
    }

    func control(_ method: String, _ name: String) -> SandboxAnswer {
        state.control(SandboxRequest(method, "/_sandbox/" + name), at: Self.at(.zero))
    }

    func token(lifetime: Duration) -> String { state.token(lifetime: lifetime, at: Self.at(.zero)) }

    func invite(_ email: String, at uptime: Duration = .zero) -> SandboxAnswer {
        send("POST", Self.path, #"{"email":"\#(email)","roles":["viewer"]}"#, at: uptime)
    }

    func get(_ target: String, at uptime: Duration = .zero) -> SandboxAnswer {
        send("GET", target, at: uptime)
    }

    /// Walks through all pages of the list; `between` runs after each.
    func walk(
        _ query: String, at uptime: Duration = .zero, between: (Bench) -> Void = { _ in }
    ) throws -> [InvitationPageBody] {
        var pages: [InvitationPageBody] = []
        var cursor = ""
        while true {
            let page = try get("\(Self.path)?\(query)\(cursor)", at: uptime).decoded(InvitationPageBody.self)
            pages.append(page)
            guard let next = page.nextPageToken else { return pages }
            cursor = "&pageToken=\(next)"
            between(self)
        }
    }
}
