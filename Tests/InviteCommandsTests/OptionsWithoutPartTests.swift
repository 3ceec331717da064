import ArgumentParser
import InvitationImporter
import Testing

@testable import InviteCommands

/// An option that would have no effect is refused. The options come from the parser itself, so that a new one is met.
struct OptionsWithoutPartTests {
    private struct Option {
        var name: String
        var section: String
        var takesValue: Bool
    }

    /// The long options of a command.
    private static func options(of command: String) throws -> [Option] {
        let help = try JSONValue(parsing: Array(InviteCommand._dumpHelp().utf8))
        let commands = help["command"]?["subcommands"]?.array ?? []
        let found = try #require(commands.first { $0["commandName"]?.string == command }, "no command \(command)")
        return (found["arguments"]?.array ?? []).flatMap { argument in
            (argument["names"]?.array ?? []).compactMap { name in
                guard name["kind"]?.string == "long", let word = name["name"]?.string,
                    !["help", "version"].contains(word)
                else { return nil }
                return Option(
                    name: "--" + word, section: argument["sectionTitle"]?.string ?? "",
                    takesValue: argument["kind"]?.string == "option")
            }
        }
    }

    /// Values of options that do not take any word.
    private static let values = [
        "--format": "csv", "--delimiter": "tab", "--encoding": "utf-8", "--map": "email=Mail", "--duplicates": "first",
        "--allow-domain": "x.example", "--preflight": "off", "--first": "1", "--max-rows": "1", "--max-failures": "1",
        "--sync": "interval", "--rate": "5", "--quota": "5/h", "--concurrency": "1", "--timeout": "10s",
        "--connect-timeout": "10s", "--give-up-after": "10s", "--settle-delay": "10s", "--max-attempts": "3",
        "--retry-5xx": "never", "--progress": "none", "--color": "never", "--shard": "3/8",
        "--only-domain": "x.example",
    ]
    /// What some options cannot be given without.
    private static let others = ["--show-requests": ["--dry-run"], "--stop-at-quota": ["--quota", "5/h"]]

    /// What the parser says about arguments; `nil` if it takes them.
    private static func refusal<Command: ParsableCommand>(_ command: Command.Type, _ arguments: [String]) -> String? {
        do {
            _ = try Command.parse(arguments)
            return nil
        } catch {
            return Command.message(for: error)
        }
    }

    private static func arguments(_ option: Option) -> [String] {
        (others[option.name] ?? []) + [option.name] + (option.takesValue ? [values[option.name] ?? "acme"] : [])
    }

    /// What `import --again` makes use of. Each other option is about rows, which the earlier import has read.
    private static let usedByAgain: Set<String> = [
        "--api-url", "--token-file", "--token-command", "--ca-file", "--allow-plain-http", "--timeout",
        "--connect-timeout", "--first", "--only", "--only-domain", "--max-failures", "--rate", "--quota",
        "--stop-at-quota", "--concurrency", "--max-attempts", "--retry-5xx", "--settle-delay", "--resend-unknown",
        "--give-up-after", "--sync", "--yes", "--dry-run", "--progress", "--quiet", "--json", "--verbose", "--trace",
        "--color", "--config", "--profile",
    ]

    @Test func againRefusesOptionsAboutRows() throws {
        var used: Set<String> = []
        for option in try Self.options(of: "import") where option.name != "--again" {
            let refusal = Self.refusal(
                ImportCommand.self, ["--again", "expired", "team.run"] + Self.arguments(option))
            if let refusal {
                #expect(refusal.hasPrefix("--again"), "\(option.name): \(refusal)")
            } else {
                used.insert(option.name)
            }
        }
        #expect(used.symmetricDifference(Self.usedByAgain).isEmpty, "\(used.symmetricDifference(Self.usedByAgain))")
    }

    @Test func checkRefusesOptionsOfThePreflightWithoutOne() throws {
        let options = try Self.options(of: "check").filter { $0.section == "Looking first" }
        #expect(options.map(\.name) == ["--preflight", "--send-names"])
        for option in options {
            let refusal = Self.refusal(CheckCommand.self, ["team.csv"] + Self.arguments(option))
            #expect(refusal?.hasSuffix("is for --online.") == true, "\(option.name): \(refusal ?? "taken")")
        }
    }
}
