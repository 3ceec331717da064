import ArgumentParser
import InvitationImporter
import SystemPackage

/// Writes the reports of a run again.
struct ReportCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the reports of an import again, also of one that was killed.",
        discussion: HelpText.discussion(
            """
            Reads the plan, the copies of the files and the journal in the folder of an import; sends nothing. Where \
            one of them is missing or damaged, it says what the report therefore lacks, and the exit code is 65.
            """,
            examples: [
                ("k0rdent-invite report team.run", "after a kill or a crash"),
                ("k0rdent-invite report team.run --json", "the numbers for scripts"),
            ]))

    @OptionGroup var run: RunArgument
    @OptionGroup var output: OutputOptions

    var color: ColorChoice { output.color }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let directory = run.directory
        let (summary, json) = try StoredRun(directory).report()
        if output.json { try Terminal.printData(json.serialized) }
        let stopped = summary.ending == .complete ? "" : " " + SummaryText.verdict(summary)
        let first = "The reports were written again." + stopped
        if output.quiet { SummaryText.gaps(summary).forEach(Terminal.say) }
        try output.tell(SummaryText.lines(summary, directory, first: first))
        return summary.gaps.isEmpty ? 0 : 65
    }
}
