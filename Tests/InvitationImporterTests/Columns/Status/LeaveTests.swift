import InvitationImporter
import Testing

/// What is no reason to leave somebody out, though it looks like one.
struct LeaveTests {
    /// Twelve people, three of whom have a value that the others do not have.
    private func invited(_ column: String, _ rare: String, _ usual: String) throws -> Int {
        let rows = (0..<12).map { "p\($0)@x.example,\($0 % 4 == 3 ? rare : usual)" }
        return try Planned("email,\(column)\n" + rows.joined(separator: "\n")).summary.invitations
    }

    @Test(arguments: [
        ("Employee Status", "Sabbatical", "Active"), ("Status", "Sick", "Active"), ("Status", "On vacation", "Active"),
        ("Status", "Out of office", "Active"), ("Status", "Furloughed", "Active"), ("Status", "Beurlaubt", "Aktiv"),
        ("Status", "Krank", "Aktiv"), ("Status", "Abwesend", "Aktiv"), ("Status", "Freigestellt", "Aktiv"),
        ("Statut", "Congé maternité", "Actif"), ("Statut", "Congé parental", "Actif"),
        ("Estado", "Baja médica", "Activo"), ("Situação", "Afastado", "Ativo"), ("Stato", "In malattia", "Attivo"),
        ("Status", "Met verlof", "Actief"), ("Status", "Ziek", "Actief"), ("Status", "Na urlopie", "Aktywny"),
        ("Stav", "Na dovolené", "Aktivní"), ("Статус", "В отпуске", "Работает"), ("Статус", "Декрет", "Работает"),
        ("Durum", "İzinli", "Aktif"), ("状态", "产假", "在职"), ("ステータス", "育休中", "在籍"), ("상태", "육아휴직", "재직"),
    ])
    func whoIsOnLeaveIsIn(_ column: String, _ leave: String, _ active: String) throws {
        #expect(try invited(column, leave, active) == 12)
    }

    @Test(arguments: [
        ("Baja médica", "Sí", "No"), ("Baja por maternidad", "Sí", "No"), ("İzinli", "Evet", "Hayır"),
        ("Probation End Date", "2020-01-31", "2021-01-31"), ("Probation ends", "2020-01-31", ""),
        ("End of probation", "2020-01-31", "2021-01-31"), ("Probation Period End Date", "2020-01-31", ""),
        ("Probation Status", "Pending", "Confirmed"), ("试用期结束日期", "2020-01-31", "2021-01-31"),
        ("mailStop", "A1", "B2"), ("accountExpires", "9.22337E+18", "9.22337203685478E+18"), ("Mail Stop", "A1", "B2"),
    ])
    func somethingElseIsNoReason(_ column: String, _ rare: String, _ usual: String) throws {
        #expect(try invited(column, rare, usual) == 12)
    }

    @Test(arguments: [("mailstop", "1", "0"), ("Mail stop", "2020-01-31", ""), ("emailstop", "1", "0")])
    func anAnswerStopsMail(_ column: String, _ rare: String, _ usual: String) throws {
        #expect(try invited(column, rare, usual) == 9)
    }

    @Test func aGuestIsOneInAColumnThatASystemHasForItself() throws {
        func member(_ name: String, _ type: String) -> String {
            #"{"id":"%","userName":"%","userType":"\#(type)","active":true,"emails":[{"value":"%@x.example"}]}"#
                .replacing("%", with: name)
        }
        let scim = "[\(member("a", "Member")),\(member("b", "External")),\(member("c", "Guest"))]"
        let plan = try Planned(scim)
        #expect(plan.rows == ["a@x.example", "guest: userType is External", "userType is Guest"])
        #expect(try Planned(scim) { $0.includedStatus = ["guest"] }.summary.invitations == 3)
        let wordPress = "user_login,user_email,display_name,roles\n"
        let roles = ["subscriber", "administrator", "spammer", "bbp_blocked"].enumerated()
        let rows = roles.map { "p\($0),p\($0)@x.example,P,\($1)" }
        #expect(try Planned(wordPress + rows.joined(separator: "\n")).summary.invitations == 2)
    }
}
