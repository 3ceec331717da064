import InvitationImporter
import SystemPackage

/// The user's config file: options for all commands, and profiles with more of them. It never has a secret.
struct ConfigFile {
    /// Why the file, or something in it, cannot be used.
    struct Problem: Error, CustomStringConvertible {
        /// File and line, what is wrong, and what to do.
        let description: String

        init(_ path: FilePath, line: Int? = nil, _ words: String) {
            let place = Printable.escape(path.string, limit: 1000) + (line.map { ":\($0)" } ?? "")
            description = "\(place): \(words)"
        }
    }

    /// Where it is.
    let path: FilePath
    /// What is written in it.
    let text: ConfigText

    /// Where it would be (XDG Base Directory Specification 0.8); `nil` if no variable says where the user is at home.
    static func path(_ variables: [String: String]) -> FilePath? {
        let name = FilePath("k0rdent-invite/config.toml")
        if let config = variables["XDG_CONFIG_HOME"], config.hasPrefix("/") { return FilePath(config).pushing(name) }
        guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
        return FilePath(home).appending(".config").pushing(name)
    }

    /// Reads a file; `nil` if it is not there.
    init?(_ path: FilePath) throws {
        guard (try? path.stat()) != nil else { return nil }
        guard !PathTrust.mayBeChangedByOthers(path) else {
            throw Problem(
                path,
                "Others may change this file or a folder on its way, and so decide to whom mails go. Let both be "
                    + "yours, and type: chmod go-w, with their names.")
        }
        self.path = path
        let content = try InputOptions.text(of: path.string, for: "options")
        do throws(ConfigText.Problem) {
            text = try ConfigText(content)
        } catch {
            throw Problem(path, line: error.line, error.words)
        }
    }
}
