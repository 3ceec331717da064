import Testing

/// A messy sample with what it is to come to.
struct MessySample: Sendable, CustomTestStringConvertible {
    var file: String
    var options: [String]
    var rows: [ExpectedRow]

    var testDescription: String { file }
    /// The rows a person must correct.
    var ending: String { file.hasSuffix(".csv") ? "csv" : "jsonl" }

    static let all = [
        // The organization is a column here, and missing in one row.
        MessySample(file: "messy.csv", options: [], rows: ExpectedRow.messyCSV),
        MessySample(file: "messy.jsonl", options: ["--org", "acme"], rows: ExpectedRow.messyJSONL),
    ]
}

extension ExpectedRow {
    func has(_ code: String) -> Bool { findings.contains { $0.code == code } }

    /// What `check` finds that was told nothing of organizations.
    var checked: [Finding] { findings.filter { $0.code != "organization-missing" } }
}

@Suite("The samples in which everything is wrong", .serialized)
struct MessyTests {
    @Test("check reports every finding with its line", arguments: MessySample.all)
    func checkFindsEverything(sample: MessySample) async throws {
        let place = try Workplace()
        try place.take(sample.file)
        let check = try await Tool.invite(["check", sample.file, "--json"] + sample.options, in: place)
        #expect(check.code == 1)
        let json = try JSONText(check.output)
        // Without a word about organizations, check does not ask for one; it says that import will.
        let needsOrganization = sample.rows.contains { $0.has("organization-missing") }
        #expect(check.errors.contains("No organization was named") == needsOrganization)
        #expect(json["rows"].int == sample.rows.count)
        let found = json["found"].array.map { finding in
            "\(finding["row"].int ?? 0) \(finding["line"].int ?? 0) \(finding["code"].string ?? "") "
                + (finding["column"].string ?? "")
        }
        let expected = sample.rows.flatMap { row in
            row.checked.map { "\(row.row) \(row.line) \($0.code) \($0.column ?? "")" }
        }
        #expect(found.filter { !expected.contains($0) } == [], "found, but not expected")
        #expect(expected.filter { !found.contains($0) } == [], "expected, but not found")
        #expect(found.count == expected.count)

        let said = check.errors.split(separator: "\n").filter { $0.hasPrefix(sample.file + ":") && $0.contains(": ") }
        let places = sample.rows.flatMap { row in row.checked.map { "\(sample.file):\(row.line): \($0.code)" } }
        let saidPlaces = said.flatMap { Self.places(in: String($0)) }
        #expect(saidPlaces.sorted() == places.sorted())
        #expect(!check.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(try place.names() == [sample.file])
    }

