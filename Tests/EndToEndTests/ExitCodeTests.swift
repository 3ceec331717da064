import Foundation
import Testing

/// Each exit code that `--help` names, with the real program and a usual cause of it.
@Suite("Exit codes", .serialized)
struct ExitCodeTests {
    /// One call, and the code that it ends with.
    struct Case: Sendable, CustomTestStringConvertible {
        var code: Int32
        var cause: String
        var arguments = ["import", "list.csv", "--yes", "--rate", "unlimited"]
        var rows = "ann@north.example,viewer\nbo@north.example,viewer\n"
        /// Options of the sandbox that serves.
        var sandbox: [String] = []
        /// Variables in place of the sandbox's; an empty value removes one.
        var variables: [String: String] = [:]
        /// Sent to the program once the sandbox holds its requests.
        var signal: Int32?
        /// What stands in the summary, if there is one.
        var ending: String?

        var testDescription: String { "\(code): \(cause)" }
    }

    static let cases = [
        Case(code: 0, cause: "everybody is invited", ending: "complete"),
        Case(
            code: 0, cause: "a duplicate, and people who are left out on purpose",
            rows: "ann@north.example,viewer\nANN@north.example,viewer\n", ending: "complete"),
        Case(
            code: 0, cause: "left for later", arguments: ["import", "list.csv", "--yes", "--first", "1"],
            ending: "complete"),
        Case(code: 1, cause: "a row is invalid", rows: "ann,viewer\nbo@north.example,viewer\n", ending: "complete"),
        Case(
            code: 1, cause: "a row is refused",
            sandbox: ["--refuse-domain", "north.example", "--listing", "forbidden"],
            ending: "complete"),
        Case(code: 1, cause: "a brake holds", arguments: ["import", "list.csv", "--yes", "--max-rows", "1"]),
        Case(
            code: 2, cause: "a row is unknown",
            arguments: ["import", "list.csv", "--yes", "--retry-5xx", "never", "--preflight", "off"],
            sandbox: ["--errors", "500=100%", "--listing", "forbidden"], ending: "complete"),
        Case(code: 64, cause: "no command", arguments: []),
        Case(code: 64, cause: "an unknown option", arguments: ["import", "list.csv", "--yse"]),
        Case(code: 64, cause: "nobody to ask", arguments: ["import", "list.csv"]),
        Case(code: 65, cause: "no column of addresses", rows: "", ending: nil),
        Case(code: 66, cause: "no such file", arguments: ["import", "none.csv", "--yes"]),
        Case(
            code: 69, cause: "nobody listens there", variables: ["K0RDENT_API_URL": "http://127.0.0.1:9"],
            ending: "unreachable"),
        Case(
            code: 69, cause: "a name without an address", variables: ["K0RDENT_API_URL": "https://none.invalid"],
            ending: "unreachable"),
        Case(
            code: 73, cause: "the run directory cannot be made",
            arguments: ["import", "list.csv", "--yes", "--run-dir", "list.csv/run"]),
        Case(
            code: 75, cause: "the server's quota", arguments: ["import", "list.csv", "--yes", "--concurrency", "1"],
            sandbox: ["--quota", "1"], ending: "whole-run"),
        Case(
            code: 75, cause: "a quota that is not waited for",
            arguments: ["import", "list.csv", "--yes", "--quota", "1/d", "--stop-at-quota"], ending: "gave-up"),
        Case(
            code: 75, cause: "a server in trouble",
            arguments: ["import", "list.csv", "--yes", "--give-up-after", "1s"],
            sandbox: ["--errors", "503=100%"], ending: "gave-up"),
        Case(
            code: 75, cause: "something could not be read that has to be",
            arguments: ["import", "list.csv", "--yes", "--preflight", "require"], sandbox: ["--listing", "forbidden"]),
        Case(
            code: 77, cause: "a token that is refused", variables: ["K0RDENT_TOKEN": "another"],
            ending: "credentials-refused"),
        Case(code: 78, cause: "no token", variables: ["K0RDENT_TOKEN": ""]),
        Case(code: 78, cause: "no organization", variables: ["K0RDENT_ORG": ""]),
        Case(code: 78, cause: "no URL", variables: ["K0RDENT_API_URL": "api"]),
        Case(code: 129, cause: "SIGHUP", sandbox: ["--hold", "1"], signal: SIGHUP, ending: "interrupted"),
        Case(code: 130, cause: "SIGINT", sandbox: ["--hold", "1"], signal: SIGINT, ending: "interrupted"),
        Case(code: 143, cause: "SIGTERM", sandbox: ["--hold", "1"], signal: SIGTERM, ending: "interrupted"),
    ]

    @Test("a cause ends with its code, and the summary has the same", arguments: cases)
    func ends(_ one: Case) async throws {
        try await SandboxProcess.with(one.sandbox) { sandbox in
            let place = try Workplace()
            try place.write(one.rows.isEmpty ? "a,b\n1,2\n" : "email,roles\n" + one.rows, to: "list.csv")
            let variables = sandbox.environment.merging(one.variables) { $1 }.filter { !$0.value.isEmpty }
            let tool = try Tool.start([Tool.invite] + one.arguments, in: place, variables)
            if let signal = one.signal {
                try await eventually("requests are held") { try await sandbox.posts() == 2 }
                tool.signal(signal)
                try sandbox.release()
            }
            let ended = try await tool.finish()
            #expect(ended.code == one.code, "\(ended.errors)\(ended.output)")
            #expect(place.exists("list.run/summary.json") == (one.ending != nil), "\(ended.errors)")
            guard one.ending != nil else { return }
            let summary = try place.json("list.run/summary.json")
            #expect(summary["ending"].string == one.ending && summary["exitCode"].int == Int(one.code))
        }
    }

    @Test("each code of --help has a case here")
    func complete() async throws {
        let help = try await Tool.invite(["--help"], in: Workplace()).output
        let lines = help.split(separator: "\n").drop { $0 != "EXIT CODES:" }.dropFirst()
        let codes = lines.filter { $0.dropFirst(2).first?.isNumber == true }.flatMap { line in
            line.dropFirst(2).prefix(24).split(separator: ",").compactMap { Int32($0.filter(\.isNumber)) }
        }
        #expect(Set(codes) == Set(Self.cases.map(\.code)) && codes.count == 14, "\(codes)")
    }
}
