import Testing

@Suite("Help", .serialized)
struct HelpTests {
    @Test("--help ends with variables and exit codes, -h and completions without")
    func longHelp() async throws {
        let place = try Workplace()
        for arguments in [["--help"], ["check", "--help"], ["help", "check"]] {
            let run = try await Tool.invite(arguments, in: place)
            #expect(run.code == 0 && run.output.contains("\n\nENVIRONMENT:\n  K0RDENT_API_URL "), "\(arguments)")
            #expect(run.output.contains("\nUSAGE: k0rdent-invite "), "\(arguments)")
            #expect(run.output.contains("EXAMPLES:\n") && run.output.contains("\n  129, 130, 143 "), "\(arguments)")
        }
        for arguments in [["-h"], ["check", "-h"], ["template", "--help"], ["--generate-completion-script", "bash"]] {
            let run = try await Tool.invite(arguments, in: place)
            #expect(run.code == 0 && !run.output.contains("ENVIRONMENT:"), "\(arguments)")
        }
        let short = try await Tool.invite(["import", "-h"], in: place)
        #expect(short.output.hasSuffix("exit codes:\n  k0rdent-invite import --help\n"), "\(short.output)")
        let script = try await Tool.invite(["--generate-completion-script", "bash"], in: place)
        #expect(script.output.contains("okta-csv"), "presets are completed")
    }

    @Test("roles and groups are completed with those of the server, and silently with none without one")
    func completesRoles() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            // What a completion script asks: the argument, its index, the cursor in it, and the words so far.
            for (option, words) in [
                ("--role", ["admin", "cluster-admin", "iam-admin", "member", "viewer"]),
                ("--group", ["eng", "ops", "sales"]),
            ] {
                let question = [
                    "---completion", "import", "--", option, "2", "0", "k0rdent-invite", "import", option, "",
                ]
                let run = try await Tool.invite(question, in: place, sandbox.environment)
                #expect(run.output.split(separator: "\n").map(String.init).sorted() == words, "\(run)")
                let alone = try await Tool.invite(question, in: place)
                #expect(alone.code == 0 && alone.output.allSatisfy(\.isWhitespace) && alone.errors.isEmpty)
            }
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("a mistyped word is 64 and named with the nearest one; a secret is not repeated")
    func mistyped() async throws {
        let place = try Workplace()
        let command = try await Tool.invite(["imprt", "team.csv"], in: place)
        #expect(command.code == 64 && command.errors == "error: There is no command imprt; import?\n")
        let help = try await Tool.invite(["help", "imprt"], in: place)
        #expect(help.code == 64 && help.errors == "error: There is no command imprt; import?\n" && help.output.isEmpty)
        let rehearsal = try await Tool.sandbox(["serv"], in: place)
        #expect(rehearsal.code == 64 && rehearsal.errors == "error: There is no command serv; serve?\n")
        let secret = try await Tool.invite(["import", "team.csv", "--token", "s3cr3t"], in: place)
        #expect(secret.code == 64 && secret.errors.contains("Set K0RDENT_TOKEN"), "\(secret.errors)")
        #expect(!secret.errors.contains("s3cr3t"))
    }
}
