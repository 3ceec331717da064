import ArgumentParser
import InvitationImporter
import SystemPackage

/// The files, and how their rows are read and judged; the same for every command that reads files.
struct InputOptions: ParsableArguments {
    @Argument(help: "Files of people: CSV, JSON, or a list of addresses; - is standard input.")
    var files: [String]

    @Option(help: ArgumentHelp("The organization's id, for rows that name none (K0RDENT_ORG).", valueName: "id"))
    var org: String?

    @Option(help: "How the files are written: csv, tsv, jsonl, json or list; found out if not given.")
    var format: InputFormat?

    @Option(help: "What separates the cells of a CSV file: one character, or tab; found out if not given.")
    var delimiter: String?

    @Option(
        help: ArgumentHelp(
            "How their characters are written: utf-8, utf-16, windows-1252 or latin-1; the last two are never guessed.",
            valueName: "name"))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            "The system the files come from, such as slack; found out if not given, none takes only column names.",
            valueName: "preset"))
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
            "A CSV file with the columns from, roles and groups: what their roles, groups, departments or units become here.",
            valueName: "file"))
    var roleMap: String?

    @Option(help: "A role for rows that name neither role nor group; may be given several times.")
    var role: [String] = []

    @Option(help: "A group for rows that name neither role nor group; may be given several times.")
    var group: [String] = []

    @Option(
        help: """
            The message for rows that have none; at most 500 characters. {name}, {email}, {organization} and {any column} \
            are filled in, {{ is a brace.
            """)
    var message: String?

    @Option(help: ArgumentHelp("A file with that message.", valueName: "file"))
    var messageFile: String?

    @Option(help: "What to do with rows that name the same person again: merge, first or fail.")
    var duplicates = ImportOptions.Duplicates.merge

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
        if let org, org.contains(where: \.isWhitespace) || Self.hasControl(org) {
            throw ValidationError("An organization's id has no spaces or control characters.")
        }
        if Set(map.map(\.field)).count < map.count { throw ValidationError("--map takes each field once.") }
        if delimiter != nil, delimiterByte == nil {
            throw ValidationError("--delimiter takes one character, such as ; or the word tab.")
        }
    }

    /// The options that were given, about how to read and what to ask for; not the files.
    var given: [String] {
        let options = [
            ("--org", org != nil), ("--format", format != nil), ("--delimiter", delimiter != nil),
            ("--encoding", encoding != nil), ("--from", from != nil), ("--map", !map.isEmpty),
            ("--include-status", !includeStatus.isEmpty), ("--role-map", roleMap != nil), ("--role", !role.isEmpty),
            ("--group", !group.isEmpty), ("--message", message != nil), ("--message-file", messageFile != nil),
            ("--duplicates", duplicates != .merge), ("--allow-domain", !allowDomain.isEmpty),
        ]
        return options.filter(\.1).map(\.0)
    }

    private static func hasControl(_ text: String, but allowed: String = "") -> Bool {
        text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && !allowed.unicodeScalars.contains($0)
        }
    }

    private var delimiterByte: UInt8? {
        guard let delimiter else { return nil }
        if delimiter == "tab" || delimiter == "\\t" { return 0x09 }
        guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first else { return nil }
        return byte == 0x22 || byte == 0x0A || byte == 0x0D || byte >= 0x80 ? nil : byte
    }

    /// The organization of `--org`, else of the environment; empty for none.
    func organization(_ environment: CommandEnvironment) -> String {
        org ?? environment.variables["K0RDENT_ORG"] ?? ""
    }

    /// The options for checker and planner.
    func options(_ environment: CommandEnvironment) throws -> ImportOptions {
        var options = ImportOptions()
        let organization = organization(environment)
        options.organization = organization.isEmpty ? nil : organization
        options.roles = role.map(Self.trimmed)
        options.groups = group.map(Self.trimmed)
        options.message = try template()
        options.roleMap = try roleMap.map { name in
            try RoleMap(reading: ByteSource.opening(FilePath(name), name: name))
        }
        options.allowedDomains = try domains()
        options.duplicates = duplicates
        options.includedStatus = includeStatus
        options.reading = ReadingOptions(format: format, delimiter: delimiterByte)
        options.reading.encoding = encoding
        options.reading.preset = from?.lowercased()
        for said in map { options.reading.mapping[said.field] = said.mapping }
        return options
    }

    private func domains() throws -> Set<String> {
        let texts = try allowDomain.flatMap { text in
            try text.hasPrefix("@")
                ? Self.read(String(text.dropFirst())).split(whereSeparator: \.isNewline).map(String.init) : [text]
        }
        let named = texts.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        guard allowDomain.isEmpty == named.isEmpty else {
            throw ValidationError("--allow-domain names no domain.")
        }
        return try Set(
            named.map { name in
                // A domain is known by the address that it can be part of.
                guard let address = EmailAddress.check("x@" + name.drop { $0 == "." || $0 == "@" }).address else {
                    throw ValidationError("\(Printable.escape(name, limit: 80)) is no domain for --allow-domain.")
                }
                return String(address.key.dropFirst(2))
            })
    }

    private func template() throws -> MessageTemplate? {
        guard let text = try message ?? messageFile.map(Self.read) else { return nil }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw ValidationError("The message is empty; leave \(message == nil ? "--message-file" : "--message") out.")
        }
        guard !Self.hasControl(text, but: "\n\r\t") else {
            throw ValidationError("The message has a control character; write it again without.")
        }
        let template: MessageTemplate
        do throws(MessageTemplate.Problem) {
            template = try MessageTemplate(text)
        } catch {
            throw ValidationError(error.advice)
        }
        // With placeholders, every row has its own length and is checked by itself.
        let length = text.unicodeScalars.count
        guard length <= Checker.messageLimit || !template.placeholders.isEmpty else {
            throw ValidationError("The message has \(length) characters, \(Checker.messageLimit) are allowed.")
        }
        return template
    }

    /// The text of a file, without a byte order mark and without white space around it.
    private static func read(_ name: String) throws -> String {
        var source = try ByteSource.opening(FilePath(name), name: name)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= 1 << 16 {
            let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            bytes += piece[..<count]
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputError(
                .notUnderstood, code: "utf8-invalid", file: name, message: "The message is not UTF-8 text.")
        }
        return trimmed(text)
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The files, to be read from their beginning; all are there and may be read.
    func open() throws(InputError) -> [ByteSource] {
        var opened: [ByteSource] = []
        for name in files {
            opened.append(
                name == "-" ? ByteSource(.standardInput, name: "stdin") : try .reading(FilePath(name), name: name))
        }
        return opened
    }
}
