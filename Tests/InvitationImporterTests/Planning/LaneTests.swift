import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import InvitationImporter

/// Both lanes of a row lead to the same: scan, plan, findings and numbers, byte by byte.
struct LaneTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Plans inputs in both lanes and compares. Returns what the fast one came by.
    @discardableResult
    private func compare(
        _ texts: [[UInt8]], _ options: ImportOptions, _ words: Comment? = nil,
        at location: SourceLocation = #_sourceLocation
    ) throws -> Set<CoverageMark> {
        let inputs = try texts.enumerated().map { number, bytes in
            let path = folder.path.appending("in\(number)")
            try Data(bytes).write(to: URL(fileURLWithPath: path.string))
            return PlanInput(name: "in\(number)", path: path)
        }
        let slow = try LaneOutcome(inputs, options, .slow)
        let (fast, passed) = try CoverageMark.recording { try LaneOutcome(inputs, options, .fast(after: 0)) }
        // Each batch waits for the other thread, which takes long where all cores are busy.
        if TestDose.isFull || texts.joined().count % 8 == 0 {
            let ahead = try LaneOutcome(inputs, options, .fast(after: 0, alone: 0))
            #expect(ahead == fast, "with a second thread: \(words ?? "")", sourceLocation: location)
        }
        if fast != slow {
            let index = zip(slow.lines, fast.lines).enumerated().first { $1.0 != $1.1 }?.offset ?? -1
            let (one, other) = (slow.lines.dropFirst(index).first ?? "", fast.lines.dropFirst(index).first ?? "")
            Issue.record(
                "\(words ?? "") line \(index):\n\(one)\n\(other)\n\(slow.error as Any) \(fast.error as Any)",
                sourceLocation: location)
            #expect(slow.noted == fast.noted, sourceLocation: location)
            #expect(slow.summaries == fast.summaries, sourceLocation: location)
            #expect(slow.runs == fast.runs, sourceLocation: location)
        }
        #expect(!slow.hasOtherLines && !fast.hasOtherLines, sourceLocation: location)
        return passed
    }

    @Test("the samples, four times over, so that the second reading of a value is met", arguments: SamplePaths.all)
    func sampleFiles(_ path: String) throws {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        let head = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? 0
        var longer = bytes
        if path.hasSuffix(".csv") { for _ in 0..<3 { longer += bytes[head...] } }
        // Everyday runs meet each choice with a third of the samples.
        let mine = path.utf8.reduce(0) { $0 + Int($1) } % Self.choices.count
        for (index, options) in Self.choices.enumerated() where TestDose.isFull || index == mine {
            try compare([longer], options, "\(path)")
        }
    }

    private static var choices: [ImportOptions] {
        var acme = ImportOptions()
        acme.organization = "acme"
        acme.roles = ["viewer"]
        var strict = acme
        strict.duplicates = .fail
        strict.allowedDomains = ["northwind.example", "gmail.com"]
        strict.includedStatus = ["suspended"]
        var told = ImportOptions()
        told.needsOrganization = false
        told.duplicates = .first
        told.message = try? MessageTemplate("Hello and welcome")
        return [acme, strict, told]
    }

    @Test(
        "ordinary tables are taken from their bytes",
        arguments: 0..<UInt64(TestDose.count(6, full: 30, unless: "LANE_SEEDS")))
    func ordinary(seed: UInt64) throws {
        var table = LaneTable(seed: seed, oddity: 0)
        let text = Array(table.text(rows: 300).utf8)
        try compare([text], Self.choices[Int(seed % 3)], "seed \(seed)")
    }

    @Test("the plainest table is taken from its bytes almost wholly")
    func plain() throws {
        var text = "email,name,roles,groups,message\n"
        for row in 0..<1200 {
            text += "ann\(row)@northwind.example,Ann Lee,\(row % 3 == 0 ? "viewer" : "editor"),sales,\"Hello, you\"\r\n"
        }
        #expect(try compare([Array(text.utf8)], Self.choices[0]).contains(.rowTakenFromBytes))
    }

    @Test(
        "where only counts are asked for, an input is read once, unless a row is judged by the others",
        arguments: [
            ("", true), ("nobody,Bo,viewer\nbo@x..de,Bo,viewer\n", true), ("bo@other.example,Bo,boss\n", true),
            ("ann7@northwind.example,Ann,editor\n", false), ("ann7+x@northwind.example,Ann,viewer\n", false),
            ("bo@northwnid.example,Bo,viewer\n", true),
            (String(repeating: "bo@northwnid.example,Bo,viewer\n", count: 2), false),
        ])
    func once(more: String, isReadOnce: Bool) throws {
        let rows = (0..<200).map { "ann\($0)@northwind.example,Ann Lee,viewer\n" }.joined()
        let others = try [more, ""].map { more in
            try compare([Array(("email,name,roles\n" + rows + more).utf8)], Self.choices[0], "\(more)")
        }
        #expect(others[0].contains(.inputReadOnce) == isReadOnce)
        // A domain that was mistyped is one of a row that was kept, or its input is read again.
        #expect(others[1].contains(.inputReadOnce))
    }

    @Test("lines of JSON are taken from their bytes, until they have another member")
    func lines() throws {
        var text = ""
        for row in 0..<600 {
            let more = row % 211 == 210 ? ",\"m\(row)\":true" : ""
            let name = row % 50 == 49 ? "null" : "\"Zo\(row % 3 == 0 ? "ë" : "e") Lee\""
            text += "{\"email\":\"ann\(row % 500)@northwind.example\", \"name\":\(name),\"roles\":[\"viewer\",\"ops\"],"
            text +=
                "\"id\":\(row),\"tags\":[1, \"a]\"],\"message\":\"Hello\(row % 40 == 1 ? "\\n" : "") you\"\(more)}\n"
            if row % 97 == 96 { text += ["\n", "nothing\n", "{\"email\":1}\n", "{}\r\n"][row % 4] }
        }
        for options in Self.choices {
            #expect(try compare([Array(text.utf8)], options).contains(.rowTakenFromBytes))
        }
    }

    @Test("odd tables", arguments: 0..<UInt64(TestDose.count(12, full: 60, unless: "LANE_SEEDS")))
    func odd(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var table = LaneTable(seed: seed, oddity: [6, 20, 60, 300].randomElement(using: &random) ?? 20)
        let texts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            Array(table.text(rows: Int.random(in: 20...250, using: &random)).utf8)
        }
        try compare(texts, Self.choices.randomElement(using: &random) ?? ImportOptions(), "seed \(seed)")
    }

    @Test(
        "a long table that is cut into pieces, whatever is at its end", arguments: ["", "x", "\"", "\n", "\u{0}", "\r"])
    func long(end: String) throws {
        var table = LaneTable(seed: 99, oddity: 200)
        var bytes = Array(table.text(rows: TestDose.isFull ? 4000 : 1500).utf8)
        bytes += Array(end.utf8)
        try compare([bytes], Self.choices[0], "ends in \(end.debugDescription)")
        if end.isEmpty { try compare([bytes + [0xC3, 0x28]], Self.choices[0], "not UTF-8") }
    }
}
