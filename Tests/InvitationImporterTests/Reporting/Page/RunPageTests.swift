import CurlMulti
import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// `report.html` of imports in which people, files and the server write what they like.
struct RunPageTests {
    private let simulated: SimulatedImport

    init() throws {
        simulated = try SimulatedImport()
        simulated.policy.pace = .unlimited
    }

    private var page: String { simulated.folder.read("team.run/report.html") ?? "" }

    /// The JSON in an element of the page.
    private func data(_ id: String) throws -> JSONValue {
        let start = try #require(page.firstRange(of: "<script type=\"application/json\" id=\"\(id)\">")?.upperBound)
        let end = try #require(page[start...].firstRange(of: "</script>")?.lowerBound)
        return try JSONValue(parsing: String(page[start..<end]))
    }

    @Test func hostileTextIsOnlyText() throws {
        let hostile = "</script><img src=x onerror=alert(1)>\u{202E}\u{2028}\u{1B}[2J{{nonce}}{{{style}}}"
        let cell = "\"" + hostile + "\""
        try simulated.folder.write(
            "team.csv", "email,roles,name,\(cell)\nann@x.example,viewer,\(cell),\(cell)\nbob@x.example,\(cell),B,C\n")
        _ = try simulated.run { _, _ in
            (.milliseconds(5), .answer(400, #"{"message":"no </script><img src=x onerror=alert(2)>\#u{1B}[31m"}"#))
        }
        let page = page
        #expect(page.contains("onerror"))
        #expect(!page.contains("<img"))
        let acting = "\u{202E}\u{2028}\u{1B}\u{0}".unicodeScalars
        #expect(!page.unicodeScalars.contains { acting.contains($0) })
        #expect(page.ranges(of: "<script").count == 3)
        #expect(page.ranges(of: "</script>").count == 3)
        #expect(page.ranges(of: "<style").count == 1)
        let rows = try data("correction-data").array?.first?["rows"]?.array ?? []
        #expect(rows.count == 2)
        #expect(rows.contains { $0.array?.first?.strings?.contains(hostile) == true })
    }

    @Test func onlyItsOwnScriptMayRun() throws {
        try simulated.writePeople(1)
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201)) }
        let page = page
        let nonce = try #require(page.firstMatch(of: /script-src 'nonce-([a-z0-9]+)'/)?.1)
        #expect(nonce.count > 16)
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("<script nonce=\"\(nonce)\">"))
        #expect(!page.contains("http://") && !page.contains(" style=") && !page.contains("onclick"))
        #expect(!page.contains("{{"))
        let first = nonce
        _ = try StoredRun(RunDirectory(simulated.folder.path.appending("team.run"))).report()
        #expect(self.page.firstMatch(of: /'nonce-([a-z0-9]+)'/)?.1 != first)
    }

    @Test func saysWhoNeedsSomebodyAndWhy() throws {
        try simulated.folder.write(
            "team.csv",
            "email,roles\nann@x.example,org-admin\nbob@x.example,viewer\nno-at,viewer\nno-at-either,viewer\n"
                + "cy@x.example,viewer\n")
        _ = try simulated.run { request, _ in
            let isBob = String(decoding: request.body, as: UTF8.self).contains("bob@")
            return (.milliseconds(5), isBob ? .answer(403, #"{"message":"bob is banned"}"#) : .answer(201))
        }
        let page = page
        #expect(page.contains("3 rows need somebody."))
        #expect(page.contains("refused, HTTP 403"))
        #expect(page.contains("bob is banned"))
        #expect(page.contains("email-syntax"))
        #expect(page.contains(">lines 4 (no-at), 5 (no-at-either)<"))
        #expect(page.contains("below or in fix.csv, and import that file."))
        let powers = try #require(page.firstRange(of: "far-reaching roles"))
        #expect(page[powers.upperBound...].prefix(900).contains("ann@x.example"))
        #expect(page.contains("fix.csv&#39;</code>"))
        #expect(try data("row-data")["rows"]?.array?.count == 5)
    }

    @Test func namesRowsOfJSONByTheirNumber() throws {
        try simulated.folder.write(
            "team.csv", #"[{"email":"no-at","roles":["viewer"]},{"email":"a@x.example","roles":["viewer"]}]"#)
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201, #"{"id":"i-1","email":"a@x.example"}"#)) }
        #expect(page.contains(">row 1 (no-at)<"))
    }

    @Test func namesWhoGotNoMail() throws {
        try simulated.folder.write(
            "team.csv",
            "email,name,roles,groups\nno-at,Nora,viewer,staff\nann@x.example,Ann,viewer,\nann@x.example,Ann Two,admin,\n"
                + "\"bob\"@x.example,Bob,viewer,\n")
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201)) }
        let table = try data("row-data")
        let texts = table["texts"]?.strings ?? []
        let rows = (table["rows"]?.array ?? []).map { row in
            let cells = row.array ?? []
            return cells[3...7].map { $0.string ?? texts[$0.integer ?? 0] }
        }
        #expect(
            rows == [
                ["no-at", "Nora", "viewer", "staff", "invalid"],
                ["ann@x.example", "Ann", "viewer, admin", "", "invited"],
                ["ann@x.example", "Ann Two", "admin", "", "duplicate"], ["bob@x.example", "Bob", "", "", "invalid"],
            ])
    }

    /// A spreadsheet would run such names, and save what they come to.
    @Test func columnsNamedLikeFormulasComeBackUnharmed() throws {
        let names = ["email", "roles", "=1+1", "@SUM(1)", "007", "=HYPERLINK(\"http://x\",\"y\")"]
        let header = names.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        try simulated.folder.write("team.csv", header + "\nno-at,viewer,1,2,3,4\n")
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201)) }
        let fix = try #require(simulated.folder.read("team.run/fix.csv"))
        let first = fix.prefix { !$0.isNewline }
        #expect(first.contains(#","=""=1+1""","=""@SUM(1)""","=""007""","#), "\(first)")
        let reader = try InputReader(ByteSource(Array(fix.utf8), name: "fix.csv"))
        #expect(reader.columns == Correction.addedColumns + names)
    }

    /// A stranger may have got the mail, so the report says it after the fact as well.
    @Test func repeatsDoubtsAboutAddressesThatWereMailed() throws {
        try simulated.folder.write("team.csv", "email,roles\nann@gmial.com,viewer\nbob@x.example,viewer\n")
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201)) }
        let run = simulated.folder.path.appending("team.run").string
        #expect(page.contains("k0rdent-invite revoke &#39;\(run)&#39; --only FILE"))
        #expect(page.contains(">line 2 (ann@gmial.com)<"))
        #expect(simulated.folder.read("team.run/results.csv")?.contains("email-look-alike") == true)
    }

    @Test func tellsTheCourseFromTheJournal() throws {
        try simulated.writePeople(40)
        var posts = 0
        _ = try simulated.run { _, _ in
            posts += 1
            return (.milliseconds(30), posts == 7 ? .answer(429, "", [("Retry-After", "3")]) : .answer(201))
        }
        #expect(posts == 41)
        #expect(page.contains("1 turned away: too many requests"))
        #expect(page.contains("1 of them retries"))
        #expect(page.contains("<path class=\"retries\""))
        #expect(page.contains("40 answered by the server"))
        // One start, with its attempts, retries, and those that were turned away.
        #expect(page.contains(#"<td class="number">41</td><td class="number">1</td><td class="number">1</td>"#))
    }

    @Test func anAttemptThatIsSettledLaterCountsOnce() throws {
        try simulated.writePeople(1)
        var posts = 0
        _ = try simulated.run(
            lists: { request, _ in
                let isList = request.url.contains("/invitations")
                let entry = #"{"id":"i-1","email":"p1@x.example","roles":["viewer"],"status":"pending"}"#
                return (
                    .milliseconds(5),
                    .answer(isList ? 200 : 403, isList ? #"{"invitations":[\#(posts > 0 ? entry : "")]}"# : "")
                )
            },
            { _, _ in
                posts += 1
                return (.milliseconds(5), .answer(500))
            })
        #expect(posts == 1)
        #expect(page.contains("1 server errors, no answer, no connection"))
        #expect(!page.contains("answered by the server</li>"))
    }

    @Test func aRunWithoutPlanOrJournalHasAPageToo() throws {
        try simulated.writePeople(3)
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201)) }
        for lost in ["plan.jsonl", "journal.jsonl"] {
            let kept = simulated.folder.read("team.run/" + lost)
            try FileManager.default.removeItem(atPath: simulated.folder.path.appending("team.run/" + lost).string)
            _ = try StoredRun(RunDirectory(simulated.folder.path.appending("team.run"))).report()
            #expect(page.contains("This page lacks something."))
            #expect(page.contains(lost))
            try simulated.folder.write("team.run/" + lost, kept ?? "")
        }
    }
}
