import ArgumentParser
import Testing

@testable import InviteCommands

struct HelpTextTests {
    /// The examples of a command's help.
    private static func examples(_ command: any ParsableCommand.Type) -> [String] {
        let lines = command.configuration.discussion.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0 != "EXAMPLES:" }.dropFirst().map(String.init)
    }

    private static let commands: [any ParsableCommand.Type] =
        [InviteCommand.self] + InviteCommand.configuration.subcommands

    @Test("every command has examples that fit a narrow terminal, and the parser takes each")
    func examples() throws {
        for command in Self.commands {
            let examples = Self.examples(command)
            #expect(!examples.isEmpty, "\(command)")
            for example in examples {
                #expect(example.count < 80, "\(example)")
                // Two spaces separate the command line from what it means; what comes after > is for the shell.
                let end = example.dropFirst(2).firstRange(of: "  ")?.lowerBound ?? example.endIndex
                let words = example[..<end].split(separator: " ").prefix { $0 != ">" }.map(String.init)
                #expect(words.first == "k0rdent-invite", "\(example)")
                #expect(throws: Never.self, "\(example)") {
                    _ = try InviteCommand.parseAsRoot(Array(words.dropFirst()))
                }
            }
        }
    }

    @Test("the short help has the usual options in their order, whole and alone", arguments: [60, 80, 200])
    func short(width: Int) {
        let all = InviteCommand.helpMessage(for: ImportCommand.self, columns: width)
        let lines = HelpText.short("import", all).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count < 70 && lines.allSatisfy { all.contains($0) || $0.last == ":" || $0.hasSuffix(" --help") })
        let options = lines.compactMap { $0.wholeMatch(of: #/  (-[a-z], )?(--[a-z-]+).*/#).map { String($0.2) } }
        #expect(options.first == "--org" && options.contains("--dry-run") && options.last == "--quiet")
        #expect(lines.suffix(2) == ["All options, variables and exit codes:", "  k0rdent-invite import --help"])
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(HelpText.short("template", "all of it") == "all of it")
        for (command, names) in HelpText.ordinary {
            for name in names { #expect(CommandWords.options[command]?[name] != nil, "\(command) --\(name)") }
        }
        for command in Self.commands {
            let text = InviteCommand.helpMessage(for: command, columns: width)
            let name = command.configuration.commandName ?? ""
            #expect(HelpText.short(name, text).split(separator: "\n").count < 75, "\(name)")
        }
    }

    @Test(
        "examples, variables and codes fit the terminal, and no command line is broken", arguments: [50, 60, 80, 200])
    func fits(width: Int) {
        let examples = [("k0rdent-invite import team.csv --yes --quiet", "for scripts"), ("k0rdent-invite x", "short")]
        let text =
            HelpText.discussion("", examples: examples, width: width) + "\n" + HelpText.surroundings(width: width)
        for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
        for (line, meaning) in examples {
            #expect(text.contains("  \(line)\n      \(meaning)\n") == (width < 60), "\(text)")
            #expect(text.split(separator: "\n").contains { $0.hasPrefix("  " + line) })
        }
        #expect(text.contains("\n  K0RDENT_CLIENT_ID, K0RDENT_CLIENT_SECRET\n                          A service"))
    }
}
