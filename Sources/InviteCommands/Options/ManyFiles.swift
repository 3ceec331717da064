/// A command line in which a long run of files is one argument.
///
/// The parser of arguments takes a time that grows with the square of their number: ten thousand files take it four
/// seconds. A run of arguments that are no options can hold one value of an option, its first; all others are files.
struct ManyFiles {
    /// A run of this many arguments is short enough for the parser.
    private static let few = 200
    /// The commands that take files.
    private static let commands: Set<String> = ["import", "check", "convert"]
    /// No argument of a process can have this in it.
    private static let mark = "\u{0}"

    /// What to parse.
    private(set) var arguments: [String] = []
    private var runs: [[String]] = []

    /// Shortens a command line, if it is one of a command that takes files.
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

    /// The files as they were given, from those that were parsed.
    func files(_ parsed: [String]) -> [String] {
        guard !runs.isEmpty else { return parsed }
        return parsed.flatMap { text in
            text.hasPrefix(Self.mark) ? Int(text.dropFirst()).map { runs[$0] } ?? [] : [text]
        }
    }
}
