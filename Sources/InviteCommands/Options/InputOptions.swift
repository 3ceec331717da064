import ArgumentParser
import InvitationImporter
import SystemPackage

/// The files, and how their rows are read and judged. All commands that read files share these.
struct InputOptions: ParsableArguments {
    @Argument(
        help: "Files of people: CSV, JSON, LDIF, or a list of addresses; - is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var organization: OrganizationOption

    @Option(help: "How the files are written: csv, tsv, jsonl, json, ldif or list; found out if not given.")
    var format: InputFormat?

    @Option(help: "What separates the cells of a CSV file: one character, or tab; found out if not given.")
    var delimiter: String?

    @Option(
        help: ArgumentHelp(
            "How their characters are written: utf-8, utf-16, windows-1252, or any other that iconv knows, such as shift_jis; never guessed.",
            valueName: "name"))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            "The system the files come from, such as slack; found out if not given, none takes only column names.",
            valueName: "preset"),
        completion: .list(["none"] + Preset.all.map(\.name).sorted()))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Which column gives a field, as in email=\"Work Email\", or one value for all rows, as in roles=:viewer; may be given several times.",
            valueName: "field=column"))
    var map: [FieldMappingArgument] = []

    @Option(
        help: ArgumentHelp(
            "Invite people of this status all the same, such as suspended or guest; may be given several times.",
            valueName: "word"))
    var includeStatus: [String] = []

    @Option(
        help: ArgumentHelp(
            "A column whose name only looks as if it said who is in, such as suspended_load; may be given several times.",
            valueName: "name"))
    var ignoreColumn: [String] = []

    @Option(
        help: ArgumentHelp(
            "A CSV file with the columns from, roles and groups: what their roles, groups, departments or units become here.",
            valueName: "file"), completion: .file())
    var roleMap: String?

    @Option(
        help: "A role for rows that name neither role nor group; may be given several times.",
        completion: ServerCompletion.roles)
    var role: [String] = []

    @Option(
        help: "A group for rows that name neither role nor group; may be given several times.",
        completion: ServerCompletion.groups)
    var group: [String] = []

    @Option(
        help: """
            The message for rows that have none; at most 500 characters. {name}, {email}, {organization} and {any column} \
            are filled in, {{ is a brace.
            """)
    var message: String?

    @Option(help: ArgumentHelp("A file with that message.", valueName: "file"), completion: .file())
    var messageFile: String?

    @Option(help: "What to do with rows that name the same person again: merge, first or fail.")
    var duplicates = ImportOptions().duplicates

    @Option(
        help: ArgumentHelp(
            "A domain that mail may go to, with those below it; others are invalid. May be given several times, and as "
                + "@file with a domain on each line.", valueName: "domain|@file"))
    var allowDomain: [String] = []

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file; - is standard input.") }
        guard files.count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input can be read only once.")
        }
        guard message == nil || messageFile == nil else {
            throw ValidationError("Give --message or --message-file, not both.")
        }
        for name in role + group where name.allSatisfy(\.isWhitespace) || Self.hasControl(name) {
            throw ValidationError("--role and --group take a name.")
        }
        for name in role + group where name.contains(where: { ";|".contains($0) }) {
            throw ValidationError("--role and --group take one name each; give them several times for several names.")
        }
        if Set(map.map(\.field)).count < map.count { throw ValidationError("--map takes each field once.") }
        if delimiter != nil, delimiterByte == nil {
            throw ValidationError("--delimiter takes one character, such as ; or the word tab.")
        }
    }

    /// The given options about reading and rows, without the files.
    var given: [String] {
        let options = [
            ("--org", organization.org != nil), ("--format", format != nil), ("--delimiter", delimiter != nil),
            ("--encoding", encoding != nil), ("--from", from != nil), ("--map", !map.isEmpty),
            ("--include-status", !includeStatus.isEmpty),
            ("--ignore-column", !ignoreColumn.isEmpty), ("--role-map", roleMap != nil), ("--role", !role.isEmpty),
            ("--group", !group.isEmpty), ("--message", message != nil), ("--message-file", messageFile != nil),
            ("--duplicates", duplicates != ImportOptions().duplicates), ("--allow-domain", !allowDomain.isEmpty),
        ]
        return options.filter(\.1).map(\.0)
    }
}
