import ArgumentParser
import InvitationImporter
import SystemPackage

/// Whom a command is about, of all people of an import.
struct ChoiceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only the people whose addresses are in this file: one on each line, or any file with a column of them. The others stay as they are, for another run.",
            valueName: "file"), completion: .file())
    var only: String?

    @Option(
        help: ArgumentHelp(
            "Only the people of this domain and those below it, in the same way; may be given several times.",
            valueName: "domain"))
    var onlyDomain: [String] = []

    func validate() throws { _ = try domains() }

    /// The chosen people; everybody if neither option is given.
    func people() throws -> ChosenPeople {
        guard let only else { return ChosenPeople(domains: try domains()) }
        return try ChosenPeople(reading: ByteSource.opening(FilePath(only), name: only), domains: domains())
    }

    private func domains() throws -> Set<String> {
        Set(try onlyDomain.map { try InputOptions.domain($0, for: "--only-domain") })
    }
}