    /// The places that a line names, with its code: `team.csv:7: error x: …`, or several rows with their lines behind.
    private static func places(in line: String) -> [String] {
        if let match = line.firstMatch(of: /^(\S+:\d+): (?:error|warning) (\S+):/) {
            return ["\(match.1): \(match.2)"]
        }
        guard let match = line.firstMatch(of: /^(\S+): .* rows?: (?:error|warning) (\S+): .*lines? ([\d, ]+)\)$/) else {
            return []
        }
        return match.3.split(separator: ", ").map { "\(match.1):\($0): \(match.2)" }
    }

    @Test("all codes that a file can show are in the samples")
    func samplesAreWhole() {
        let shown = Set(MessySample.all.flatMap(\.rows).flatMap(\.findings).map(\.code))
        let all: Set = [
            "cells-missing", "cells-extra", "quote-stray", "json-syntax", "json-not-object", "json-name-twice",
            "value-type", "character-forbidden", "email-missing", "email-syntax", "email-too-long", "email-several",
            "email-quoted", "email-literal", "email-dotless", "email-look-alike", "email-mixed-scripts",
            "role-or-group-missing", "message-too-long", "organization-missing", "organization-unusual",
            "status-unknown", "duplicate-merged", "duplicate-differs",
        ]
        #expect(shown == all)
    }

    @Test(
        "check opens no socket", .enabled(if: Tool.system("strace") != nil, "strace is not installed"),
        arguments: MessySample.all)
    func checkOpensNoSocket(sample: MessySample) async throws {
        let place = try Workplace()
        try place.take(sample.file)
        let strace = try #require(Tool.system("strace"))
        let arguments = [strace, "-f", "-e", "trace=network", "-o", place.path("trace"), Tool.invite, "check"]
        let check = try await Tool.start(arguments + [sample.file] + sample.options, in: place).finish()
        #expect(check.code == 1)
        let trace = try place.read("trace")
        #expect(trace.contains("exited with 1"), "strace followed nothing")
        let calls = ["socket(", "connect(", "sendto(", "sendmsg("]
        #expect(trace.split(separator: "\n").filter { line in calls.contains { line.contains($0) } } == [])
    }

    @Test("every row has one outcome, and what must be corrected is in a file of its own", arguments: MessySample.all)
    func everyRowHasOneOutcome(sample: MessySample) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take(sample.file)
            var environment = sandbox.environment
            environment["K0RDENT_ORG"] = nil
            // Nobody looks first, so that the server has to refuse what only it can know.
            let arguments = ["--yes", "--rate", "unlimited", "--preflight", "off"] + sample.options
            let run = try await Tool.invite(["import", sample.file] + arguments, in: place, environment)
            #expect(run.code == 1, "\(run.errors)")

            let rows = try place.table("messy.run/results.csv")
            let shown = rows.map { "\($0["row"] ?? "") \($0["line"] ?? "") \($0["outcome"] ?? "")" }
            #expect(shown == sample.rows.map { "\($0.row) \($0.line) \($0.outcome)" })
            let expected = Dictionary(sample.rows.map { ($0.outcome, 1) }, uniquingKeysWith: +)
            #expect(try place.outcomes("messy.run") == expected)
            #expect(try place.json("messy.run/summary.json")["rows"].int == sample.rows.count)
            for row in rows where ["invalid", "refused", "skipped"].contains(row["outcome"]) {
                #expect(row["reason"]?.isEmpty == false, "row \(row["row"] ?? "")")
            }

            let toFix = rows.filter { $0["outcome"] == "invalid" || $0["outcome"] == "refused" }
            #expect(try fixes(place, sample).count == toFix.count)
            #expect(!place.exists("messy.run/retry.csv") && !place.exists("messy.run/retry.jsonl"))
            let invited = sample.rows.count { $0.outcome == "invited" }
            #expect(try await sandbox.created().values.reduce(0, +) == invited)
            #expect(try await sandbox.deliveries().values.allSatisfy { $0 == 1 })
        }
    }

    @Test("the file to correct can be imported as it is, and mails nobody twice", arguments: MessySample.all)
    func fixFileCanBeImported(sample: MessySample) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take(sample.file)
            var environment = sandbox.environment
            environment["K0RDENT_ORG"] = nil
            let arguments = ["--yes", "--rate", "unlimited"] + sample.options
            _ = try await Tool.invite(["import", sample.file] + arguments, in: place, environment)
            let count = try fixes(place, sample).count
            let before = try await sandbox.created()

            let fix = "messy.run/fix." + sample.ending
            let again = try await Tool.invite(["import", fix] + arguments, in: place, environment)
            #expect(again.code == 1, "\(again.errors)")
            // The report is still about every row of the sample, the corrected ones in their places.
            #expect(try place.json("messy.run/summary.json")["rows"].int == sample.rows.count)
            // A stray quote is gone in the new file, which shows how the row was read; importing that says yes to it.
            let readAnew = sample.rows.count { $0.has("quote-stray") }
            #expect(try await sandbox.created().count == before.count + readAnew)
            #expect(try await sandbox.deliveries().values.allSatisfy { $0 == 1 })
            let outcomes = try place.outcomes("messy.run")
            #expect((outcomes["invalid"] ?? 0) + (outcomes["refused"] ?? 0) == count - readAnew, "\(outcomes)")
        }
    }

    @Test("a cell that a spreadsheet would run is made harmless, and stays what it was for this program")
    func formulasAreHarmless() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(
                "email,name,roles\nann@northwind.example,=1+1,viewer\nbad,@SUM(1),viewer\n", to: "list.csv")
            _ = try await Tool.invite(["import", "list.csv", "--yes"], in: place, sandbox.environment)
            #expect(try place.column("name", of: "list.run/results.csv") == ["'=1+1", "'@SUM(1)"])
            #expect(try place.column("name", of: "list.run/fix.csv") == ["=\"@SUM(1)\""])
            let corrected = try place.read("list.run/fix.csv").replacing("bad", with: "bo@northwind.example")
            try place.write(corrected, to: "list.run/fix.csv")
            _ = try await Tool.invite(["import", "list.run/fix.csv", "--yes"], in: place, sandbox.environment)
            #expect(try place.column("name", of: "list.run/results.csv") == ["'=1+1", "'@SUM(1)"])
            #expect(try place.column("outcome", of: "list.run/results.csv") == ["invited", "invited"])
        }
    }

    private func fixes(_ place: Workplace, _ sample: MessySample) throws -> [String] {
        if sample.ending == "csv" { return try place.column("import_reason", of: "messy.run/fix.csv") }
        return try place.read("messy.run/fix.jsonl").split(separator: "\n").map {
            try JSONText(String($0))["import_reason"].string ?? ""
        }
    }
}
