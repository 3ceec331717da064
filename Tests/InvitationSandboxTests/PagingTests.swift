import InvitationSandbox
import Testing

struct PagingTests {
    @Test(
        arguments: [
            ("", 24), ("pageSize=500", 3), ("pageSize=7", 172), ("pageSize=400", 3),
            ("pageSize=500&status=pending", 3),
        ], [false, true])
    func everyEntryComesOnce(_ query: (String, Int), _ unstable: Bool) throws {
        let bench = Bench {
            $0.pending.count = 1200
            $0.unstableOrder = unstable
        }
        let pages = try bench.walk(query.0)
        let emails = pages.flatMap(\.invitations).map(\.email)
        #expect(pages.count == query.1)
        #expect(emails.count == 1200)
        #expect(Set(emails).count == 1200)
        #expect((emails == emails.sorted()) == !unstable)
    }

    @Test func unstableOrderChangesBetweenWalks() throws {
        let bench = Bench {
            $0.pending.count = 100
            $0.unstableOrder = true
        }
        let first = try bench.walk("pageSize=30").flatMap(\.invitations).map(\.email)
        let second = try bench.walk("pageSize=30").flatMap(\.invitations).map(\.email)
        #expect(first != second)
        #expect(first.sorted() == second.sorted())
    }

    @Test(arguments: [false, true])
    func walkSurvivesChanges(_ unstable: Bool) throws {
        let bench = Bench {
            $0.pending.count = 200
            $0.unstableOrder = unstable
        }
        var added = 0
        let pages = try bench.walk("pageSize=10") { bench in
            added += 1
            _ = bench.invite("new\(added)@example.com")
        }
        let emails = pages.flatMap(\.invitations).map(\.email)
        #expect(Set(emails).count == emails.count)
        #expect(emails.filter { $0.hasPrefix("pending-") }.count == 200)
    }

    @Test(arguments: [
        ("pageSize=0", 400), ("pageSize=501", 400), ("pageSize=-1", 400), ("pageSize=x", 400), ("status=gone", 400),
        ("pageToken=x", 400), ("pageToken=p", 400), ("pageToken=p-1", 400), ("pageToken=p99", 400),
        ("status=accepted", 200), ("pageToken=p0", 200),
    ])
    func queryIsChecked(_ query: String, _ status: Int) {
        let bench = Bench()
        #expect(bench.get("\(Bench.path)?\(query)").status == status)
    }

    @Test func directoriesArePagedToo() throws {
        struct Users: Decodable {
            var users: [Entry]
            var nextPageToken: String?
            struct Entry: Decodable { var email: String }
        }
        let bench = Bench { $0.members.count = 1200 }
        var emails: [String] = []
        var cursor: String? = ""
        while let token = cursor {
            let users: Users = try bench.get("/v1/regions/global/iam/users?pageSize=500\(token)").decoded()
            emails += users.users.map(\.email)
            cursor = users.nextPageToken.map { "&pageToken=\($0)" }
        }
        #expect(emails.count == 1200)
        #expect(Set(emails).count == 1200)
        let last: Users = try bench.get("/v1/regions/global/iam/users?offset=1199").decoded()
        #expect(last.users.map(\.email) == ["member-01200@people.example"])
        #expect(bench.get("/v1/regions/global/iam/users?offset=1&pageToken=p1").status == 400)
    }
}
