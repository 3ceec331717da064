import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// What the server has, held against what people write.
struct ServerSnapshotTests {
    private static let viewer = ServerResource(id: "viewer", uid: "u-1", displayName: "Reader")
    private static let admin = ServerResource(id: "iam-admin", uid: "u-2", displayName: "VIEWER")
    private static let odd = ServerResource(id: "reader-plus", uid: "viewer", displayName: "Reader plus")

    @Test(arguments: [
        ("viewer", [odd, viewer], "viewer"), ("u-2", [viewer, admin], "iam-admin"),
        ("reader", [viewer, odd], "viewer"), ("Viewer", [viewer], "viewer"),
        ("iam-ADMIN", [viewer, admin], "iam-admin"),
        ("Reader plus", [viewer, odd], "reader-plus"),
    ])
    func oneIsMeant(written: String, among resources: [ServerResource], id: String) {
        guard case .one(let found) = resources.match(written) else { return #expect(Bool(false), "\(written)") }
        #expect(found.id == id)
    }

    @Test(arguments: ["VIEWER", "Viewer"]) func anIdAndANameThatDifferByCaseAreTwo(written: String) {
        #expect([Self.viewer, Self.admin].match(written) == .several([Self.viewer, Self.admin]))
    }

    private static func plan(_ text: String, _ directory: ServerSnapshot) throws -> [PlannedRow] {
        let folder = try TemporaryFolder()
        let file = try folder.write("in.csv", text)
        var rows: [PlannedRow] = []
        let planner = try Planner([PlanInput(name: "in.csv", path: file)], ImportOptions()).knowing(directory)
        _ = try planner.plan { rows.append($0) }
        return rows
    }

    @Test func anOrganizationUnderTwoNamesIsNotTwo() throws {
        var directory = ServerSnapshot()
        directory.organizations = [
            ServerResource(id: "acme", uid: "4279cfb0-0000-4000-8000-000000000001"),
            ServerResource(id: "other", uid: "4279cfb0-0000-4000-8000-000000000002"),
        ]
        let twice = try Self.plan(
            "email,roles,organization\na@x.example,viewer,acme\na@x.example,viewer,4279cfb0-0000-4000-8000-000000000001\n",
            directory)
        #expect(twice.map { $0.findings.map(\.code) } == [[], [.organizationTwice]])
        #expect(twice[1].decision == .invalid)
        let once = try Self.plan(
            "email,roles,organization\na@x.example,viewer,4279cfb0-0000-4000-8000-000000000001\n", directory)
        #expect(once.map(\.findings) == [[]])
    }

    @Test func theOutlookIsAboutTheMailsThatGoOutNow() throws {
        let text =
            "email,roles,organization\n"
            + (1...6).map { "p\($0)@x.example,\($0 < 4 ? "viewer" : "admin"),acme\n" }.joined()
        var outlooks: [RunPreview] = []
        for first in [nil, 2, 4] {
            var outlook = RunPreview(first: first)
            for row in try Self.plan(text, ServerSnapshot()) {
                outlook.add(row, JournalState())
            }
            outlooks.append(outlook)
        }
        #expect(outlooks.map(\.mailsNow) == [6, 2, 4])
        #expect(outlooks.map(\.inReach) == [6, 2, 4])
        #expect(outlooks.map(\.privileged) == [["admin": 3], [:], ["admin": 1]])
        #expect(outlooks.map(\.mails) == [6, 6, 6])
    }

    @Test func whoNeedsNoMailIsInReachOfEveryLimit() throws {
        var rows = try Self.plan(
            "email,roles,organization\n" + (1...6).map { "p\($0)@x.example,viewer,acme\n" }.joined(), ServerSnapshot())
        (rows[1].there, rows[5].there) = (.alreadyInvited, .alreadyMember)
        let reach = [nil, 0, 1, 3, 4].map { first in
            var outlook = RunPreview(first: first)
            for row in rows { outlook.add(row, JournalState()) }
            return outlook.inReach
        }
        #expect(reach == [6, 2, 3, 5, 6])
    }
}
