import InvitationSandbox
import Testing

struct ValidationTests {
    static let bodies: [(String, Int)] = [
        (#"{"email":"a@example.com","roles":["viewer"]}"#, 201),
        (#"{"email":"a@example.com","groups":["eng"]}"#, 201),
        (#"{"email":"a@example.com","roles":["Viewer"],"groups":["Engineering"]}"#, 201),
        (#"{"email":"a@example.com","roles":["\#(SandboxResource(id: "viewer").uid)"]}"#, 201),
        (#"{"email":"a@example.com","roles":["viewer"],"unknown":1}"#, 201),
        (#"{"email":"a@example.com","roles":["viewer"],"message":null}"#, 201),
        (#"{"email":"a@example.com"}"#, 400),
        (#"{"email":"a@example.com","roles":[],"groups":[]}"#, 400),
        (#"{"email":"a@example.com","roles":["emperor"]}"#, 400),
        (#"{"email":"a@example.com","groups":["emperors"]}"#, 400),
        (#"{"email":"a@example.com","roles":"viewer"}"#, 400),
        (#"{"email":7,"roles":["viewer"]}"#, 400),
        (#"{"roles":["viewer"]}"#, 400),
        (#"{"email":"","roles":["viewer"]}"#, 400),
        (#"{"email":"a@example.com","roles":["viewer"]"#, 400),
        ("[]", 400), ("", 400), ("null", 400),
    ]

    @Test(arguments: bodies)
    func bodyIsAnswered(_ body: String, _ status: Int) {
        let bench = Bench()
        #expect(bench.send("POST", Bench.path, body).status == status)
        #expect(bench.state.created.count == (status == 201 ? 1 : 0))
    }

    @Test(arguments: [
        ("a@b.c", true), ("a+b@example.com", true), ("\"a b\"@example.com", true), ("josé@exämple.de", true),
        ("a@localhost", true), ("a@[127.0.0.1]", true), ("\"a@b\"@example.com", true),
        ("a", false), ("@example.com", false), ("a@", false), ("a b@example.com", false), ("a@b@example.com", false),
        ("a@example..com", false), ("a@.com", false), ("a@example.com.", false), ("a@exa mple.com", false),
        (String(repeating: "a", count: 64) + "@example.com", true),
        (String(repeating: "a", count: 65) + "@example.com", false),
    ])
    func addressIsPlausible(_ email: String, _ expected: Bool) {
        #expect(InvitationDraft.isPlausible(email) == expected)
    }

    @Test(arguments: [("a", 500, 201), ("a", 501, 400), ("👩‍🚀", 166, 201), ("👩‍🚀", 167, 400)])
    func messageIsCountedInScalars(_ letter: String, _ count: Int, _ status: Int) {
        let bench = Bench()
        let message = String(repeating: letter, count: count)
        let body = #"{"email":"a@example.com","roles":["viewer"],"message":"\#(message)"}"#
        #expect(bench.send("POST", Bench.path, body).status == status)
    }

    @Test func unknownRolesPassWhenNobodyIsStrict() {
        let bench = Bench { $0.strictRoles = false }
        let body = #"{"email":"a@example.com","roles":["emperor"]}"#
        #expect(bench.send("POST", Bench.path, body).status == 201)
    }

    @Test(arguments: [
        ("GET", "/v1/regions/global/organizations/none/invitations", 404),
        ("POST", "/v1/regions/global/organizations/none/invitations", 404),
        ("GET", "/v1/regions/global/organizations/none", 404), ("GET", "/v1/regions/global/organizations/acme", 200),
        ("GET", "/v1/regions/global/organizations/\(SandboxResource(id: "acme").uid)/invitations", 200),
        ("GET", "/v1/regions/global/organizations/%61cme", 200), ("GET", "/v1/regions/mars/organizations", 404),
        ("GET", "/v2/anything", 404), ("GET", "/", 404), ("PUT", Bench.path, 405),
        ("GET", "/v1/regions/global/auth/token", 405), ("GET", "/v1/regions/global/iam/roles", 200),
        ("GET", "/v1/regions/global/iam/groups", 200), ("GET", "/v1/regions/global/iam/users", 200),
        ("GET", "/v1/regions/global/iam/users?orgId=none", 404),
    ])
    func placeIsFound(_ method: String, _ target: String, _ status: Int) {
        let bench = Bench()
        let body = method == "POST" ? #"{"email":"a@example.com","roles":["viewer"]}"# : ""
        #expect(bench.send(method, target, body).status == status)
    }

    @Test func refusedDomainsAndQuotaAnswer403() {
        let bench = Bench {
            $0.refusedDomains = ["example.net"]
            $0.invitationQuota = 1
        }
        #expect(bench.invite("a@EXAMPLE.net").body.contains("not permitted"))
        #expect(bench.invite("a@example.com").status == 201)
        #expect(bench.invite("b@example.com").status == 403)
    }
}
