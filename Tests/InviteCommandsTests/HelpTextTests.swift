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

    @Test("the variables and codes fit a narrow terminal")
    func surroundings() {
        for line in HelpText.surroundings.split(separator: "\n") { #expect(line.count < 80, "\(line)") }
    }
}
