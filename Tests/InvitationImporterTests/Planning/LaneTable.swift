import TestSupport

/// A table of people as it comes out of a system: few roles, groups and domains, many names, and here and there
/// something odd.
struct LaneTable {
    private var random: SplitMix64
    private let delimiter: String
    private let lineEnd: String
    private let columns: [Column]
    /// One cell in so many is odd; 0 for none.
    private let oddity: Int

    private enum Column: String, CaseIterable {
        case email, name, roles, groups, message, organization, status
        case first = "First Name"
        case last = "Last Name"
        case active = "Is Active"
        case team = "Team"
        case city = "City"
        case password = "Password"
        case hired = "Hired on"
        case backup = "Backup Contact"
    }

    init(seed: UInt64, oddity: Int) {
        random = SplitMix64(seed: seed)
        self.oddity = oddity
        delimiter = [",", ",", ",", ";", "\t"].randomElement(using: &random) ?? ","
        lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        var others = Column.allCases.dropFirst().filter { _ in true }
        others.shuffle(using: &random)
        columns = [.email, .roles] + others.filter { $0 != .roles }.prefix(Int.random(in: 0...6, using: &random))
    }

    /// The text of a table with so many rows.
    mutating func text(rows: Int) -> String {
        var text = columns.map(\.rawValue).joined(separator: delimiter) + lineEnd
        for _ in 0..<rows {
            let cells = columns.map { cell($0) }
            text += cells.joined(separator: delimiter) + (isOdd ? "" : lineEnd)
            if isOdd { text += pick([lineEnd, delimiter, "\"", lineEnd + lineEnd, delimiter + delimiter + lineEnd]) }
        }
        return text
    }

    private var isOdd: Bool {
        mutating get { oddity > 0 && Int.random(in: 0..<(8 * oddity), using: &random) == 0 }
    }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    private mutating func cell(_ column: Column) -> String {
        let isOdd = oddity > 0 && Int.random(in: 0..<oddity, using: &random) == 0
        let text = isOdd ? pick(Self.odd) : ordinary(column)
        let needsQuotes = text.contains { $0 == "\"" || $0.isNewline } || text.contains(delimiter)
        guard needsQuotes || Int.random(in: 0..<4, using: &random) == 0 else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private mutating func ordinary(_ column: Column) -> String {
        switch column {
        case .email: address
        case .name: pick(Self.firstNames) + " " + pick(Self.lastNames)
        case .first: pick(Self.firstNames + [""])
        case .last: pick(Self.lastNames + [""])
        case .roles: pick(["viewer", "viewer", "editor", "viewer;admin", "ops|viewer", ""])
        case .groups: pick(["sales", "support", "sales;support", "", "NULL"])
        case .message:
            pick([
                "", "Welcome!", "Hello, and welcome to all of it.", "Hi {name}", "n/a", "Grüße aus Köln",
                "Dear all,\r\nwe \"move\".\n\nSee you", "Добро пожаловать",
            ])
        case .organization: pick(["acme", "acme", "acme", "globex", ""])
        case .status: pick(["active", "active", "active", "suspended", "invited", ""])
        case .active: pick(["yes", "yes", "no", "true", "1", ""])
        case .team: pick(["A", "B"])
        case .city: pick(["Berlin", "Paris", "Oslo", "Rome", "Bern", "Київ", "CN=Graz,OU=At", "Li\nnz", ""])
        case .password: pick(["correct horse", "Tr0ub4dor&3", "hunter2", "yes", ""])
        case .hired: "202\(Int.random(in: 0...9, using: &random))-0\(Int.random(in: 1...9, using: &random))-15"
        case .backup: pick(["", "", "", address, "Dana"])
        }
    }

    private var address: String {
        mutating get {
            let local =
                pick(Self.firstNames).lowercased() + pick([".", "_", "-", "+", ""])
                + String(
                    Int.random(in: 0...120, using: &random))
            let name = pick([
                local, local, local, local.uppercased(), "no-reply", "first.last", "o'brien", "deleted_ann",
                "ann.Disabled",
            ])
            return name + "@"
                + pick([
                    "northwind.example", "northwind.example", "northwind.example", "Contoso.Example", "gmail.com",
                    "googlemail.com", "gmial.com", "example.com", "fabrikam.example", "münchen.example", "localhost",
                    "northwnid.example",
                ])
        }
    }

    private static let firstNames = [
        "Ann", "Bob", "Nina", "Nan", "Ulla", "José", "Zoë", "Max", "Null", "Eve", "Sven", "Ida", "Łukasz", "Tom",
        "Ольга", "太郎", "Văn Nguyễn", "Сергій",
    ]
    private static let lastNames = [
        "Lee", "Stone", "Sullivan", "Müller", "O'Neil", "null", "Hwang", "Åström", "undefined",
        "Іванова", "山田",
    ]

    private static let odd = [
        "", " ", "null", "NaN", "-", "#N/A", "[]", "{}", "[\"viewer\",\"admin\"]", "{{name}}", "*|FNAME|*", "%s",
        "ann@x",
        "ann@@x.example", "ann@northwind.example", " ann@northwind.example ", "Ann <ann@northwind.example>", "Ã¼ber",
        "\u{FFFD}", "\u{202E}x", "\u{A0}x", "a\u{0}b".replacing("\u{0}", with: "\u{1}"), "'=1+1", "'ann", "=cmd",
        "a;b;c",
        "x\ny", "say \"hi\"", "$2a$10$abcdefghijklmnopqrstuv", "AKIAABCDEFGHIJKLMNOP",
        "https://x.example/?token=abcdefgh",
        "\u{212A}", "日本語", "Иван", String(repeating: "long ", count: 110), "a@b.c;d@e.f", "deleted", "left", "no",
        "ann ::: bob@northwind.example", "mailto:ann@northwind.example", "Anna Schmidtbauer", "Ann  Sullivan",
        "Ann Sullivan", "HTTPS Proxy Person", "password: A72aKd", "user=ann password=A72aKd", "Bearer A72aKd83JdxxTT",
        "postgres://u:p4ssA@db.example/x", "a1b2-c3d4 e5f6-g7h8 i9j0-k1l2 m3n4-o5p6", "keine", "Keine", "нет", "Нет",
        "s/o", "?",
        "…", "なし", "Unknown", "Hi #name#", "((First Name))", "{Vorname}", "{\"status\":\"disabled\"}",
        "[{\"active\":true}]",
        "[{\"name\":\"admin\"}]", "{'active': False}", "• admin",
        "abcd1234;efgh5678;ijkl9012;mnop3456", "abcd1234\nefgh5678\nijkl9012\nmnop3456", "1 https://a:bcdef@x.de",
        "РџРµС‚СЂ", "\"", "\n", "\"\n\"",
    ]
}
