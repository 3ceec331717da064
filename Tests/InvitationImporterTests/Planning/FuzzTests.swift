import Foundation
import InvitationImporter
import SystemPackage
import TestSupport
import Testing

/// Readers, presets, checker and planner survive whatever comes, in the same way on every run.
@Suite struct FuzzTests {
    private static let seeds: [[UInt8]] = {
        var folder = FilePath(#filePath)
        for _ in 0..<4 { folder.removeLastComponent() }
        let names =
            ["samples/team.csv", "samples/team.jsonl", "samples/messy.csv", "samples/messy.jsonl"]
            + ExportSample.all.flatMap(\.files).map { "samples/exports/" + $0 }
        return names.compactMap { name in
            FileManager.default.contents(atPath: folder.pushing(FilePath(name)).string).map { Array($0.prefix(6_000)) }
        }
    }()

    private static let tokens: [[UInt8]] =
        [
            "\"", "\"\"", "\n", "\r\n", "\r", ",", ";", "\t", "|", "{", "}", "[", "]", ":", "null", "\\u", "\\ud800",
            "#",
            "sep=;\n", "version:v1.0\n", "@", "<", ">", "email", "\u{FEFF}", "\u{202E}", "{\"users\":[", "é", "#EXT#",
            " ",
        ].map { Array($0.utf8) } + [[0], [0xFF, 0xFE], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x81]]

    private static func mutated(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = seed
        for _ in 0...random.next(below: 6) {
            let place = random.next(below: bytes.count + 1)
            switch random.next(below: 5) {
            case 0: bytes.insert(contentsOf: tokens[random.next(below: tokens.count)], at: place)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 40)))
            case 2 where place < bytes.count: bytes[place] = UInt8(random.next(below: 256))
            case 3: bytes.removeSubrange(min(place + random.next(below: 400), bytes.count)..<bytes.count)
            default:
                let end = min(bytes.count, place + random.next(below: 80))
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.next(below: bytes.count + 1))
            }
        }
        return bytes
    }

    private static func options(_ random: inout SplitMix) -> ImportOptions {
        var options = ImportOptions()
        if random.next(below: 2) == 0 { options.organization = "acme" }
        if random.next(below: 2) == 0 { options.roles = ["viewer"] }
        if random.next(below: 4) == 0 { options.reading.format = InputFormat.allCases[random.next(below: 5)] }
        if random.next(below: 4) == 0 { options.reading.encoding = TextEncoding.allCases[random.next(below: 6)] }
        if random.next(below: 4) == 0 { options.reading.preset = Preset.all[random.next(below: Preset.all.count)].name }
        if random.next(below: 8) == 0 { options.reading.mapping = [.email: .column("mail"), .roles: .fixed("x;y")] }
        if random.next(below: 4) == 0 { options.roleMap = try? RoleMapTests.map("from,roles\n*,viewer\na*,x") }
        if random.next(below: 4) == 0 { options.message = try? MessageTemplate("Hi {name} {email}") }
        return options
    }

    @Test(arguments: 0..<8) func nothingCrashesHangsOrGetsLost(_ round: Int) throws {
        var random = SplitMix(seed: UInt64(4_711 + round))
        let folder = try TemporaryFolder()
        let file = folder.path.appending("in")
        for _ in 0..<150 {
            let seed = Self.seeds[random.next(below: Self.seeds.count)]
            let bytes = Self.mutated(seed, &random)
            let options = Self.options(&random)
            try Data(bytes).write(to: URL(fileURLWithPath: file.string))
            var rows = 0
            do {
                let plan = try Planner([PlanInput(name: "in", path: file)], options).plan { row in
                    rows += 1
                    #expect(row.number == rows)
                    let back = try PlannedRow(JSONValue(parsing: row.json.bytes))
                    #expect(back == row)
                }
                #expect(plan.rows == rows)
                #expect(plan.invitations + plan.duplicates + plan.invalid + plan.skipped == rows)
            } catch let error as InputError {
                #expect(Printable.escape(error.description) == error.description)
            }
        }
    }

    @Test func randomBytesAreReadAlikeHoweverCut() {
        var random = SplitMix(seed: 815)
        for _ in 0..<2_000 {
            var bytes = (0..<random.next(below: 60)).map { _ in UInt8(random.next(below: 256)) }
            for _ in 0..<random.next(below: 12) { bytes += Self.tokens[random.next(below: Self.tokens.count)] }
            var options = ReadingOptions()
            if random.next(below: 2) == 0 { options.encoding = TextEncoding.allCases[random.next(below: 6)] }
            let whole = Result { () throws(InputError) in try InputReaderTests.read(bytes, options: options) }
            let cut = Result { () throws(InputError) in try InputReaderTests.read(bytes, pieces: 1, options: options) }
            #expect(whole == cut, "\(bytes)")
        }
    }

    @Test(arguments: ["[", "{\"a\":", "{\"users\":[", "[{\"email\":"]) func deepNestingIsAnError(_ opening: String)
        throws
    {
        let bytes = Array(repeatElement(Array(opening.utf8), count: TestDose.isFull ? 100_000 : 10_000).joined())
        for format in [nil, InputFormat.json, .jsonl] {
            do throws(InputError) {
                let read = try InputReaderTests.read(bytes, options: ReadingOptions(format: format))
                #expect(read.records.allSatisfy { $0.findings.contains { $0.level == .error } })
            } catch {
                #expect(["json-syntax", "record-too-long"].contains(error.code), "\(error)")
            }
        }
    }
}
