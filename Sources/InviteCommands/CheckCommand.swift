import ArgumentParser
import InvitationImporter
import SystemPackage

/// The dry run: reads and checks, opens no connection, writes no file.
struct CheckCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read and check files, without any connection.")

    @OptionGroup var input: InputArguments

    @Flag(help: "Print what was found as JSON on standard output.")
    var json = false

    @Flag(name: .shortAndLong, help: "Say only what went wrong as a whole.")
    var quiet = false

    func run(in environment: CommandEnvironment) throws -> Int32 {
        let sources = try TemporaryInput.sources(input.files)
        var lines: [JSONValue] = []
        var options = try input.options(environment)
        options.needsOrganization = false
        let plan = try Planner(sources.inputs, options).plan { row in
            if json { lines += row.findings.map { Self.json($0, row, sources.inputs[row.input].name) } }
            if !quiet { for finding in row.findings { Terminal.say(finding.line(in: sources.inputs[row.input].name)) } }
        }
        if !quiet {
            PlanText.lines(plan).forEach(Terminal.say)
            if plan.invitations > plan.organizations.values.reduce(0, +) {
                Terminal.say("No organization was named; import needs one: --org, K0RDENT_ORG or a column.")
            }
        }
        if json {
            var members = plan.json.members ?? []
            members.append(.init("found", .array(lines)))
            try Terminal.printData(JSONValue.object(members).serialized)
        }
        return plan.count(.error) > 0 ? 1 : 0
    }

    private static func json(_ finding: Finding, _ row: PlannedRow, _ file: String) -> JSONValue {
        let place: [JSONValue.Member] = [.init("file", .string(file)), .init("row", .integer(row.row))]
        return .object(place + (finding.json.members ?? []))
    }
}
