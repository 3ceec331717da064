import ArgumentParser
import InvitationImporter
import SystemPackage

/// Writes the reports of a run again, or joins those of all shards.
struct ReportCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the reports of an import again, also of one that was killed; join those of all shards.",
        usage: "k0rdent-invite report [<options>] <run> ...",
        discussion: HelpText.discussion(
            """
            Reads the plan, the copies of the files and the journal in the folder of an import; sends nothing. Where \
            one of them is missing or damaged, it says what the report therefore lacks, and the exit code is 65. While \
            the import is at work, it says how far that is, writes nothing, and the exit code is 75. With \
            --into, the folders are those of all shards (--shard), in any order, and become one report.
            """,
            examples: [
                ("k0rdent-invite report team.run", "after a kill or a crash"),
                ("k0rdent-invite report team.run --json", "the numbers for scripts"),
            ]))

    @Argument(
        help: ArgumentHelp("The folder of the import, such as team.run; with --into, of each shard.", valueName: "run"))
    var runs: [String]

    @Option(help: ArgumentHelp("The folder for the report that joins all shards.", valueName: "folder"))
    var into: String?

    @OptionGroup var output: OutputOptions

    var color: ColorChoice { output.color }

    func validate() throws {
        if into?.isEmpty == true { throw ValidationError("--into is empty; name a folder, such as team.report.") }
        if runs.count > 1, into == nil {
            throw ValidationError(
                "Name the folder for the report that joins these: --into, such as --into team.report.")
        }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let directories = runs.map { RunDirectory(FilePath($0)) }
        guard let into else { return try writeAgain(directories[0]) }
        let target = RunDirectory(FilePath(into))
        let (summary, json) = try JoinedReport(directories, into: target).write()
        return try finish(
            summary, json, target, "The report joins \(Phrase.count(summary.shards, "shard")).")
    }

    private func writeAgain(_ directory: RunDirectory) throws -> Int32 {
        let run = try StoredRun(directory)
        let written = Result { () throws(RunError) in try run.report() }
        if case .failure(let error) = written, error.kind == .locked {
            try tellSoFar(run.countsSoFar())
            if !output.quiet { Terminal.say(Printable.escape(error.message, limit: 1000)) }
            // Nothing is written yet. A script that goes on with the reports must not take those of an earlier time.
            return 75
        }
        let (summary, json) = try written.get()
        let shard = json["shard"]?.string.map { " They are of shard \($0) alone." } ?? ""
        return try finish(summary, json, directory, "The reports were written again.\(shard)")
    }

    /// Tells how far a run is that another process works on.
    private func tellSoFar(_ summary: RunSummary) throws {
        if output.json { try Terminal.printData(SummaryText.jsonSoFar(summary).serialized) }
        try output.tell(SummaryText.linesSoFar(summary))
    }

    private func finish(
        _ summary: RunSummary, _ json: JSONValue, _ directory: RunDirectory, _ words: String
    ) throws -> Int32 {
        if output.json { try Terminal.printData(json.serialized) }
        let first = words + (summary.ending == .complete ? "" : " " + SummaryText.verdict(summary))
        if output.quiet { SummaryText.gaps(summary).forEach(Terminal.say) }
        try output.tell(SummaryText.lines(summary, [directory], first: first))
        return summary.gaps.isEmpty ? 0 : 65
    }
}
