import ArgumentParser
import InvitationImporter

/// How much is said.
struct QuietOption: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say only what went wrong.")
    var quiet = false
}

/// What is printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false

    @OptionGroup private var quietness: QuietOption

    /// Whether only problems are reported.
    var quiet: Bool { quietness.quiet }
}

/// Whether the requests themselves are printed.
struct RequestsOption: ParsableArguments {
    @Flag(help: "Print the requests that would be sent, a JSON object a line, on standard output.")
    var showRequests = false

    /// Makes sure that only one kind of data goes to standard output.
    func check(besides output: OutputOptions) throws {
        guard output.json, showRequests else { return }
        throw ValidationError("Give --json or --show-requests, not both; --json has the requests too.")
    }
}

/// How progress is shown.
struct ProgressOption: ParsableArguments {
    @Option(help: "How progress is shown: auto, bar, log or none.")
    var progress = ProgressStyle.auto

    /// The style of progress; none if only problems are reported. The lines of `--verbose` would tear one that is
    /// rewritten.
    func style(besides output: OutputOptions, _ connection: ConnectionOptions) -> ProgressStyle {
        if output.quiet { return .none }
        return connection.verbose && [.auto, .bar].contains(progress) ? .log : progress
    }
}
