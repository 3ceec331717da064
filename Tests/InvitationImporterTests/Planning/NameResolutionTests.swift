import Synchronization
import SystemPackage
import Testing

@testable import InvitationImporter

/// Names of roles, groups and organizations against what the server has.
struct NameResolutionTests {
    private static let snapshot = {
        var snapshot = ServerSnapshot()
        snapshot.roles = [
            ServerResource(id: "viewer", uid: "u-1", displayName: "Reader"), ServerResource(id: "admin"),
            ServerResource(id: "auditor-eu", displayName: "Auditor"),
            ServerResource(id: "auditor-us", displayName: "Auditor"),
        ]
        snapshot.organizations = [ServerResource(id: "acme", uid: "o-1"), ServerResource(id: "other")]
        return snapshot
    }()

    @Test(arguments: [
        ("viewer", Field.roles, NameResolution.Meaning.known("viewer")),
        ("Reader", .roles, .known("viewer")),
        ("u-1", .roles, .known("viewer")),
        ("viewr", .roles, .problem(.roleUnknown, advice: "The server has no such role. Was viewer meant?")),
        (
            "Auditor", .roles,
            .problem(
                .roleUnknown,
                advice: "Several have this name; write the id of the one that is meant: auditor-eu, auditor-us.")
        ),
        // The groups could not be read.
        ("anything", .groups, .known("anything")),
        ("acme", .organization, .known("acme")),
        ("o-1", .organization, .known("o-1")),
        (
            "acmee", .organization,
            .problem(
                .organizationUnknown, advice: "The server does not know this organization; it knows acme, other.")
        ),
    ])
    func standsFor(name: String, field: Field, meaning: NameResolution.Meaning) {
        var names = NameResolution(Self.snapshot, written: [], before: [])
        #expect(names.meaning(of: name, field) == meaning)
    }

    @Test("an organization under two names is one; the other name is refused")
    func organizationTwice() {
        var names = NameResolution(Self.snapshot, written: ["acme", "o-1"], before: [])
        #expect(names.meaning(of: "acme", .organization) == .known("acme"))
        guard case .problem(.organizationTwice, _) = names.meaning(of: "o-1", .organization) else {
            return #expect(Bool(false), "o-1 is acme, which other rows name so")
        }
    }

    @Test(
        "without the server's list, two forms may name one organization, and so may two cases",
        arguments: [
            ("acme", ["other"], false), ("org_acme", ["acme"], true), ("acme", ["org_acme"], false),
            ("org_acme", ["org_other"], false), ("organizations/acme", ["acme"], true), ("acme/", ["acme"], true),
            ("497f6eca-6276-4993-bfeb-53cbbbba6f08", ["acme"], true),
            ("497f6eca-6276-4993-bfeb-53cbbbba6f08", ["org_acme"], true), ("acme", ["ACME"], true),
        ])
    func twoForms(_ id: String, _ others: [String], _ isProblem: Bool) {
        var names = NameResolution(ServerSnapshot(), written: Set(others + [id]), before: [])
        if case .problem(.organizationTwice, _) = names.meaning(of: id, .organization) {
            #expect(isProblem)
        } else {
            #expect(!isProblem)
        }
    }

    @Test("each name is looked up once, however many rows have it")
    func onceForEachName() {
        let known = ServerNames(Self.snapshot, written: [], before: [])
        let asked = Mutex<[String]>([])
        var names = NameResolution { name, field in
            asked.withLock { $0.append("\(field) \(name)") }
            return known.meaning(of: name, field)
        }
        for _ in 1...100 {
            #expect(names.ids(of: ["Reader", "viewer", "admin"], .roles) == ["viewer", "admin"])
            #expect(names.ids(of: ["viewer"], .groups) == ["viewer"])
        }
        #expect(asked.withLock { $0 } == ["roles Reader", "roles viewer", "roles admin", "groups viewer"])
    }

    private static func plan(_ rows: String...) throws -> [String] {
        let folder = try TemporaryFolder()
        let file = try folder.write("in.csv", (["email,roles,message"] + rows).joined(separator: "\n") + "\n")
        var options = ImportOptions()
        options.organization = "acme"
        var planned: [String] = []
        let planner = try Planner([PlanInput(name: "in.csv", path: file)], options).knowing(snapshot)
        _ = try planner.plan { row in
            let codes = row.findings.map(\.code.rawValue)
            let what =
                switch row.decision {
                case .invite(let invitation):
                    invitation.roles.joined(separator: ";") + (invitation.message.map { " \($0)" } ?? "")
                case .duplicate(let first, _): "duplicate of \(first)"
                case .invalid: "invalid"
                case .skip(let reason): "skip \(reason)"
                }
            planned.append(([what] + codes).joined(separator: " "))
        }
        return planned
    }

    @Test("a row with a role that the server does not have is no first row of a person")
    func theFirstThatCanBeSent() throws {
        #expect(
            try Self.plan("a@x.example,viewr,", "a@x.example,Reader,Hi", "a@x.example,admin,") == [
                "invalid role-unknown", "viewer;admin Hi",
                "duplicate of 2 duplicate-merged",
            ])
    }

    @Test("a row with a role that the server does not have adds nothing to a person's first row")
    func addsNothing() throws {
        #expect(
            try Self.plan("a@x.example,viewer,", "a@x.example,viewr,Lost", "b@x.example,admin,") == [
                "viewer", "invalid role-unknown", "admin",
            ])
    }

    @Test("two names of one role are one; messages count in the order of their rows")
    func mergesByID() throws {
        #expect(
            try Self.plan(
                "a@x.example,viewer,", "a@x.example,Reader,", "a@x.example,admin,second", "a@x.example,u-1,third") == [
                    "viewer;admin second", "duplicate of 1 duplicate-merged", "duplicate of 1 duplicate-merged",
                    "duplicate of 1 duplicate-merged duplicate-differs",
                ])
    }
}
