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
        ("69", "The server cannot be reached."),
        ("73", "The folder of the import cannot be written, or another process works on it."),
        ("75", "Stopped early: the same command goes on."),
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
    /// The text with spaces at its end, so that it has so many columns.
    fileprivate func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - count))
    }
}
