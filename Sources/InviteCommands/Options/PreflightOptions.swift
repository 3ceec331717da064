import ArgumentParser

/// Whether and how the server is asked before the plan.
struct PreflightOptions: ParsableArguments {
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        /// Whatever may be read is read.
        case auto
        /// Nothing is sent unless everything could be read.
        case require
        /// Nothing is read.
        case off
    }

    @Option(
        name: .customLong("preflight"),
        help: """
            Whether roles, groups, members and invitations are read from the server before the plan: auto reads what may \
            be read, require stops if something may not, off reads nothing.
            """)
    var mode = Mode.auto

    @Flag(help: "Send roles and groups as they are written, not by their ids.")
    var sendNames = false

    /// The given options.
    var given: [String] { (mode == .auto ? [] : ["--preflight"]) + givenAboutRows }

    /// The given options that make no sense for a command about a run.
    var givenAboutRows: [String] {
        [("--preflight off", mode == .off), ("--send-names", sendNames)].filter(\.1).map(\.0)
    }
}
