import Foundation
import InvitationImporter
import SystemPackage
import Testing

/// Which rows a JSON text has, however it is laid out.
@Suite struct JSONShapeTests {
    /// The addresses of the rows; `!` before the code of an error of the input or of a row.
    static func addresses(_ text: String) -> [String] {
        do throws(InputError) {
            let read = try InputReaderTests.read(text)
            return read.records.map { record in
                if let finding = record.findings.first { return "!" + finding.code.rawValue }
                guard let column = read.fields[.email], column < record.values.count else { return "" }
                return record.values[column]?.string ?? ""
            }
        } catch {
            return ["!" + error.code]
        }
    }

    static let ann = #"{"email":"ann@n.example"}"#
    static let bo = #"{"email":"bo@n.example"}"#

    static let shapes: [(name: String, text: String, addresses: [String])] = [
        ("Firebase's own lines", "{\"users\": [\n\(ann),\n\(bo)\n]}", ["ann@n.example", "bo@n.example"]),
        ("the same with one person", "{\"users\": [\n\(ann)\n]}", ["ann@n.example"]),
        ("the same with a line end", "{\"users\": [\r\n\(ann),\r\n\(bo)]}\r\n", ["ann@n.example", "bo@n.example"]),
        ("a brace on each line", "{\n\"users\":\n[\n\(ann)\n,\n\(bo)\n]\n}", ["ann@n.example", "bo@n.example"]),
        ("an object on one line", "{\"users\":[\(ann),\(bo)]}", ["ann@n.example", "bo@n.example"]),
        ("an array on one line", "[\(ann),\(bo)]", ["ann@n.example", "bo@n.example"]),
        ("an array over lines", "[\n\(ann),\n\(bo)\n]", ["ann@n.example", "bo@n.example"]),
        ("lines", "\(ann)\n\(bo)", ["ann@n.example", "bo@n.example"]),
        ("one line", ann, ["ann@n.example"]),
        (
            "one person over lines", "{\n  \"email\": \"ann@n.example\",\n  \"roles\": [\"viewer\"]\n}\n",
            ["ann@n.example"]
        ),
        ("one person with an array", "{\n\"E-Mail\":\"ann@n.example\",\"accounts\":[{\"id\":1}]}", ["ann@n.example"]),
        ("one person with other addresses", "{\n\"email\":\"ann@n.example\",\"emails\":[\(bo)]}", ["ann@n.example"]),
        (
            "several over lines", "{\n\"email\":\"ann@n.example\"\n}\n{\n\"email\":\"bo@n.example\"\n}",
            ["ann@n.example", "bo@n.example"]
        ),
        ("a first line that is cut", "{\"email\":\"ann@n.example\"\n\(bo)", ["!json-syntax"]),
        ("a first line that is broken", "{'email':1}\n\(bo)", ["!json-syntax", "bo@n.example"]),
        ("a bare name and lines", "{users: [\n\(ann),\n\(bo)\n]}", ["!json-syntax"]),
        ("two lists", "{\"admins\":[\(ann)],\"users\":[\(bo)]}", ["!json-array-twice"]),
        ("two lists over lines", "{\n\"users\":[\(bo)],\n\"admins\":[\(ann)]\n}", ["!json-array-twice"]),
        ("two known lists", "{\"users\":[\(ann)],\"members\":[\(bo)]}", ["!json-array-twice"]),
        ("a person with people", "{\"email\":\"i@n.example\",\"users\":[\(bo)]}", ["!json-array-twice"]),
        ("the same over lines", "{\n\"users\":[\(bo)],\"email\":\"i@n.example\"}", ["!json-array-twice"]),
        (
            "what is no list of people", "{\"meta\":{\"by\":\"x@n.example\"},\"roles\":[{\"id\":1}],\"users\":[\(bo)]}",
            ["bo@n.example"]
        ),
        ("an unknown list", "{\n\"staff\":[\(bo)]}", ["bo@n.example"]),
        ("no list", "{\n\"staff\":{\"boss\":\"bo@n.example\"}}", ["!json-array-missing"]),
    ]

    @Test(arguments: shapes.indices) func rowsAreTheSameHoweverLaidOut(_ index: Int) {
        let shape = Self.shapes[index]
        #expect(Self.addresses(shape.text) == shape.addresses, "\(shape.name)")
    }

    static let lines: [(text: String, rows: [Int?])] = [
        ("[{\"email\":\"a\"},{\"email\":\"b\"},7]", [nil, 2, 3]),
        ("[{\"email\":\"a\"},\n{\"email\":\"b\"},7]", [nil, nil, 3]),
        ("{\"email\":\"a\"}\n7", [nil, nil]), ("email\na\nb", [nil, nil]),
        ("a@.x; b@.x\nc@.x, d@.x", [nil, 2, nil, 4]),
    ]

    /// The row that each finding names, where its line does not tell.
    @Test(arguments: lines) func findingsNameTheirRow(text: String, rows: [Int?]) throws {
        var options = ImportOptions()
        options.needsOrganization = false
        options.needsRoleOrGroup = false
        var reader = try InputReader(ByteSource(Array(text.utf8), name: "in"))
        var found: [[String]] = []
        while let record = try reader.next() {
            let checked = Checker(options).check(record, columns: reader.columns, fields: reader.fields)
            found.append(checked.findings.map(\.advice))
        }
        #expect(found.count == rows.count)
        for (advice, row) in zip(found, rows) {
            #expect(!advice.isEmpty)
            let named = row.map { "Row \($0): " }
            for text in advice { #expect(named.map(text.hasPrefix) ?? !text.hasPrefix("Row ")) }
        }
    }

    @Test(arguments: [
        #"{"email":""#, #"{"email":"a@n.example","x":""#, #"{"users":[{"email":""#, #"[{"email":""#, #"{"x":1"#,
        "{\n\"x\":\"", "{\n\"email\":\"a@n.example\",\"x\":\"", "{\"",
    ]) func aRowThatNeverEndsIsRefused(beginning: String) throws {
        let endless = try EndlessInput(beginning, then: "0")
        defer { endless.stop() }
        let error = #expect(throws: InputError.self) {
            var reader = try InputReader(ByteSource(endless.descriptor, name: "endless"))
            while try reader.next() != nil {}
        }
        #expect(error?.code == "record-too-long")
        #expect(error?.line == (beginning.contains("\n") && beginning.hasPrefix("{\n\"x") ? 2 : 1))
    }
}
