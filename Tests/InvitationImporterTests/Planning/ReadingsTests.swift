#if canImport(Glibc)
    import Foundation
    import SystemPackage
    import Testing

    @testable import InvitationImporter

    /// How often an input is read on its way to a plan.
    struct ReadingsTests {
        private static let team = FilePath(
            URL(fileURLWithPath: #filePath).appending(path: "../../../../samples/team.csv").standardized.path)

        private static let snapshot = {
            var snapshot = ServerSnapshot()
            snapshot.roles = ["viewer", "member", "admin"].map { ServerResource(id: $0) }
            return snapshot
        }()

        private let folder: TemporaryFolder
        private let input: FilePath

        init() throws {
            folder = try TemporaryFolder()
            input = try folder.write("team.csv", String(contentsOfFile: Self.team.string, encoding: .utf8))
        }

        @Test("an import copies a file and reads the copy twice", arguments: [nil, snapshot])
        func readsThreeTimes(snapshot: ServerSnapshot?) throws {
            let run = try ImportRun(
                RunDirectory(folder.path.appending("team.run")), organization: "acme", origin: "https://api.example")
            defer { run.close() }
            let original = try FileReadings([input])
            let copies = try FileReadings([folder.path.appending("team.run/input")])
            let preview = try run.prepare(
                [.opening(input)], .forAcme, preflight: { _ in PreflightResult(snapshot) })
            #expect(preview.plan.invitations == 25)
            #expect(try original.count() == 1)
            #expect(try copies.count() == 2)
        }

        @Test("a preview that keeps nothing reads a file twice", arguments: [nil, snapshot])
        func readsTwice(snapshot: ServerSnapshot?) throws {
            let readings = try FileReadings([input])
            let preview = try ImportPreview(
                of: [PlanInput(name: "team.csv", path: input)], .forAcme,
                preflight: { _ in PreflightResult(snapshot) })
            #expect(preview.plan.invitations == 25)
            #expect(try readings.count() == 2)
        }
    }

    extension ImportOptions {
        fileprivate static var forAcme: ImportOptions {
            var options = ImportOptions()
            options.organization = "acme"
            return options
        }
    }
#endif
