import InvitationImporter

/// A word of a command line that is no command and no option, with what the person may have meant.
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

    /// Finds the first word that no command knows; `nil` if there is none.
    ///
    /// - Parameters:
    ///   - arguments: A command line that the parser refused.
    ///   - options: The long options of each command, without dashes; those of the program itself under no name.
    init?(_ arguments: [String], _ options: [String: [String]]) {
        guard let first = arguments.first else { return nil }
        guard first.hasPrefix("-") || options[first] != nil else {
            description = Self.words(command: first, options.keys.filter { !$0.isEmpty }.sorted())
            return
        }
        let command = first.hasPrefix("-") ? "" : first
        let known = options[command] ?? []
        let written = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
        let names = written.map { String($0.dropFirst(2).prefix { $0 != "=" }) }
        // The parser's own options are in no list.
        let unknown = names.first { name in
            !known.contains(name) && !["generate-", "experimental-"].contains(where: name.hasPrefix)
        }
        guard let unknown else { return nil }
        description = Self.words(option: unknown, of: command, options)
    }

    private static func words(command: String, _ commands: [String]) -> String {
        let shown = Printable.escape(command, limit: 60)
        let near = nearest(command, commands).map { "\($0)?" } ?? "there are \(commands.joined(separator: ", "))."
        return "There is no command \(shown); \(near)"
    }

    private static func words(option: String, of command: String, _ options: [String: [String]]) -> String {
        let known = options[command] ?? []
        let place = command.isEmpty ? " before the command" : " for \(command)"
        let help = " (k0rdent-invite \(command.isEmpty ? "" : command + " ")--help has all.)"
        let unknown = "There is no option --\(Printable.escape(option, limit: 60))\(place)"
        let near = nearest(option, known + (known.contains("token-file") ? Array(secrets.keys) : []))
        if let variable = near.flatMap({ secrets[$0] }) {
            return "\(unknown): whoever can list processes could read it. Set \(variable), or use --token-file or "
                + "--token-command."
        }
        if let near { return "\(unknown); --\(near)?\(help)" }
        let others = options.filter { $0.value.contains(option) && !$0.key.isEmpty }.keys.sorted()
        return others.isEmpty ? "\(unknown).\(help)" : "\(unknown), only for \(others.joined(separator: ", ")).\(help)"
    }

    /// The word that is nearest to a mistyped one: a few letters differ, or the end is missing; `nil` for none.
    static func nearest(_ word: String, _ words: [String]) -> String? {
        let ranked = words.map { ($0, EditDistance.between(word.lowercased(), $0)) }
        let near = ranked.filter { $0.1 <= max(1, word.count / 3) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
        if let near { return near.0 }
        return word.count < 3 ? nil : words.filter { $0.hasPrefix(word.lowercased()) }.min()
    }
}
