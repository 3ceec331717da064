import Testing

/// The config file with the real program: what comes before what, profiles, and what is refused.
@Suite("The config file", .serialized)
struct ConfigFileTests {
    /// A place with a file of people and a config file of the user who works there.
    private static func place(_ text: String) throws -> Workplace {
        let place = try Workplace()
        try place.makeDirectory(".config")
        try place.makeDirectory(".config/k0rdent-invite")
        try place.write(text, to: ".config/k0rdent-invite/config.toml")
        try place.setPermissions(".config/k0rdent-invite/config.toml", 0o600)
        try place.write("email\nann@north.example\n", to: "list.csv")
        return place
    }

    /// Organization, server and roles of a dry run.
    private static func planned(
        _ options: [String], _ environment: [String: String] = [:], in place: Workplace
    ) async throws -> String {
        let dry = try await Tool.invite(
            ["import", "list.csv", "--dry-run", "--preflight", "off"] + options, in: place, environment)
        #expect(dry.code == 0, "\(dry.errors)")
        return ["organization", "server", "roles"].compactMap { name in
            dry.output.split(separator: "\n").first { $0.hasPrefix("  \(name) ") }?.split(separator: " ").dropFirst()
                .joined(separator: " ")
        }.joined(separator: ", ")
    }

    @Test("the command line comes before variables, variables before a profile, a profile before the rest")
    func precedence() async throws {
        let place = try Self.place(
            """
            org = "file"
            role = "viewer"
            api-url = "https://file.example"

            [staging]
            org = "profile"
            api-url = "https://profile.example"
            """)
        let profile = ["--profile", "staging"]
        let variables = ["K0RDENT_ORG": "variable"]
        let cases: [([String], [String: String], String)] = [
            ([], [:], "file 1, https://file.example, viewer 1"),
            (profile, [:], "profile 1, https://profile.example, viewer 1"),
            (profile, variables, "variable 1, https://profile.example, viewer 1"),
            (
                profile + ["--org", "flag", "--role", "member"], variables,
                "flag 1, https://profile.example, member 1"
            ),
            (
                ["--api-url=https://flag.example"], ["K0RDENT_API_URL": "https://variable.example"],
                "file 1, https://flag.example, viewer 1"
            ),
        ]
        for (options, environment, words) in cases {
            #expect(try await Self.planned(options, environment, in: place) == words)
        }
    }

    @Test("--config names another file")
    func namedFile() async throws {
        let place = try Self.place("org = \"usual\"\nrole = \"viewer\"\napi-url = \"https://usual.example\"\n")
        try place.write("org = \"other\"\n[x]\nrole = \"member\"\napi-url = \"https://x.example\"\n", to: "other.toml")
        try place.setPermissions("other.toml", 0o600)
        let options = ["--config", "other.toml", "--profile", "x"]
        #expect(try await Self.planned(options, in: place) == "other 1, https://x.example, member 1")
        let missing = try await Tool.invite(["check", "list.csv", "--config=no.toml"], in: place)
        #expect(missing.code == 78 && missing.errors.contains("no.toml"), "\(missing.errors)")
    }

    @Test("an import goes where the profile says, once")
    func imports() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Self.place(
                """
                role = "viewer"
                [rehearsal]
                api-url = "\(sandbox.url)"
                org = "acme"
                rate = "unlimited"
                """)
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--profile", "rehearsal"], in: place, ["K0RDENT_TOKEN": sandbox.token])
            #expect(run.code == 0, "\(run.errors)")
            #expect(try await sandbox.created() == ["ann@north.example": 1])
        }
    }

    @Test(
        "what does not belong there is refused with its line, before anything is read",
        arguments: [
            ("org = \"a\"\ntoken = \"s3cr3t\"\n", ":2: token would be a secret"),
            ("[p]\nclient-secret = \"s3cr3t\"\n", ":2: client-secret would be a secret"),
            ("api-url = \"https://ann:s3cr3t@api.example\"\n", ":1: The URL has a password"),
            ("yes = true\n", ":1: yes has to be said each time"),
            ("rat = \"5/s\"\n", ":1: There is no option rat; rate?"),
            ("rate = \"often\"\n", ":1: "),
        ])
    func refused(text: String, words: String) async throws {
        let place = try Self.place(text)
        let run = try await Tool.invite(["import", "list.csv", "--dry-run", "--preflight", "off"], in: place)
        #expect(run.code == 78, "\(run.errors)")
        #expect(run.errors.contains("config.toml" + words), "\(run.errors)")
        #expect(!run.errors.contains("s3cr3t") && !run.output.contains("s3cr3t"))
    }

    @Test("a profile that is not there is named with the nearest; a file that others may write to is refused")
    func strangeFiles() async throws {
        let place = try Self.place("[staging]\norg = \"a\"\n")
        let mistyped = try await Tool.invite(["check", "list.csv", "--profile", "stagin"], in: place)
        #expect(mistyped.code == 78 && mistyped.errors.contains("stagin; staging?"), "\(mistyped.errors)")
        try place.setPermissions(".config/k0rdent-invite/config.toml", 0o666)
        let open = try await Tool.invite(["check", "list.csv"], in: place)
        #expect(open.code == 78 && open.errors.contains("chmod go-w"), "\(open.errors)")
    }
}
