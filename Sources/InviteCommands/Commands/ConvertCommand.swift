import ArgumentParser
import InvitationImporter
import SystemPackage

/// Converts any supported input to the program's own form, to look at and to edit before it is imported.
struct ConvertCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write the people of any files as our own CSV or JSON Lines.",
        discussion: HelpText.discussion(
            """
            Reads what import reads, opens no connection, and says on standard error what became of each row. Converting \
            the result again changes nothing.
            """,
            examples: [
                ("k0rdent-invite convert okta.csv -o team.csv", "to look at and edit"),
                ("k0rdent-invite convert team.csv --to jsonl", "on standard output"),
            ]))

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("The form: csv or jsonl; by the name of the file to write, or csv, if not given."))
    var to: Conversion.Form?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to write; standard output if not given.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup private var confirmation: ConfirmationOption

    @OptionGroup private var quietness: QuietOption

    @OptionGroup private var colors: ColorOption

    @OptionGroup private var profiles: ProfileOption

    var color: ColorChoice { colors.color }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let sources = try TemporaryInput.sources(input.files)
        var options = try input.options(environment)
        // The import chooses the organization, unless this command line names it.
        options.organization = input.organization.org
        let conversion = try Conversion(sources.inputs, options, to: to ?? Self.form(of: output))
        var repeated = RepeatedFindings()
        let each = { (row: PlannedRow) in
            let name = sources.inputs[row.place.input].name
            var row = row
            row.findings.removeAll { quietness.quiet && $0.level != .error || !repeated.saysAlone($0, in: name) }
            for line in Self.lines(row, in: name, quiet: quietness.quiet) { Terminal.say(line) }
        }
        let plan: PlanSummary
        if let output {
            if let refusal = try refusal(toWrite: FilePath(output), sources.inputs) {
                Terminal.say("Nothing was written.\(refusal.words)")
                return refusal.code
            }
            plan = try conversion.write(to: FilePath(output), each: each)
        } else {
            plan = try print(conversion, each)
        }
        for line in repeated.equal + repeated.rest { Terminal.say(line.text) }
        if !quietness.quiet {
            PlanText.lines(plan).forEach(Terminal.say)
            if plan.rows == 0 { Terminal.say("There is nobody in it.") }
        }
        return plan.count(.error) > 0 ? 1 : 0
    }

    /// Why a file may not be written; `nil` if there is none, or the person says yes. A file that is read is refused
    /// later.
    private func refusal(toWrite path: FilePath, _ inputs: [PlanInput]) throws -> Question.Refusal? {
        guard (try? path.stat().type) == .regular, !inputs.contains(where: { path.isSameFile(as: $0.path) }) else {
            return nil
        }
        let shown = Printable.escape(path.string, limit: 200)
        if input.files.contains("-"), let own = try? FileDescriptor.standardInput.stat(), let stat = try? path.stat(),
            own.inode == stat.inode, own.deviceID == stat.deviceID
        {
            throw RunError(.cannotWrite, "\(shown) is what is read, and would be lost. Name another file for -o.")
        }
        if confirmation.yes { return nil }
        guard Terminal.isInteractive else {
            throw RunError(
                .cannotWrite, "\(shown) is there already. Name another file for -o, or say --yes to write over it.")
        }
        return try Question("\(shown) is there already and will be written over.").ask()
    }

    /// The form that the name of a file asks for.
    private static func form(of output: String?) -> Conversion.Form {
        switch output.flatMap({ FilePath($0).extension })?.lowercased() {
        case "jsonl", "ndjson", "json": .jsonl
        default: .csv
        }
    }

    private func print(_ conversion: Conversion, _ each: (PlannedRow) -> Void) throws -> PlanSummary {
        var buffer: [UInt8] = []
        let plan = try conversion.write(each: each) { bytes in
            buffer += bytes
            guard buffer.count >= 1 << 16 else { return }
            try Terminal.printData(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        try Terminal.printData(buffer)
        return plan
    }

    /// What became of a row that was not simply written.
    private static func lines(_ row: PlannedRow, in file: String, quiet: Bool) -> [String] {
        let place = "\(Printable.escape(file, limit: 200)):\(row.line)"
        let found = row.findings.map { $0.line(in: file) }
        guard !quiet else { return found }
        switch row.decision {
        case .invite, .invalid: return found
        case .duplicate(let first, _): return ["\(place): duplicate: the same person as row \(first)"] + found
        case .skip(let reason): return ["\(place): skipped: \(Printable.escape(reason, limit: 200))"] + found
        }
    }
}
