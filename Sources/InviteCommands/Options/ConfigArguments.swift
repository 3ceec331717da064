import InvitationImporter
import SystemPackage

/// A command line with the options of the config file, as far as neither it nor the environment says otherwise.
struct ConfigArguments {
    /// The command line.
    let arguments: [String]
    private let file: ConfigFile?
    private let taken: [ConfigText.Entry]

    /// Options of which one replaces the other.
    private static let rivals: [Set<String>] = [
        ["token-file", "token-command"], ["message", "message-file"], ["json", "csv", "show-requests"],
    ]
    /// Variables that come before an option of the file.
    private static let variables: [String: [String]] = [
        "org": ["K0RDENT_ORG"], "api-url": ["K0RDENT_API_URL"], "token-file": tokens, "token-command": tokens,
        "shard": [Shard.indexVariable], "color": ["NO_COLOR"],
    ]
    private static let tokens = ["K0RDENT_TOKEN", "K0RDENT_API_KEY", "K0RDENT_CLIENT_ID"]
    /// What a person has to say each time.
    private static let notInFiles: Set<String> = [
        "yes", "again", "resend-unknown", "config", "profile", "help", "version",
    ]

    /// Adds the options of the file to a command line.
    ///
    /// - Parameter options: The options of each command by their long names, without dashes.
    /// - Throws: ``ConfigFile/Problem`` if the file or the profile cannot be used.
    init(
        _ given: [String], _ environment: CommandEnvironment,
        _ options: @autoclosure () -> [String: [String: OptionWord]]
    ) throws {
        let profile = Self.value(of: "--profile", given)
        let named = Self.value(of: "--config", given).map { FilePath($0) }
        let path = named ?? ConfigFile.path(environment.variables)
        let file = try path.flatMap { try ConfigFile($0) }
        self.file = file
        guard let command = given.first, let file else {
            if let named, file == nil { throw ConfigFile.Problem(named, "There is no such file.") }
            if let profile, file == nil {
                let place = path ?? "k0rdent-invite/config.toml"
                throw ConfigFile.Problem(
                    place, "There is no such file, so there is no profile \(Printable.escape(profile, limit: 60)).")
            }
            (arguments, taken) = (given, [])
            return
        }
        let options = options()
        try Self.check(file, options)
        let own = options[command] ?? [:]
        taken = try Self.entries(file, profile).filter { entry in
            own[entry.key] != nil && own["profile"] != nil && !Self.isSaid(entry.key, given, environment)
        }
        arguments = [command] + taken.flatMap(Self.words) + given.dropFirst()
    }

    /// The problem with an option that the file gave; `nil` if the file gave none.
    ///
    /// - Parameter message: What the parser says.
    func problem(_ message: String) -> ConfigFile.Problem? {
        guard let file, !taken.isEmpty else { return nil }
        let entry = taken.first { message.contains("--\($0.key)") }
        return ConfigFile.Problem(file.path, line: entry?.line, message)
    }

    /// The value that a command line gives to an option; `nil` for none.
    private static func value(of option: String, _ given: [String]) -> String? {
        let options = given.prefix { $0 != "--" }
        if let joined = options.last(where: { $0.hasPrefix(option + "=") }) {
            return String(joined.dropFirst(option.count + 1))
        }
        return options.lastIndex(of: option).flatMap { $0 + 1 < options.endIndex ? options[$0 + 1] : nil }
    }

    /// Whether the command line or the environment says something about an option, or nothing can.
    private static func isSaid(_ key: String, _ given: [String], _ environment: CommandEnvironment) -> Bool {
        if environment.sandbox != nil, ["api-url", "token-file", "token-command"].contains(key) { return true }
        let named = (variables[key] ?? []).contains { environment.variables[$0]?.isEmpty == false }
        let names = (rivals.first { $0.contains(key) } ?? [key]).map { "--\($0)" }
        return named
            || given.prefix { $0 != "--" }.contains { argument in
                names.contains { argument == $0 || argument.hasPrefix("\($0)=") }
            }
    }

    /// The entries for all commands, and those of a profile, which come before them.
    private static func entries(_ file: ConfigFile, _ profile: String?) throws -> [ConfigText.Entry] {
        let all = file.text.sections[""] ?? []
        guard let profile else { return all }
        guard let own = file.text.sections[profile], !profile.isEmpty else {
            let names = file.text.sections.keys.filter { !$0.isEmpty }.sorted()
            let known = names.isEmpty ? "there is none." : "there are \(names.joined(separator: ", "))."
            let near = EditDistance.nearest(profile, names).map { "\($0)?" } ?? known
            throw ConfigFile.Problem(file.path, "There is no profile \(Printable.escape(profile, limit: 60)); \(near)")
        }
        let replaced = own.reduce(into: Set<String>()) { keys, entry in
            keys.formUnion(rivals.first { $0.contains(entry.key) } ?? [entry.key])
        }
        return all.filter { !replaced.contains($0.key) } + own
    }

    /// The arguments that say the same as an entry.
    private static func words(_ entry: ConfigText.Entry) -> [String] {
        switch entry.value {
        case .flag(let isOn): isOn ? ["--\(entry.key)"] : []
        case .number(let number): ["--\(entry.key)=\(number)"]
        case .text(let text): ["--\(entry.key)=\(text)"]
        case .list(let texts): texts.map { "--\(entry.key)=\($0)" }
        }
    }
}

// MARK: - What may stand in the file

extension ConfigArguments {
    /// Checks everything in a file, whatever the command and the profile.
    private static func check(_ file: ConfigFile, _ options: [String: [String: OptionWord]]) throws {
        let words = options.values.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        for entry in file.text.sections.values.joined() {
            if let problem = problem(with: entry, words) {
                throw ConfigFile.Problem(file.path, line: entry.line, problem)
            }
        }
    }

    private static func problem(with entry: ConfigText.Entry, _ words: [String: OptionWord]) -> String? {
        let key = entry.key
        let folded = key.lowercased().replacing("_", with: "-")
        if words[key] == nil,
            Mistyped.secrets[folded] != nil || ["password", "secret"].contains(where: folded.contains)
        {
            return "\(key) would be a secret, and none belongs in this file. Name a file that only you can read with "
                + "token-file, or a command with token-command, or set a variable such as K0RDENT_TOKEN."
        }
        guard let word = words[key] else {
            let near = EditDistance.nearest(folded, words.keys.sorted()).map { "\($0)?" }
            return "There is no option \(key); \(near ?? "--help lists all of them.")"
        }
        if notInFiles.contains(key) {
            return "\(key) has to be said each time; leave it out here, and give --\(key) on the command line."
        }
        switch (word.takesValue, entry.value) {
        case (false, .flag), (true, .number): return nil
        case (false, _): return "\(key) is true or false."
        case (true, .flag): return "\(key) takes a value, such as a text in quotes."
        case (true, .text(let text)): return problem(with: [text], key)
        case (true, .list(let texts)): return problem(with: texts, key)
        }
    }

    private static func problem(with texts: [String], _ key: String) -> String? {
        if texts.contains(where: \.isEmpty) { return "\(key) is empty; leave it out." }
        guard key == "api-url", texts.contains(where: { URLSecrets.hidden(in: $0) != $0 }) else { return nil }
        return "The URL has a password, and no secret belongs in this file. Leave it out of the URL."
    }
}
