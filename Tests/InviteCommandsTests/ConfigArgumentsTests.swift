import Foundation
import SystemPackage
import Testing

@testable import InviteCommands

/// What a config file and a profile add to a command line, in a folder of its own.
struct ConfigArgumentsTests {
    /// A folder that is gone with the test.
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.path + "/config-\(UUID())"

        init() throws {
            try FileManager.default.createDirectory(atPath: path + "/k0rdent-invite", withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private let folder: Folder
    private var home: String { folder.path }

    init() throws {
        folder = try Folder()
    }

    private var file: String { home + "/k0rdent-invite/config.toml" }

    /// The arguments behind the command; or the words of the problem, as a person sees them.
    private func arguments(
        _ text: String, _ given: [String], _ variables: [String: String] = [:], sandbox: Bool = false
    ) throws -> [String] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        var environment = CommandEnvironment(variables: variables.merging(["XDG_CONFIG_HOME": home]) { $1 })
        if sandbox { environment.sandbox = .init(url: "http://127.0.0.1:1", token: "t") }
        do {
            return try ConfigArguments(given, environment, CommandWords.options).arguments
        } catch let problem as ConfigFile.Problem {
            return ["!" + problem.description.replacing(file, with: "config.toml")]
        }
    }

    private static let text = """
        org = "acme"
        rate = "50/s"
        quiet = true
        role = ["viewer", "member"]
        concurrency = 8
        token-file = "/etc/token"
        verbose = false
        [staging]
        api-url = "https://staging.example"
        rate = "5/s"
        token-command = "get-token"
        """

    @Test func optionsAreThoseOfTheCommand() throws {
        #expect(
            try arguments(Self.text, ["import", "a.csv"]) == [
                "import", "--org=acme", "--rate=50/s", "--quiet", "--role=viewer", "--role=member", "--concurrency=8",
                "--token-file=/etc/token", "a.csv",
            ])
    }

    @Test func otherCommandsTakeWhatTheyKnow() throws {
        #expect(try arguments(Self.text, ["template"]) == ["template"])
        #expect(try arguments("", []) == [])
    }

    @Test(arguments: [["--profile", "staging"], ["--profile=staging"]])
    func aProfileComesBeforeWhatIsForAll(_ profile: [String]) throws {
        #expect(
            try arguments(Self.text, ["status", "a.run"] + profile) == [
                "status", "--quiet", "--api-url=https://staging.example", "--rate=5/s", "--token-command=get-token",
                "a.run",
            ] + profile)
    }

    @Test func theCommandLineAndVariablesComeFirst() throws {
        let given = ["import", "a.csv", "--rate=1/s", "--role", "x", "--token-command", "c", "--profile", "staging"]
        #expect(
            try arguments(Self.text, given, ["K0RDENT_ORG": "other", "K0RDENT_API_URL": "https://b.example"]) == [
                "import", "--quiet", "--concurrency=8",
            ] + given.dropFirst())
        #expect(
            try arguments("token-file = \"t\"", ["import", "a"], ["K0RDENT_TOKEN": "x"]) == ["import", "a"])
        #expect(try arguments("token-file = \"t\"", ["import", "a"], ["K0RDENT_TOKEN": ""]).count == 3)
        #expect(try arguments("api-url = \"u\"\nrate = \"1/s\"", ["import", "a"], sandbox: true).count == 3)
    }

    @Test(
        "what must not stand in it, is mistyped or has a wrong value",
        arguments: [
            ("token = \"abc\"", "config.toml:1: token would be a secret"),
            ("\n[x]\napi_key = \"abc\"", "config.toml:3: api_key would be a secret"),
            ("proxy-password = \"abc\"", "config.toml:1: proxy-password would be a secret"),
            ("api-url = \"https://u:p@a.example\"", "config.toml:1: The URL has a password"),
            ("ratee = \"5/s\"", "config.toml:1: There is no option ratee; rate?"),
            ("api_url = \"x\"", "config.toml:1: There is no option api_url; api-url?"),
            ("yes = true", "config.toml:1: yes has to be said each time"),
            ("quiet = 1", "config.toml:1: quiet is true or false"),
            ("rate = true", "config.toml:1: rate takes a value"),
            ("rate = \"\"", "config.toml:1: rate is empty"),
            ("rate", "config.toml:1: Write an option and its value"),
            ("", "config.toml: There is no profile stagin; there is none."),
            ("[staging]", "config.toml: There is no profile stagin; staging?"),
        ])
    func problems(_ text: String, _ words: String) throws {
        let given = ["import", "a.csv"] + (words.contains("profile") ? ["--profile", "stagin"] : [])
        let found = try arguments(text, given)
        #expect(found.count == 1 && found[0].hasPrefix("!" + words), "\(found)")
    }

    @Test func aFileThatOthersMayWriteIsRefused() throws {
        try Data("rate = \"5/s\"".utf8).write(to: URL(fileURLWithPath: file))
        let environment = CommandEnvironment(variables: ["XDG_CONFIG_HOME": home])
        try FileManager.default.setAttributes([.posixPermissions: 0o602], ofItemAtPath: file)
        let problem = #expect(throws: ConfigFile.Problem.self) {
            try ConfigArguments(["import", "a"], environment, CommandWords.options)
        }
        #expect(problem?.description.contains("chmod go-w") == true)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(try ConfigArguments(["import", "a"], environment, CommandWords.options).arguments.count == 3)
        try FileManager.default.setAttributes([.posixPermissions: 0o757], ofItemAtPath: home + "/k0rdent-invite")
        #expect(throws: ConfigFile.Problem.self) {
            try ConfigArguments(["import", "a"], environment, CommandWords.options)
        }
    }

    @Test func withoutAFileThereIsNoProfile() throws {
        let environment = CommandEnvironment(variables: ["XDG_CONFIG_HOME": home])
        #expect(try ConfigArguments(["import", "a"], environment, CommandWords.options).arguments == ["import", "a"])
        #expect(throws: ConfigFile.Problem.self) {
            try ConfigArguments(["import", "a", "--profile", "x"], environment, CommandWords.options)
        }
        #expect(ConfigFile.path(["HOME": "/home/ann"]) == "/home/ann/.config/k0rdent-invite/config.toml")
        #expect(ConfigFile.path([:]) == nil)
    }

    @Test("a value that is mistyped is the file's fault, not the command line's")
    func aMistypedValueIsTheFiles() throws {
        try Data("progress = \"jsn\"\n".utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let environment = CommandEnvironment(variables: ["XDG_CONFIG_HOME": home])
        #expect(InviteCommand.run(["status", "a.run", "--color", "never"], in: environment) == 78)
        #expect(InviteCommand.run(["status", "a.run", "--progress", "jsn"], in: environment) == 64)
    }

    @Test func aValueThatTheParserRefusesIsNamedWithItsLine() throws {
        try Data("org = \"acme\"\nrate = \"fast\"\n".utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let environment = CommandEnvironment(variables: ["XDG_CONFIG_HOME": home])
        #expect(InviteCommand.run(["status", "a.run", "--color", "never"], in: environment) == 78)
        let problem = try ConfigArguments(["status", "a.run"], environment, CommandWords.options).problem(
            "bad value for '--rate <rate>'")
        #expect(problem?.description.hasPrefix("\(file):2: ") == true)
    }
}
