import ArgumentParser

/// Whether and how the server is looked at before the plan.
struct PreflightOptions: ParsableArguments {
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        /// What may be read is read.
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

    /// The options that were given.
    var given: [String] { (mode == .auto ? [] : ["--preflight"]) + givenAboutRows }

    /// The options that were given and make no sense where nothing but a run is looked at.
    var givenAboutRows: [String] {
        [("--preflight off", mode == .off), ("--send-names", sendNames)].filter(\.1).map(\.0)
    }
}
