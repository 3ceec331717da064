/// The parts of `--help` that are about no single option, laid out for a number of columns as the parser lays out the
/// rest.
enum HelpText {
    /// The explanation of a command, with command lines that can be typed, and what each does.
    static func discussion(
        _ words: String, examples: [(line: String, meaning: String)], width: Int = Terminal.widthForHelp
    ) -> String {
        let column = (examples.map(\.line.count).max() ?? 0) + 4
        let lines = examples.flatMap { line, meaning in
            // A line that is broken anywhere could not be typed.
            column + meaning.count <= width
                ? [("  " + line).padded(to: column) + meaning] : ["  " + line, "      " + meaning]
        }
        return (words.isEmpty ? "" : words + "\n\n") + (["EXAMPLES:"] + lines).joined(separator: "\n")
    }

    /// The options that most people need, of commands with many.
    static let ordinary: [String: [String]] = [
        "import": [
            "org", "role", "group", "message", "dry-run", "first", "only", "rate", "strict", "yes", "quiet",
        ],
        "check": ["org", "role", "online", "html", "from", "map", "strict", "json", "quiet"],
        "convert": ["to", "output", "from", "map", "quiet"],
        "status": ["only", "csv", "json", "quiet"],
        "revoke": ["only", "only-domain", "include-settled", "yes", "quiet"],
    ]

    /// The help of a command with the options that most people need; all of it if it has few.
    ///
    /// - Parameter all: The help with all options, as the parser lays it out.
    static func short(_ command: String, _ all: String) -> String {
        guard let wanted = ordinary[command], let head = all.firstRange(of: "\n\n", afterFirst: "ARGUMENTS:") else {
            return all
        }
        var entries: [String: [Substring]] = [:]
        var name = ""
        for line in all[head.upperBound...].split(separator: "\n") {
            if line.hasPrefix("  -"), let dashes = line.firstRange(of: "--") {
                name = String(line[dashes.upperBound...].prefix { $0 != " " })
            } else if !line.hasPrefix("   ") {
                name = ""
            }
            entries[name, default: []].append(line)
        }
        let lines = wanted.compactMap { entries[$0] }.joined().joined(separator: "\n")
        let more = "All options, variables and exit codes:\n  k0rdent-invite \(command) --help"
        return all[..<head.upperBound] + "THE USUAL OPTIONS:\n" + lines + "\n\n" + more
    }

    /// The variables and the exit codes of all commands.
    static func surroundings(width: Int = Terminal.widthForHelp) -> String {
        let tables = [("ENVIRONMENT:", variables), ("EXIT CODES:", exitCodes)].map { title, rows in
            ([title] + rows.flatMap { lines($0.0, $0.1, width) }).joined(separator: "\n")
        }
        return tables.joined(separator: "\n\n")
    }

    private static let variables = [
        ("K0RDENT_API_URL", "The API, if not https://api.k0rdent.ai."),
        ("K0RDENT_ORG", "The organization's id, for rows that name none."),
        ("K0RDENT_TOKEN", "The token."),
        ("K0RDENT_API_KEY", "A key that the API exchanges for a token."),
        ("K0RDENT_CLIENT_ID, K0RDENT_CLIENT_SECRET", "A service account that it exchanges for a token."),
        ("JOB_COMPLETION_INDEX, K0RDENT_SHARDS", "The part of an import over several pods, instead of --shard."),
        ("https_proxy, no_proxy", "The proxy, and the servers to reach without it."),
        ("NO_COLOR", "No colours, if it is set."),
        ("XDG_CONFIG_HOME", "Where the config folder is, if not ~/.config."),
        ("TMPDIR", "Where temporary files lie, if not in /tmp."),
        ("XDG_STATE_HOME", "Where locks lie, if not in ~/.local/state."),
    ]

    private static let exitCodes = [
        ("0", "All done, or all that --first and --only allow."),
        ("1", "Rows are invalid, refused or failed; a brake such as --max-rows held; or the answer was no."),
        ("2", "Rows are unknown: the report says what to do."),
        ("64", "Wrong usage, no command, or the folder of another shard."),
        ("65, 66", "A file cannot be understood; a file is missing."),
        ("69", "The server cannot be reached: its name, a proxy, a certificate."),
        ("73", "The folder of the import cannot be written, or another process works on it or on the organization."),
        ("75", "Stopped early, or not everything could be read yet: the same command goes on."),
        ("77", "The token is refused."),
        ("78", "Something is configured wrong."),
        ("129, 130, 143", "Interrupted: the same command goes on."),
    ]

    /// Where the parser begins what it says about an option.
    private static let column = 26

    private static func lines(_ name: String, _ meaning: String, _ width: Int) -> [String] {
        var lines: [String] = []
        for word in meaning.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= max(width - column, 20) {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        var first = "  " + name
        if first.count < column, !lines.isEmpty { first = first.padded(to: column) + lines.removeFirst() }
        return [first] + lines.map { "".padded(to: column) + $0 }
    }
}

extension String {
    /// The first range of a text behind another one.
    fileprivate func firstRange(of text: String, afterFirst before: String) -> Range<Index>? {
        firstRange(of: before).flatMap { self[$0.upperBound...].firstRange(of: text) }
    }

    /// The text with spaces at its end, so that it has so many columns.
    fileprivate func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - count))
    }
}
