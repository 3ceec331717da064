import InvitationImporter
import Testing

/// What stands in columns of ends where it is no day.
struct EndValueTests {
    private static let columns = [
        "terminated_at", "Termination Date", "end_date", "expires", "Austrittsdatum", "Vertragsende", "Date de départ",
        "fecha_baja", "Дата увольнения", "離職日期", "valid_until", "Last Working Day",
    ]

    @Test(arguments: columns) func whatIsNotUnderstoodIsAskedAbout(_ column: String) throws {
        for value in ["soon", "31/02/2024", "TBD", "Q3 2020", "13/13/2020", "?", "n/k", "unknown", "bald", "last week"]
        {
            let plan = try Planned("email,\(column)\na@x.example,\(value)\nb@x.example,")
            #expect(plan.findings.first == [.statusUnknown], "\(value): \(plan.rows)")
            #expect(plan.rows.last == "b@x.example")
        }
    }

    @Test(arguments: columns) func noEndIsNone(_ column: String) throws {
        for value in [
            "keine", "aucun", "нет", "无", "なし", "never", "unbefristet", "permanent", "k. A.", "0000-00-00", "n/a",
        ] {
            let plan = try Planned("email,\(column)\na@x.example,\(value)\nb@x.example,")
            #expect(plan.rows == ["a@x.example", "b@x.example"], "\(value)")
        }
    }
}
