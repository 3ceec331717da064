import ArgumentParser
import InvitationImporter

/// The words of the command line, as the parser's own description has them.
enum CommandWords {
    /// The long options of each command, without dashes; those of the program itself under no name.
    static var options: [String: [String]] {
        guard let help = try? JSONValue(parsing: Array(InviteCommand._dumpHelp().utf8)), let root = help["command"]
        else { return [:] }
        let commands = (root["subcommands"]?.array ?? []).map { ($0["commandName"]?.string ?? "", options(of: $0)) }
        return Dictionary([("", options(of: root))] + commands) { first, _ in first }
    }

    /// The long options of each command with what stands behind them, without dashes.
    static var kinds: [String: [String: ConfigArguments.Kind]] {
        guard let help = try? JSONValue(parsing: Array(InviteCommand._dumpHelp().utf8)),
            let commands = help["command"]?["subcommands"]?.array
        else { return [:] }
        return commands.reduce(into: [:]) { found, command in
            for argument in command["arguments"]?.array ?? [] {
                for name in argument["names"]?.array ?? [] where name["kind"]?.string == "long" {
                    found[command["commandName"]?.string ?? "", default: [:]][name["name"]?.string ?? ""] =
                        argument["kind"]?.string == "flag" ? .flag : .option
                }
            }
        }
    }

    private static func options(of command: JSONValue) -> [String] {
        (command["arguments"]?.array ?? []).flatMap { argument in
            (argument["names"]?.array ?? []).compactMap { $0["kind"]?.string == "long" ? $0["name"]?.string : nil }
        }
    }
}
