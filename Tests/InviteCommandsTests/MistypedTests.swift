import Testing

@testable import InviteCommands

struct MistypedTests {
    private func advice(_ line: String) -> String? {
        Mistyped(line.split(separator: " ").map(String.init), CommandWords.options)?.description
    }

    @Test(
        "names the nearest word",
        arguments: [
            ("imprt team.csv", "There is no command imprt; import?"),
            ("Status team.run", "There is no command Status; status?"),
            ("rev team.run", "There is no command rev; revoke?"),
            ("import a.csv --rolemap b.csv", "There is no option --rolemap for import; --role-map? ("),
            ("import a.csv --dry", "There is no option --dry for import; --dry-run? ("),
            ("import a.csv --concurency=4", "There is no option --concurency for import; --concurrency? ("),
            ("check a.csv --max-rows 4", "There is no option --max-rows for check, only for import. ("),
            ("report a.run --frobnicate", "There is no option --frobnicate for report. (k0rdent-invite report --help"),
            ("import a.csv --rate -1/s", "--rate cannot be -1/s. The pace: auto, a hard limit such as"),
            ("import a.csv --rate", "--rate takes a value. The pace: auto"),
            ("import --rate --yes", "--rate takes a value. The pace: auto"),
            ("status a.run --only pendin", "--only cannot be pendin; pending? (k0rdent-invite status --help"),
            ("import a.csv --color=purple", "--color cannot be purple; it is one of auto, always, never. ("),
            ("--dry-run", "There is no option --dry-run before the command, only for import. ("),
        ])
    func nearest(line: String, words: String) {
        #expect(advice(line)?.hasPrefix(words) == true, "\(advice(line) ?? "nothing")")
    }

    @Test(
        "knows no help for what is no command", arguments: ["help imprt", "help import", "help help", "help", "imprt"])
    func help(line: String) {
        let words = line.split(separator: " ").map(String.init)
        let problem = Mistyped(help: words, among: ["import", "status"])?.description
        #expect(problem == (line == "help imprt" ? "There is no command imprt; import?" : nil))
    }

    @Test("whoever looks for a place for a secret is told about the variable, and the secret is not repeated")
    func secrets() {
        let variables = [
            "--tokn": "K0RDENT_TOKEN", "--token": "K0RDENT_TOKEN", "--api-key": "K0RDENT_API_KEY",
            "--client-secret": "K0RDENT_CLIENT_SECRET",
        ]
        for (option, variable) in variables {
            for line in ["import a.csv \(option)=s3cr3t", "status \(option) s3cr3t a.run"] {
                let words = advice(line) ?? ""
                #expect(words.contains("Set \(variable), or use --token-file"), "\(line): \(words)")
                #expect(!words.contains("s3cr3t"))
            }
        }
        // A command that opens no connection needs no token.
        #expect(advice("template --token x")?.contains("K0RDENT") == false)
    }

    @Test(
        "says nothing about words that are known",
        arguments: [
            "", "import", "import -- --no-such-file", "check --rate fast a.csv",
            "--generate-completion-script=tcsh", "import a.csv --rate=-1/s", "import - --message=",
            "check --config - a",
        ])
    func known(line: String) {
        #expect(advice(line) == nil)
    }
}
