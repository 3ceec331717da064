/// Shortens a command line with many files: a long run of files becomes one argument.
///
/// The argument parser's time grows with the square of the number of arguments: ten thousand files take it four
/// seconds. In a run of arguments that are no options, only the first can be the value of an option. All others are
/// files.
struct ManyFiles {
    /// The parser is fast enough for a run of this many arguments.
    private static let few = 200
    /// The commands that take files.
    private static let commands: Set<String> = ["import", "check", "convert"]
    /// A character that no argument of a process can have.
    private static let mark = "\u{0}"

    /// The arguments for the parser.
    private(set) var arguments: [String] = []
    private var runs: [[String]] = []

    /// Shortens a command line, if its command takes files.
    init(_ given: [String]) {
        guard given.count > Self.few, let command = given.first, Self.commands.contains(command) else {
            arguments = given
            return
        }
        var rest = given.dropFirst()
        arguments = [command]
        while let first = rest.first {
            let run = rest.prefix { !$0.hasPrefix("-") }
            guard run.count > Self.few else {
                arguments += run.isEmpty ? [first] : Array(run)
                rest = rest.dropFirst(max(1, run.count))
                continue
            }
            // The first may be the value of the option before it.
            arguments += [first, Self.mark + String(runs.count)]
            runs.append(Array(run.dropFirst()))
            rest = rest.dropFirst(run.count)
        }
    }

    /// The files as they were given, from the parsed ones.
    func files(_ parsed: [String]) -> [String] {
        guard !runs.isEmpty else { return parsed }
        return parsed.flatMap { text in
            text.hasPrefix(Self.mark) ? Int(text.dropFirst()).map { runs[$0] } ?? [] : [text]
        }
    }
}
