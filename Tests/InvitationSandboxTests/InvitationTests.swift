import InvitationSandbox
import Testing

struct InvitationTests {
    @Test func answerHasEveryDocumentedField() throws {
        let bench = Bench()
        let body = #"{"email":"J@Example.com","roles":["viewer"],"groups":["eng"],"message":"Hi"}"#
        let answer = bench.send("POST", Bench.path, body)
        let entry: InvitationEntry = try answer.decoded()
        #expect(answer.status == 201)
        #expect(entry.selfLink.hasPrefix("/v1/regions/global/organizations/acme/invitations/invitation-"))
        #expect(entry.email == "J@Example.com")
        #expect((entry.roles, entry.groups, entry.message) == (["viewer"], ["eng"], "Hi"))
        #expect((entry.status, entry.createdAt) == ("pending", "2027-01-15T08:00:00Z"))
        #expect(entry.expiresAt == "2027-01-22T08:00:00Z")
        #expect(entry.id != entry.uid)
        let form = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(entry.id.wholeMatch(of: form) != nil)
        let requestID = try #require(answer.field("X-Request-Id"))
        #expect(requestID.wholeMatch(of: /req_global-1800000000000-[0-9a-f]{12}/) != nil)
    }

    @Test(arguments: [(SandboxDuplicates.conflict409, 409, 1), (.accept, 201, 2)])
    func secondPost(_ duplicates: SandboxDuplicates, _ status: Int, _ count: Int) {
        let bench = Bench { $0.duplicates = duplicates }
        #expect(bench.invite("a@example.com").status == 201)
        #expect(bench.invite("A@EXAMPLE.COM").status == status)
        #expect(bench.state.deliveries == ["a@example.com": 2])
        #expect(bench.state.created == ["a@example.com": count])
    }

    @Test func membersAnswer409WithOtherWords() {
        let bench = Bench {
            $0.members.emails = ["m@example.com"]
            $0.accepted.emails = ["b@example.com"]
            $0.duplicates = .accept
        }
        #expect(bench.invite("m@example.com").body.contains("already a member"))
        #expect(bench.invite("b@example.com").body.contains("already a member"))
    }

    @Test func peopleOfTheStartAreThere() throws {
        let bench = Bench {
            $0.members.count = 2
            $0.pending.count = 3
            $0.accepted.count = 1
            $0.expired.count = 2
            $0.listingLag = .seconds(60)
        }
        let entries = try bench.walk("pageSize=500").flatMap(\.invitations)
        #expect(entries.map(\.status).sorted() == ["accepted", "expired", "expired", "pending", "pending", "pending"])
        #expect(bench.state.books["acme"]?.members.count == 3)
        #expect(bench.state.created.isEmpty)
        #expect(bench.invite("pending-00001@people.example").status == 409)
        #expect(bench.invite("expired-00001@people.example").status == 201)
    }

    @Test func invitationExpiresWithTime() throws {
        let bench = Bench { $0.invitationLifetime = .seconds(10) }
        _ = bench.invite("a@example.com")
        #expect(bench.invite("a@example.com", at: .seconds(9)).status == 409)
        #expect(try bench.walk("status=expired", at: .seconds(10)).flatMap(\.invitations).count == 1)
        #expect(bench.invite("a@example.com", at: .seconds(10)).status == 201)
    }

    @Test func listLagsBehind() throws {
        let bench = Bench { $0.listingLag = .seconds(2) }
        _ = bench.invite("a@example.com", at: .seconds(1))
        #expect(try bench.walk("", at: .milliseconds(2999)).flatMap(\.invitations).isEmpty)
        #expect(try bench.walk("", at: .seconds(3)).flatMap(\.invitations).map(\.email) == ["a@example.com"])
        #expect(bench.invite("a@example.com", at: .milliseconds(1500)).status == 409)
    }

    @Test func listingCanBeForbidden() {
        let bench = Bench { $0.listing = .forbidden }
        #expect(bench.get(Bench.path).status == 403)
        #expect(bench.get("/v1/regions/global/iam/roles").status == 200)
    }

    @Test func revokedInvitationIsGone() throws {
        let bench = Bench()
        let entry: InvitationEntry = try bench.invite("a@example.com").decoded()
        #expect(bench.send("DELETE", Bench.path).status == 400)
        #expect(bench.send("DELETE", "\(Bench.path)?invitationId=\(entry.id)").status == 204)
        #expect(bench.send("DELETE", "\(Bench.path)?invitationId=\(entry.id)").status == 404)
        #expect(try bench.walk("").flatMap(\.invitations).isEmpty)
        #expect(bench.invite("a@example.com").status == 201)
    }

    @Test func somebodyElseComesFirst() throws {
        let bench = Bench { $0.otherAdministratorShare = 1 }
        let answers = (0..<20).map { bench.invite("a\($0)@example.com").status }
        #expect(answers == Array(repeating: 409, count: 20))
        #expect(bench.state.created.isEmpty)
        let made = bench.state.invitations(at: Bench.at(.zero))
        #expect(made.allSatisfy { $0.madeBy == .other })
        #expect(Set(made.map(\.roles)) == [["viewer"], ["cluster-admin"]])
    }

    @Test func controlChangesAndCounts() throws {
        let bench = Bench()
        _ = bench.invite("a+x@example.com")
        _ = bench.invite("b@example.com")
        #expect(bench.control("POST", "accept?email=A+x@example.com").body == #"{"changed":1}"#)
        #expect(bench.control("POST", "expire?email=b%40example.com").body == #"{"changed":1}"#)
        #expect(bench.control("POST", "accept?email=nobody@example.com").status == 404)
        #expect(bench.invite("a+x@example.com").body.contains("already a member"))
        #expect(bench.invite("b@example.com").status == 201)
        let counts = #"{"deliveries":{"a+x@example.com":2,"b@example.com":2},"posts":4,"requests":4}"#
        #expect(bench.control("GET", "deliveries").body == counts)
        #expect(bench.control("GET", "created").body == #"{"created":{"a+x@example.com":1,"b@example.com":2}}"#)
        #expect(bench.control("POST", "reset").status == 200)
        #expect(bench.control("GET", "deliveries").body == #"{"deliveries":{},"posts":0,"requests":0}"#)
        #expect(bench.control("GET", "nothing").status == 404)
    }

    @Test func requestsAreKeptInOrder() {
        let bench = Bench { $0.requestLogLimit = 10 }
        for index in 1...35 { _ = bench.send("POST", Bench.path, "body \(index)", at: .milliseconds(index)) }
        let log = bench.state.log.latest
        #expect(log.map(\.number) == Array(26...35))
        #expect(log.map(\.body) == (26...35).map { "body \($0)" })
        #expect(log.map(\.milliseconds) == (26...35).map(Double.init))
        #expect(log.allSatisfy { $0.status == 400 && $0.method == "POST" })
    }
}
