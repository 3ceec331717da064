import ArgumentParser
import InvitationImporter

/// Whether words are painted.
struct ColorOption: ParsableArguments {
    @Option(help: "Whether errors, warnings and powerful roles are in colour: auto, always or never (NO_COLOR).")
    var color = ColorChoice.auto
}

/// How much is said.
struct QuietOption: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say only what went wrong.")
    var quiet = false
}

/// Which config file counts, and which part of it.
struct ProfileOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A config file instead of config.toml in ~/.config/k0rdent-invite.", valueName: "file"), completion: .file()
    )
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The options of this section of the config file as well; the command line and variables come first.",
            valueName: "name"))
    var profile: String?
}

/// What is printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false

    @OptionGroup private var quietness: QuietOption
    @OptionGroup private var colors: ColorOption
    @OptionGroup private var profiles: ProfileOption

    /// Whether only problems are reported.
    var quiet: Bool { quietness.quiet }

    /// When words are painted.
    var color: ColorChoice { colors.color }

    /// Tells the result on standard output, so that it can be piped and kept. Where data goes there, it is told on
    /// standard error, and so is what went wrong.
    ///
    /// - Parameter besidesData: Whether other data than `--json` goes to standard output.
    /// - Throws: `RunError` if standard output cannot be written.
    func tell(_ lines: [String], besidesData: Bool = false) throws(RunError) {
        guard !quiet else { return }
        for line in lines {
            let isTrouble = ["error: ", "warning: ", "Stopped: "].contains(where: line.hasPrefix)
            if json || besidesData || isTrouble { Terminal.say(line) } else { try Terminal.tell(line) }
        }
    }

    /// Tells the end of something that was done. If standard output cannot be written, it is told on standard error:
    /// what was done does not depend on it.
    func tellEnd(_ lines: [String]) {
        do throws(RunError) {
            try tell(lines)
        } catch {
            lines.forEach(Terminal.say)
        }
    }
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
    @Option(help: "How progress is shown: auto, bar, log, json (an object a line, on standard error) or none.")
    var progress = ProgressStyle.auto

    /// The style of progress; none if only problems are reported, unless lines were asked for. The lines of `--verbose`
    /// would tear one that is rewritten.
    func style(besides output: OutputOptions, _ connection: ConnectionOptions) -> ProgressStyle {
        if output.quiet { return [.json, .log].contains(progress) ? progress : .none }
        return connection.verbose && [.auto, .bar].contains(progress) ? .log : progress
    }
}
