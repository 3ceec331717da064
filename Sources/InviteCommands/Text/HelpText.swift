/// The parts of `--help` that are about no single option.
enum HelpText {
    /// The explanation of a command, with command lines that can be typed, and what each does.
    static func discussion(_ words: String, examples: [(line: String, meaning: String)]) -> String {
        let width = (examples.map(\.line.count).max() ?? 0) + 2
        let lines = examples.map { line, meaning in
            "  \(line)" + String(repeating: " ", count: width - line.count) + meaning
        }
        return (words.isEmpty ? "" : words + "\n\n") + (["EXAMPLES:"] + lines).joined(separator: "\n")
    }

    /// The variables and the exit codes of all commands.
    static let surroundings = """
        ENVIRONMENT:
          K0RDENT_API_URL         The API, if not https://api.k0rdent.ai.
          K0RDENT_ORG             The organization's id, for rows that name none.
          K0RDENT_TOKEN           The token.
          K0RDENT_API_KEY         A key that the API exchanges for a token.
          K0RDENT_CLIENT_ID, K0RDENT_CLIENT_SECRET
                                  A service account that it exchanges for a token.
          https_proxy, no_proxy   The proxy, and the servers to reach without it.
          NO_COLOR                No colours, if it is set.
          XDG_CONFIG_HOME         Where the config folder is, if not ~/.config.
          TMPDIR                  Where temporary files lie, if not in /tmp.
          XDG_STATE_HOME          Where locks lie, if not in ~/.local/state.

        EXIT CODES:
          0                       All done.
          1                       Rows are invalid, refused or failed; a brake such
                                  as --max-rows held; or the answer was no.
          2                       Rows are unknown: the report says what to do.
          64                      Wrong usage, or no command.
          65, 66                  A file cannot be understood; a file is missing.
          69                      The server cannot be reached.
          73                      The folder of the import cannot be written, or
                                  another process works on it.
          75                      Stopped early: the same command goes on.
          77                      The token is refused.
          78                      Something is configured wrong.
          129, 130, 143           Interrupted: the same command goes on.
        """
}
