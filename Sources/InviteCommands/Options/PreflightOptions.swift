import ArgumentParser
import InvitationImporter

/// Whether and how the server is asked before the plan.
struct PreflightOptions: ParsableArguments {
    @Option(
        name: .customLong("preflight"),
        help: """
            Whether roles, groups, members and invitations are read from the server before the plan: auto reads what may \
            be read, require stops if something may not, off reads nothing and goes on without a list in trouble.
            """)
    var mode = PreflightPolicy().mode

    @Flag(help: "Send roles and groups as they are written, not by their ids.")
    var sendNames = false

    /// The policy for the preflight.
    var policy: PreflightPolicy {
        var policy = PreflightPolicy()
        (policy.mode, policy.sendsNames) = (mode, sendNames)
        return policy
    }

    /// The given options.
    var given: [String] { (mode == .auto ? [] : ["--preflight"]) + givenAboutRows }

    /// The given options that make no sense for a command about a run.
    var givenAboutRows: [String] {
        [("--preflight off", mode == .off), ("--send-names", sendNames)].filter(\.1).map(\.0)
    }
}
