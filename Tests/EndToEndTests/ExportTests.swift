import Foundation
import TestSupport
import Testing

@Suite("Exports of other systems", .serialized)
struct ExportTests {
    private static let files =
        (try? FileManager.default.contentsOfDirectory(atPath: Workplace.samples + "/exports").sorted()) ?? []
    /// Everyday runs import every fourth; `.ci/run samples` imports all of them, too.
    private static let imported = TestDose.isFull ? files : stride(from: 0, to: files.count, by: 4).map { files[$0] }

    /// What the samples call their secrets.
    private static let secrets = ["not-a-real", "bm90LWEt", "NOTAREALTOTPSEED"]
    /// Who must not be invited, by the part before the @ of their addresses.
    private static let inactive = [
        "old.account", "kept.mail", "gone", "off", "guest", "sus.pended", "de.pro", "not.yet", "blocked", "deploybot",
        "banned", "deleted", "de.activated", "out", "chris", "ex.kollege", "new", "group_1_bot_f00",
    ]

    @Test(
        "each is imported with no option but a role; nobody inactive is invited, no secret is written",
        arguments: imported
    )
    func importsExport(file: String) async throws {
        let place = try Workplace()
        try place.take("exports/" + file, as: file)
        let run = try await Tool.sandbox(["import", file, "--role", "viewer", "--yes"], in: place)
        #expect(run.code == 0, "\(run.errors)")
        let folder = try #require(try place.names().first { $0.hasSuffix(".run") })
        let invited = try place.read(folder + "/results.jsonl").split(separator: "\n").map { try JSONText(String($0)) }
            .filter { $0["outcome"].string == "invited" }.compactMap { $0["sent"]["email"].string }
        #expect(!invited.isEmpty)
        for email in invited {
            let local = String(email.prefix { $0 != "@" })
            #expect(!Self.inactive.contains(local), "\(email) was invited")
            #expect(!email.contains("#EXT#") && !email.contains("private"))
        }
        for name in try place.names(in: folder) where name != "input" && !name.hasPrefix("input/") {
            let text = try place.read(folder + "/" + name)
            for secret in Self.secrets { #expect(!text.contains(secret), "\(name) holds a secret") }
        }
        for secret in Self.secrets { #expect(!run.errors.contains(secret)) }
    }

    @Test("rows to correct keep the export's columns and are recognised again")
    func correctsExport() async throws {
        let place = try Workplace()
        let header =
            "id,first_name,last_name,primary_email_address,verified_email_addresses,totp_secret,password_digest\n"
        try place.write(
            header + "1,Ann,Lee,ann@northwind,,NOTAREAL,x\n2,Bo,Berg,bo..berg@x.example,,NOTAREAL,x\n", to: "c.csv")
        let first = try await Tool.sandbox(["import", "c.csv", "--role", "viewer", "--yes"], in: place)
        #expect(first.code == 1)
        #expect(first.errors.contains("Clerk") && first.errors.contains("totp_secret"))
        let fix = try place.read("c.run/fix.csv")
        #expect(fix.contains("bo..berg@x.example") && !fix.contains("NOTAREAL"))
        try place.write(fix.replacing("bo..berg", with: "bo.berg"), to: "c.run/fix.csv")
        let second = try await Tool.sandbox(["import", "c.run/fix.csv", "--role", "viewer", "--yes"], in: place)
        #expect(second.code == 0, "\(second.errors)")
        #expect(second.errors.contains("Clerk"))
        #expect(try place.column("outcome", of: "c.run/results.csv") == ["invited", "invited"])
    }

    @Test("an encoding that was named holds for the report, and not for the file to correct")
    func readsNamedEncoding() async throws {
        let place = try Workplace()
        let text = "email,name,Rolle\nj@x.example,J?rg,viewer\nwrong,Zo?,viewer\n"
        try place.write(Array(text.utf8).map { $0 == UInt8(ascii: "?") ? 0xF6 : $0 }, to: "w.csv")
        let options = ["--encoding", "windows-1252", "--map", "roles=Rolle", "--yes"]
        let first = try await Tool.sandbox(["import", "w.csv"] + options, in: place)
        #expect(first.code == 1, "\(first.errors)")
        #expect(try place.column("name", of: "w.run/results.csv") == ["Jörg", "Zoö"])
        #expect(try place.read("w.run/fix.csv").contains("Zoö"))
        let again = try await Tool.sandbox(["import", "w.run/fix.csv"] + options, in: place)
        #expect(again.code == 65)
        #expect(again.errors.contains("leave out --encoding"))
    }

    @Test("several files of one export are one import, and their roles become ours")
    func importsSeveralFiles() async throws {
        let place = try Workplace()
        for name in ["keycloak-users-0.json", "keycloak-users-1.json"] { try place.take("exports/" + name, as: name) }
        try place.write("from,roles,groups\nuser,viewer,\n/eng,,eng\n", to: "roles.csv")
        let arguments = [
            "import", "keycloak-users-0.json", "keycloak-users-1.json", "--role-map", "roles.csv", "--yes",
        ]
        let strict = try await Tool.sandbox(arguments + ["--strict"], in: place)
        #expect(strict.code == 1)
        #expect(
            strict.errors.contains("editor 2, /sales 1") && strict.errors.contains("(--strict)"), "\(strict.errors)")
        let run = try await Tool.sandbox(arguments + ["--message", "Hello {firstName}!"], in: place)
        #expect(run.code == 0, "\(run.errors)")
        let sent = try place.read("keycloak-users-0.run/results.jsonl").split(separator: "\n").map {
            try JSONText(String($0))["sent"]
        }
        #expect(sent[0]["groups"].strings == ["eng"] && sent[0]["message"].string == "Hello Bo!")
        #expect(sent[1]["roles"].strings == ["viewer"])
    }

    @Test("content decides, not the name of a file", arguments: [("team.csv", "x.jsonl"), ("team.jsonl", "x.csv")])
    func readsByContent(sample: String, name: String) async throws {
        let place = try Workplace()
        try place.take(sample, as: name)
        let check = try await Tool.invite(["check", name], in: place)
        #expect(check.code == 0, "\(check.errors)")
        #expect(check.output.contains("25 people to invite"))
    }

    @Test("convert prints our own form, and says what became of the others")
    func convertsExport() async throws {
        let place = try Workplace()
        try place.take("exports/slack.csv", as: "slack.csv")
        let printed = try await Tool.invite(["convert", "slack.csv", "--role", "viewer"], in: place)
        #expect(printed.code == 0, "\(printed.errors)")
        #expect(
            printed.output.hasPrefix(
                "email,name,roles,groups,message,organization\r\nann.lee@northwind.example,Ann Lee,viewer,,,\r\n"))
        #expect(printed.errors.contains("slack.csv:5: skipped: status is Deactivated"))
        #expect(printed.errors.contains("Slack"))
        let written = try await Tool.invite(["convert", "slack.csv", "--role", "viewer", "-o", "own.csv"], in: place)
        #expect(written.output.isEmpty)
        #expect(try place.read("own.csv") == printed.output)
        _ = try await Tool.invite(["convert", "own.csv", "-o", "own.jsonl", "--quiet"], in: place)
        #expect(try place.read("own.jsonl").hasPrefix("{\"email\":\"ann.lee@northwind.example\""))
        let again = try await Tool.invite(["convert", "own.csv", "--quiet"], in: place)
        #expect(again.output == printed.output && again.errors.isEmpty)
        #expect(try place.names() == ["own.csv", "own.jsonl", "slack.csv"])

        let over = try await Tool.invite(["convert", "slack.csv", "-o", "own.csv"], in: place)
        #expect(over.code == 73 && over.errors.contains("own.csv is there already"), "\(over.errors)")
        #expect(try place.read("own.csv") == printed.output)
        for options in [[], ["--yes"]] {
            let own = try await Tool.invite(["convert", "own.csv", "-o", "./own.csv"] + options, in: place)
            #expect(own.code == 73 && own.errors.contains("would be lost"), "\(own.errors)")
        }
        let yes = try await Tool.invite(
            ["convert", "slack.csv", "--role", "viewer", "-o", "own.csv", "--yes"], in: place)
        #expect(yes.code == 0, "\(yes.errors)")
        #expect(try place.read("own.csv") == printed.output)
    }

    @Test(
        "wrong options say what is right",
        arguments: [
            (["--map", "mail"], "--map"), (["--map", "email=a", "--map", "email=b"], "once"),
            (["--encoding", "x"], "--encoding"),
            (["--message", "Hi {"], "{"),
        ] as [([String], String)])
    func refusesOptions(options: [String], says: String) async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let check = try await Tool.invite(["check", "team.csv"] + options, in: place)
        #expect(check.code == 64)
        #expect(check.errors.contains(says))
    }
}
