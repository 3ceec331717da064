import InvitationImporter

/// A word of a command line that is no command, no option, or no value of its option, with what the person may have
/// meant.
struct Mistyped: Error, Hashable, CustomStringConvertible {
    /// What is wrong, and what to type.
    let description: String

    /// Secrets that people look for an option for, each with the variable that takes it.
    static let secrets = [
        "token": "K0RDENT_TOKEN", "access-token": "K0RDENT_TOKEN", "bearer": "K0RDENT_TOKEN",
        "api-token": "K0RDENT_TOKEN", "password": "K0RDENT_TOKEN", "api-key": "K0RDENT_API_KEY",
        "apikey": "K0RDENT_API_KEY", "client-id": "K0RDENT_CLIENT_ID", "client-secret": "K0RDENT_CLIENT_SECRET",
    ]

    /// Makes the error for a word that is none of these commands.
    init(command: String, among commands: [String]) {
        description = Self.words(command: command, commands.sorted())
    }

    /// Finds the command that help is wanted for and that there is not; `nil` for any other command line.
    init?(help arguments: [String], among commands: [String]) {
        guard arguments.first == "help", arguments.count > 1, !arguments[1].hasPrefix("-"), arguments[1] != "help",
            !commands.contains(arguments[1])
        else { return nil }
        self.init(command: arguments[1], among: commands)
    }

    /// Finds the first word that no command knows, or that its option does not take; `nil` if there is none.
    ///
    /// - Parameters:
    ///   - arguments: A command line that the parser refused.
    ///   - options: The options of each command by their long names, without dashes; those of the program itself under
    ///     no name.
    init?(_ arguments: [String], _ options: [String: [String: OptionWord]]) {
        guard let first = arguments.first else { return nil }
        guard first.hasPrefix("-") || options[first] != nil else {
            description = Self.words(command: first, options.keys.filter { !$0.isEmpty }.sorted())
            return
        }
        let command = first.hasPrefix("-") ? "" : first
        let known = options[command] ?? [:]
        let written = arguments.prefix { $0 != "--" }
        for (index, argument) in written.enumerated() where argument.hasPrefix("--") {
            let name = String(argument.dropFirst(2).prefix { $0 != "=" })
            // The parser's own options are in no list.
            if ["generate-", "experimental-"].contains(where: name.hasPrefix) { continue }
            guard let option = known[name] else {
                description = Self.words(option: name, of: command, options)
                return
            }
            let next = index + 1 < written.count ? written[index + 1] : nil
            let joined = argument.firstIndex(of: "=").map { String(argument[argument.index(after: $0)...]) }
            guard let words = Self.problem(option, joined ?? next, isJoined: joined != nil) else { continue }
            description = "--\(name) \(words)\(Self.help(for: command))"
            return
        }
        return nil
    }

    /// What is wrong with the value of an option; `nil` for nothing, and for what only the parser knows.
    private static func problem(_ option: OptionWord, _ value: String?, isJoined: Bool) -> String? {
        guard option.takesValue else { return nil }
        guard let value else { return "takes a value. \(option.help)" }
        let shown = Printable.escape(value, limit: 60)
        if !isJoined, value.count > 1, value.hasPrefix("-") {
            let isNumber = value.dropFirst().first?.isNumber == true
            return (isNumber ? "cannot be \(shown). " : "takes a value. ") + option.help
        }
        guard !option.values.isEmpty, !option.values.contains(value) else { return nil }
        let near = EditDistance.nearest(value, option.values).map { "\($0)?" }
        return "cannot be \(shown); \(near ?? "it is one of \(option.values.joined(separator: ", ")).")"
    }

    private static func help(for command: String) -> String {
        " (k0rdent-invite \(command.isEmpty ? "" : command + " ")--help has all.)"
    }

    private static func words(command: String, _ commands: [String]) -> String {
        let shown = Printable.escape(command, limit: 60)
        let near = EditDistance.nearest(command, commands).map { "\($0)?" }
        return "There is no command \(shown); \(near ?? "there are \(commands.joined(separator: ", ")).")"
    }

    private static func words(option: String, of command: String, _ options: [String: [String: OptionWord]]) -> String {
        let known = (options[command] ?? [:]).keys.sorted()
        let place = command.isEmpty ? " before the command" : " for \(command)"
        let help = help(for: command)
        let unknown = "There is no option --\(Printable.escape(option, limit: 60))\(place)"
        let near = EditDistance.nearest(option, known + (known.contains("token-file") ? Array(secrets.keys) : []))
        if let variable = near.flatMap({ secrets[$0] }) {
            return "\(unknown): whoever can list processes could read it. Set \(variable), or use --token-file or "
                + "--token-command."
        }
        if let near { return "\(unknown); --\(near)?\(help)" }
        let others = options.filter { $0.value[option] != nil && !$0.key.isEmpty }.keys.sorted()
        return others.isEmpty ? "\(unknown).\(help)" : "\(unknown), only for \(others.joined(separator: ", ")).\(help)"
    }
}
