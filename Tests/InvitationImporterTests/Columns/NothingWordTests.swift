import InvitationImporter
import Testing

/// Words that programs write where there is nothing, wherever something would be mailed or sent.
@Suite struct NothingWordTests {
    static let words = [
        "NULL", "null", "\\N", "#N/A", "nan", "NaN", "none", "None", "undefined", "-", "–", "[]", "{}", "(null)",
        "<NULL>", "N/A", "#REF!",
        "(blank)", " null ", "--", "keine", "Keine", "kein", "k. A.", "ohne", "#NV", "aucun", "s/o", "non renseigné",
        "ninguno",
        "sin datos", "nessuno", "nenhum", "geen", "n.v.t.", "brak", "nie dotyczy", "žádné", "нет", "Нет", "не указано",
        "yok",
        "boş", "无", "無", "未设置", "なし", "未入力", "없음", "해당 없음", "ingen", "nincs", "not set", "N/D", "…", "?", "...", "/",
    ]

    private static func csv(_ cells: String...) -> String {
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }

    @Test(arguments: words) func theyAreBlank(_ word: String) throws {
        let header = "email,name,roles,groups,message,organization\n"
        let plan = try Planned(header + Self.csv("a@n.example", word, word, word, word, word)) {
            $0.message = try MessageTemplate("Hello {name}!")
        }
        #expect(plan.rows == ["a@n.example"])
        #expect(plan.findings == [[.placeholderBlank]])
        #expect(plan.summary.roles == ["viewer": 1])
        #expect(plan.summary.groups == [:])
        #expect(plan.summary.messages == ["--message": 1])
        #expect(try Planned("email,name\n\(word),Ann\nb@n.example,B\n").rows.first == "email-missing")
    }

    @Test func halfANameIsAName() throws {
        var rows: [String] = []
        let text = "email,first name,last name\na@n.example,Bob,NULL\nb@n.example,\\N,Lee\nc@n.example,nan,nan\n"
        var reader = try InputReader(ByteSource(Array(text.utf8), name: "in"))
        while let record = try reader.next() {
            let checked = Checker(Self.lenient).check(record, columns: reader.columns, fields: reader.fields)
            rows.append(checked.invitation?.name ?? "")
        }
        #expect(rows == ["Bob", "Lee", ""])
    }

    private static var lenient: ImportOptions {
        var options = ImportOptions()
        (options.needsOrganization, options.needsRoleOrGroup) = (false, false)
        return options
    }

    @Test(arguments: ["Null", "Nan", "Nat", "Nil", "Na", "Brak", "Kein", "Christopher Null", "Inga", "Tom"])
    func peopleOfSuchNamesKeepThem(_ name: String)
        throws
    {
        let text = "email,name\na@n.example,\(name)\n"
        var reader = try InputReader(ByteSource(Array(text.utf8), name: "in"))
        let record = try #require(try reader.next())
        let checked = Checker(Self.lenient).check(record, columns: reader.columns, fields: reader.fields)
        #expect(checked.invitation?.name == name)
    }
}
