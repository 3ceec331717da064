import ArgumentParser
import InvitationImporter

/// The options that keep a mistake from going out to everybody.
struct BrakeOptions: ParsableArguments {
    @OptionGroup var strictness: StrictOption

    @Option(help: "Send only so many invitations now, 1 or more; the same command again sends the rest.")
    var first: Int?

    @Option(help: "Send nothing if the files have more rows.")
    var maxRows: Int?

    @Option(
        help: ArgumentHelp(
            "Stop once more rows than this, or a larger share of them (of twenty at least), have failed.",
            valueName: "n|p%"))
    var maxFailures: FailureLimit?

    func validate() throws {
        if let first, first < 1 { throw ValidationError("--first is 1 or more.") }
        if let maxRows, maxRows < 1 { throw ValidationError("--max-rows is 1 or more.") }
    }

    /// The brakes on the import.
    var brakes: ImportBrakes {
        var brakes = ImportBrakes()
        (brakes.isStrict, brakes.mostRows, brakes.first) = (strictness.strict, maxRows, first)
        return brakes
    }

    /// The given options that are about the rows of files.
    var givenAboutRows: [String] {
        [("--strict", strictness.strict), ("--max-rows", maxRows != nil)].filter(\.1).map(\.0)
    }
}
