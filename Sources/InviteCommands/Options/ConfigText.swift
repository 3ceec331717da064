import InvitationImporter

/// The text of a config file: a strict small part of TOML.
///
/// A line is blank, a comment, a `[section]`, or `key = value`. A value is a text in quotes, a whole number, `true` or
/// `false`, or a list of texts on one line. Everything else is an error with its line: what is not understood must not
/// pass for something else.
struct ConfigText {
    /// What is written for a key.
    enum Value: Hashable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([String])
    }

    /// A key with its value.
    struct Entry: Hashable {
        var key: String
        var value: Value
        /// Counted from 1.
        var line: Int
    }

    /// A line that is not understood.
    struct Problem: Error, Hashable {
        var line: Int
        /// What is wrong and what to write.
        var words: String
    }

    /// The entries of each section, in their order; those above the first section under an empty name.
    private(set) var sections: [String: [Entry]] = ["": []]

    /// Reads a text.
    init(_ text: String) throws(Problem) {
        var section = ""
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var line = ConfigLine(line, number: index + 1)
            switch try line.read() {
            case .nothing: continue
            case .section(let name):
                if sections[name] != nil {
                    throw Problem(line: index + 1, words: "The section [\(name)] is there twice.")
                }
                section = name
                sections[name] = []
            case .entry(let entry):
                if sections[section]?.contains(where: { $0.key == entry.key }) ?? false {
                    throw Problem(line: index + 1, words: "\(entry.key) is there twice; a list takes several values.")
                }
                sections[section]?.append(entry)
            }
        }
    }
}

/// Reads one line of a config file.
struct ConfigLine {
    /// What a line says.
    enum Content {
        case nothing
        case section(String)
        case entry(ConfigText.Entry)
    }

    private var rest: Substring
    private let number: Int

    init(_ line: Substring, number: Int) {
        (rest, self.number) = (line, number)
    }

    mutating func read() throws(ConfigText.Problem) -> Content {
        skipBlanks()
        if isAtEnd { return .nothing }
        if take("[") {
            skipBlanks()
            let name = try name()
            skipBlanks()
            guard take("]") else { throw problem("A section is its name in brackets, such as [staging].") }
            try end()
            return .section(name)
        }
        let key = try name()
        skipBlanks()
        guard take("=") else { throw problem("Write an option and its value, such as rate = \"50/s\".") }
        skipBlanks()
        let value = try value()
        try end()
        return .entry(ConfigText.Entry(key: key, value: value, line: number))
    }

    private mutating func name() throws(ConfigText.Problem) -> String {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        guard !name.isEmpty else {
            throw problem("A name has letters, digits and hyphens, such as api-url, and no quotes or dots.")
        }
        rest = rest[name.endIndex...]
        return String(name)
    }

    private mutating func value() throws(ConfigText.Problem) -> ConfigText.Value {
        switch rest.first {
        case "\"", "'": return .text(try quoted())
        case "[": return .list(try list())
        default: break
        }
        let word = rest.prefix { !$0.isWhitespace && $0 != "#" }
        rest = rest[word.endIndex...]
        if word == "true" || word == "false" { return .flag(word == "true") }
        if let number = Int(word), word.allSatisfy(\.isNumber) { return .number(number) }
        throw problem(
            "\(Printable.escape(String(word), limit: 40)) is no value. A text stands in quotes; else write a whole number, "
                + "true or false.")
    }

    private mutating func list() throws(ConfigText.Problem) -> [String] {
        var texts: [String] = []
        _ = take("[")
        skipBlanks()
        while !take("]") {
            texts.append(try quoted())
            skipBlanks()
            if take(",") {
                skipBlanks()
            } else if rest.first != "]" {
                throw problem("A list is [\"one\", \"two\"], on one line.")
            }
        }
        return texts
    }

    /// A text in quotes; in double ones, a backslash stands before a quote, a backslash, n or t.
    private mutating func quoted() throws(ConfigText.Problem) -> String {
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            throw problem("A list has texts in quotes, such as [\"viewer\", \"member\"].")
        }
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character == quote { return text }
            guard character == "\\", quote == "\"" else {
                text.append(character)
                continue
            }
            switch rest.popFirst() {
            case "\"": text.append("\"")
            case "\\": text.append("\\")
            case "n": text.append("\n")
            case "t": text.append("\t")
            default: throw problem(#"Behind a backslash stands a quote, a backslash, n or t; or use single quotes."#)
            }
        }
        throw problem("The text has no quote at its end.")
    }

    private mutating func end() throws(ConfigText.Problem) {
        skipBlanks()
        if !isAtEnd { throw problem("There is more behind it; write one thing on a line.") }
    }

    private var isAtEnd: Bool { rest.isEmpty || rest.first == "#" }

    private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private func problem(_ words: String) -> ConfigText.Problem { ConfigText.Problem(line: number, words: words) }
}
