import ArgumentParser
import InvitationImporter

/// The words of the command line, as the parser's own description has them.
enum CommandWords {
    /// The options of each command by their long names, without dashes; those of the program itself under no name.
    static var options: [String: [String: OptionWord]] {
        guard let help = try? JSONValue(parsing: Array(InviteCommand._dumpHelp().utf8)), let root = help["command"]
        else { return [:] }
        let commands = (root["subcommands"]?.array ?? []).map { ($0["commandName"]?.string ?? "", options(of: $0)) }
        return Dictionary([("", options(of: root))] + commands) { first, _ in first }
    }

    private static func options(of command: JSONValue) -> [String: OptionWord] {
        var found: [String: OptionWord] = [:]
        for argument in command["arguments"]?.array ?? [] {
            let word = OptionWord(
                takesValue: argument["kind"]?.string == "option", values: argument["allValues"]?.strings ?? [],
                help: argument["abstract"]?.string ?? "")
            for name in argument["names"]?.array ?? [] where name["kind"]?.string == "long" {
                found[name["name"]?.string ?? ""] = word
            }
        }
        return found
    }
}
