import ArgumentParser
import InvitationImporter
import SystemPackage

extension InputOptions {
    /// The options for the checker and the planner.
    func options(_ environment: CommandEnvironment) throws -> ImportOptions {
        var options = ImportOptions()
        let organization = organization.name(environment)
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
        options.reading.ignoredColumns = ignoreColumn
        for said in map { options.reading.mapping[said.field] = said.mapping }
        return options
    }

    private func domains() throws -> Set<String> {
        let texts = try allowDomain.flatMap { text in
            try text.hasPrefix("@")
                ? Self.read(String(text.dropFirst()), for: "--allow-domain")
                    .split(whereSeparator: \.isNewline).map(String.init) : [text]
        }
        let named = texts.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        guard allowDomain.isEmpty == named.isEmpty else {
            throw ValidationError("--allow-domain names no domain.")
        }
        return try Set(named.map { try Self.domain($0, for: "--allow-domain") })
    }

    /// The domain that an option names, in lower case as A-labels.
    static func domain(_ name: String, for option: String) throws -> String {
        // A valid domain can be part of an address.
        guard let address = EmailAddress.check("x@" + name.drop { $0 == "." || $0 == "@" }).address else {
            throw ValidationError("\(Printable.escape(name, limit: 80)) is no domain for \(option).")
        }
        return address.domain
    }

    private func template() throws -> MessageTemplate? {
        guard let text = try message ?? messageFile.map({ try Self.read($0, for: "--message-file") }) else {
            return nil
        }
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
        // With placeholders, each row has its own length and is checked by itself.
        let length = text.unicodeScalars.count
        guard length <= Checker.messageLimit || !template.placeholders.isEmpty else {
            throw ValidationError("The message has \(length) characters, \(Checker.messageLimit) are allowed.")
        }
        return template
    }

    var delimiterByte: UInt8? {
        guard let delimiter else { return nil }
        if delimiter == "tab" || delimiter == "\\t" { return 0x09 }
        guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first else { return nil }
        return byte == 0x22 || byte == 0x0A || byte == 0x0D || byte >= 0x80 ? nil : byte
    }

    static func hasControl(_ text: String, but allowed: String = "") -> Bool {
        text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && !allowed.unicodeScalars.contains($0)
        }
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The most bytes of a file that an option names.
    private static let mostBytes = 1 << 16

    /// The text of a file that an option names, without a byte order mark and without white space at its ends.
    private static func read(_ name: String, for option: String) throws -> String {
        trimmed(try text(of: name, for: option))
    }

    /// The text of a small file, without a byte order mark.
    ///
    /// - Parameter use: What the file is for, in words.
    static func text(of name: String, for use: String) throws -> String {
        var source = try ByteSource.opening(FilePath(name), name: name)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= mostBytes {
            let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            bytes += piece[..<count]
        }
        // A domain that is cut in two is another domain.
        guard bytes.count <= mostBytes else {
            throw InputError(
                .notUnderstood, code: "input-too-long", file: name,
                message: "The file for \(use) has more than \(mostBytes) bytes.")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputError(
                .notUnderstood, code: "utf8-invalid", file: name, message: "The file for \(use) is not UTF-8 text.")
        }
        return text
    }
}
