import ArgumentParser
import InvitationImporter
import Testing

@testable import InviteCommands

/// One word is one option: the same documentation and the same default wherever it can be given.
struct OptionsDeclaredOnceTests {
    /// `template` writes a form of its own, which has nothing to do with how files are read; the parser's own command
    /// documents nothing; `status` lists only people of a status, and acts on nobody.
    private static let exceptions = ["template --format", "help --help", "status --only"]

    /// The arguments of a command and of those below it: where, name, documentation and default.
    private static func arguments(_ command: JSONValue) -> [(place: String, name: String, text: String)] {
        let name = command["commandName"]?.string ?? ""
        let own = (command["arguments"]?.array ?? []).flatMap { argument in
            (argument["names"]?.array ?? []).compactMap { names -> (place: String, name: String, text: String)? in
                guard names["kind"]?.string == "long", let word = names["name"]?.string else { return nil }
                let text = [argument["abstract"], argument["defaultValue"], argument["valueName"]].map {
                    $0?.string ?? ""
                }
                return (name, "--" + word, text.joined(separator: " | "))
            }
        }
        return own + (command["subcommands"]?.array ?? []).flatMap(arguments)
    }

    @Test func saysTheSameEverywhere() throws {
        let help = try JSONValue(parsing: Array(InviteCommand._dumpHelp().utf8))
        let command = try #require(help["command"])
        let all = Self.arguments(command).filter { !Self.exceptions.contains("\($0.place) \($0.name)") }
        #expect(all.count > 60, "the options were found")
        let byName = Dictionary(grouping: all) { $0.name }
        for (name, uses) in byName.sorted(by: { $0.key < $1.key }) {
            let texts = Set(uses.map(\.text))
            #expect(texts.count == 1, "\(name) of \(uses.map(\.place)): \(texts)")
            #expect(texts.first.map { !$0.hasPrefix(" |") } ?? true, "\(name) has no documentation")
        }
    }
}
