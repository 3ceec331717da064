import Foundation
import InvitationImporter
import SystemPackage
import Testing

@Suite struct ExportSamplesTests {
    private static var folder: FilePath {
        var path = FilePath(#filePath)
        for _ in 0..<4 { path.removeLastComponent() }
        return path.appending("samples").appending("exports")
    }

    private static func options(_ sample: ExportSample) -> ImportOptions {
        var options = ImportOptions()
        options.organization = "acme"
        options.roles = ["viewer"]
        options.reading.encoding = sample.encoding.flatMap(TextEncoding.init(named:))
        return options
    }

    private static func inputs(_ sample: ExportSample) -> [PlanInput] {
        sample.files.map { PlanInput(name: $0, path: Self.folder.pushing(FilePath($0))) }
    }

    @Test(arguments: ExportSample.all) func everySampleGivesTheRightPeople(_ sample: ExportSample) throws {
        var rows: [PlannedRow] = []
        let planner = try Planner(Self.inputs(sample), Self.options(sample))
        let summary = try planner.plan { rows.append($0) }
        var invited: [String] = []
        for row in rows {
            guard case .invite(let invitation) = row.decision else { continue }
            invited.append(invitation.email)
            #expect(invitation.roles == ["viewer"] && invitation.groups.isEmpty, "a preset invents no roles")
        }
        #expect(invited == sample.invited)
        #expect(summary.invalid == sample.invalid)
        #expect(summary.duplicates == sample.duplicates)
        let reasons = rows.compactMap { row in if case .skip(let reason) = row.decision { reason } else { nil } }
        #expect(reasons.sorted() == sample.skipped.values.sorted())
        for input in summary.shapes {
            #expect(input.recognition?.preset.name == sample.preset)
            #expect(sample.preset == nil || (input.recognition?.columns.count ?? 0) >= 2)
            #expect(input.secrets == sample.secrets)
        }
    }

    @Test(arguments: ExportSample.all) func nobodyElseIsInvitedByTheRestOfTheRow(_ sample: ExportSample) throws {
        for input in Self.inputs(sample) {
            var reader = try InputReader.opening(
                input.path, name: input.name, options: Self.options(sample).reading)
            while let record = try reader.next() {
                let text = record.values.compactMap { $0?.serialized }.joined()
                #expect(!text.contains("not-a-real") && !text.contains("bm90LWEt") && !text.contains("NOTAREAL"))
            }
        }
    }

    @Test func everyFileIsTested() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.string)
        let others = try FileManager.default.contentsOfDirectory(atPath: Self.folder.pushing("../encodings").string)
        #expect(Set(files + others.map { "../encodings/" + $0 }) == Set(ExportSample.all.flatMap(\.files)))
        #expect(Set(Preset.all.map(\.name)) == Set(ExportSample.all.compactMap(\.preset)))
        #expect(Preset.all.map(\.name).count == Set(Preset.all.map(\.name)).count)
    }

    @Test func aPersonMayNameThePresetOrNone() throws {
        var options = ReadingOptions()
        options.preset = "none"
        let path = Self.folder.appending("slack.csv")
        let none = try InputReader.opening(path, options: options)
        #expect(none.recognition == nil)
        #expect(none.fields[.email] == 1)
        options.preset = "Slack"
        #expect(try InputReader.opening(path, options: options).recognition?.preset.name == "slack")
        options.preset = "slak"
        let error = #expect(throws: InputError.self) { try InputReader.opening(path, options: options) }
        #expect(error?.code == "preset-unknown")
        #expect(error?.message.contains("google-workspace, gam") == true)
    }
}
