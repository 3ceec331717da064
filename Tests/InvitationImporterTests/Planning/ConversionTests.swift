import Foundation
import InvitationImporter
import SystemPackage
import Testing

struct ConversionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func convert(
        _ path: FilePath, to form: Conversion.Form, _ change: (inout ImportOptions) -> Void = { _ in }
    ) throws -> String {
        var options = ImportOptions()
        change(&options)
        var bytes: [UInt8] = []
        let conversion = try Conversion([PlanInput(name: "in", path: path)], options, to: form)
        _ = try conversion.write(each: { _ in }) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let samples: [FilePath] = {
        var folder = FilePath(#filePath)
        for _ in 0..<4 { folder.removeLastComponent() }
        let exports = ExportSample.all.filter { $0.encoding == nil }.flatMap(\.files).map { "samples/exports/" + $0 }
        return (exports + ["samples/team.csv", "samples/team.jsonl", "samples/messy.csv", "samples/messy.jsonl"])
            .map { folder.pushing(FilePath($0)) }
    }()

    @Test(arguments: samples, Conversion.Form.allCases) func convertingAgainChangesNothing(
        sample: FilePath, form: Conversion.Form
    ) throws {
        // The messy samples hold roles that CSV cannot; that is said, and not written wrongly.
        guard let first = try? convert(sample, to: form) else {
            #expect(form == .csv && sample.string.hasSuffix("messy.jsonl"))
            return
        }
        #expect(first.split(whereSeparator: \.isNewline).count > (form == .csv ? 1 : 0))
        #expect(try convert(try folder.write("once", first), to: form) == first)
        for other in Conversion.Form.allCases where other != form {
            guard let across = try? convert(try folder.write("once", first), to: other) else { continue }
            #expect(try convert(try folder.write("twice", across), to: form) == first)
        }
    }

    private static let header = Conversion.columns.joined(separator: ",") + "\r\n"

    /// Texts in which nobody is, and what they become in both forms.
    @Test(arguments: ["", "\u{FEFF}", header, "\u{FEFF}" + header, "email\n\n,\n", "[]", "{\"users\":[]}"])
    func whereNobodyIsNobodyIsWritten(text: String) throws {
        let path = try folder.write("in", text)
        #expect(try convert(path, to: .csv) == Self.header)
        #expect(try convert(path, to: .jsonl) == "")
        #expect(throws: InputError.self) { try Planner([PlanInput(name: "in", path: path)], ImportOptions()) }
    }

    @Test(arguments: [" \n", "{\n\"x\":[]}", "name\n", "{\"email\":"])
    func whatIsNotUnderstoodIsNoEmptyList(text: String) throws {
        let path = try folder.write("in", text)
        #expect(throws: InputError.self) { try convert(path, to: .jsonl) }
    }

    @Test func whoIsLeftOutStaysOutWhenConvertedAgain() throws {
        let path = try folder.write("in", "email,status\na@x.example,blocked\nbad,active\n")
        for form in Conversion.Form.allCases {
            let first = try convert(path, to: form)
            #expect(try convert(try folder.write("once", first), to: form) == first)
        }
    }

    @Test func theFormIsOurs() throws {
        let path = try folder.write(
            "in", "Name;E-Mail;Rolle;Gruppe\n\"Lee; Ann\";ann@x.example;A,B;\nBo;BO@x.example;;g\nbo;bo@x.example;;h\n")
        let csv = try convert(path, to: .csv) {
            $0.reading.mapping = [.roles: .column("Rolle"), .groups: .column("Gruppe")]
        }
        #expect(
            csv
                == "email,name,roles,groups,message,organization\r\nann@x.example,Lee; Ann,A;B,,,\r\nBO@x.example,Bo,,g;h,,\r\n"
        )
        let jsonl = try convert(path, to: .jsonl) {
            $0.organization = "acme"
            $0.roles = ["viewer"]
        }
        #expect(
            jsonl == """
                {"email":"ann@x.example","name":"Lee; Ann","roles":["viewer"],"organization":"acme"}
                {"email":"BO@x.example","name":"Bo","roles":["viewer"],"organization":"acme"}

                """)
    }

    @Test func aFileAppearsWholeOrNotAtAll() throws {
        let path = try folder.write("in.jsonl", #"{"email":"a@x.example","roles":["a;b"]}"#)
        let output = folder.path.appending("out.csv")
        let conversion = try Conversion([PlanInput(name: "in.jsonl", path: path)], ImportOptions(), to: .csv)
        let error = #expect(throws: InputError.self) { try conversion.write(to: output) { _ in } }
        #expect(error?.code == "list-not-csv")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path.string) == ["in.jsonl"])
    }

    /// A spreadsheet would run what begins like a formula; the mark against it goes away when the file is read again.
    @Test(arguments: ["=HYPERLINK(\"\"x\"\")", "+49 1", "-Ann", "@SUM(1)", "'=kept"]) func formulasAreDefused(
        _ name: String
    ) throws {
        let text = "email,name,roles,message\n+tag@x.example,\"\(name)\",-r,\"\(name)\"\n"
        let plain = name.replacing("\"\"", with: "\"").replacing("'=", with: "=")
        let path = try folder.write("in", text)
        let csv = try convert(path, to: .csv)
        let cells = csv.split(separator: "\r\n")[1].split(separator: ",").map { $0.trimmingPrefix("\"") }
        #expect(cells.allSatisfy { $0.hasPrefix("'") })
        let jsonl = try convert(try folder.write("once", csv), to: .jsonl)
        let line = try JSONValue(parsing: String(jsonl.split(separator: "\n")[0]))
        #expect(line["email"]?.string == "+tag@x.example")
        #expect(line["name"]?.string == plain && line["message"]?.string == plain)
        #expect(line["roles"] == .strings(["-r"]))
        #expect(try convert(try folder.write("once", csv), to: .csv) == csv)
    }

    @Test(arguments: ["in.csv", "./in.csv", "link.csv", "hard.csv"]) func whatIsReadIsNeverWrittenOver(_ name: String)
        throws
    {
        let text = "email\na@x.example\n"
        let path = try folder.write("in.csv", text)
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path.appending("link.csv").string, withDestinationPath: "in.csv")
        try manager.linkItem(atPath: path.string, toPath: folder.path.appending("hard.csv").string)
        let conversion = try Conversion([PlanInput(name: "in", path: path)], ImportOptions(), to: .csv)
        let error = #expect(throws: RunError.self) {
            try conversion.write(to: FilePath(folder.path.string + "/" + name)) { _ in }
        }
        #expect(error?.kind == .cannotWrite)
        #expect(try String(contentsOfFile: path.string, encoding: .utf8) == text)
    }

    @Test func aFileThatWouldBeWrittenToOnTheWayIsKept() throws {
        let path = try folder.write("out.csv.partial", "email\na@x.example\n")
        let conversion = try Conversion([PlanInput(name: "in", path: path)], ImportOptions(), to: .csv)
        #expect(throws: RunError.self) { try conversion.write(to: folder.path.appending("out.csv")) { _ in } }
        #expect(throws: RunError.self) { try conversion.write(to: FilePath("/dev/null")) { _ in } }
        #expect(try String(contentsOfFile: path.string, encoding: .utf8) == "email\na@x.example\n")
    }
}
