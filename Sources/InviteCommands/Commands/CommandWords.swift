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

    private static func options(of command: JSONValue) -> [String] {
        (command["arguments"]?.array ?? []).flatMap { argument in
            (argument["names"]?.array ?? []).compactMap { $0["kind"]?.string == "long" ? $0["name"]?.string : nil }
        }
    }
}
