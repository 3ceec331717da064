import InvitationImporter
import Testing

/// Columns that say who is in by the words of their names.
struct StatusGrammarTests {
    /// Twelve people; three of them are out.
    private static func file(_ column: String, out: String, isIn: String) -> String {
        func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        let rows = (0..<12).map { number in
            let isOut = number % 4 == 3
            return "Person \(number),\(isOut ? "out" : "in")\(number)@x.example,\(cell(isOut ? out : isIn))"
        }
        return "name,email,\(cell(column))\n" + rows.joined(separator: "\n")
    }

    @Test(
        arguments: StatusPairs.english + StatusPairs.languages + StatusPairs.hidden + StatusPairs.lists
            + StatusPairs.beside + StatusPairs.more)
    func whoIsOutIsToldFromWhoIsIn(_ language: StatusPairs) throws {
        #expect(language.pairs.count >= 10)
        for pair in language.pairs {
            let rows = try Planned(Self.file(pair.column, out: pair.out, isIn: pair.isIn)).rows
            let invited = rows.filter { $0.hasSuffix("@x.example") }
            #expect(!invited.contains { $0.hasPrefix("out") }, "\(pair.column) \(pair.out): \(rows)")
            #expect(invited.count == 9, "\(pair.column) \(pair.isIn): \(rows)")
        }
    }

    @Test(arguments: ForeignHeaders.all) func nobodyOfAForeignExportIsLeftOut(_ text: String) throws {
        let plan = try Planned(text)
        #expect(plan.summary.invitations == text.split(separator: "\n").count - 1, "\(plan.rows)")
        #expect(plan.summary.skipped == 0)
        #expect(plan.summary.findings[.statusUnknown] == nil)
    }

    @Test func namesOfOtherThingsAreNoStatus() throws {
        var random = SplitMix(seed: 1)
        let words = DictionaryWords.all
        let names = (0..<990).map { _ in
            let count = Int(random.next() % 3) + 1
            return (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: "_")
        }
        let yes = Array(repeating: "yes", count: names.count).joined(separator: ",")
        let no = Array(repeating: "no", count: names.count).joined(separator: ",")
        let plan = try Planned("email,\(names.joined(separator: ","))\na@x.example,\(yes)\nb@x.example,\(no)")
        let taken = plan.summary.shapes[0].columns.filter { $0.use != .report }.map(\.name)
        #expect(taken.count - 1 < 10, "\(taken)")
    }

    @Test(arguments: [
        "manager_active", "owner.is_active", "subscription_status", "password_expired", "phone_blocked", "mfa_enabled",
        "last_active", "Last Activity", "current_sign_in_at", "Date of birth", "leave_type", "Annual leave", "On leave",
        "email_verified", "Email verification status", "Marital Status", "lockout_enabled", "Archive mailbox",
        "left_handed", "exit_survey", "internal_id",
        "end_user_name", "blocking_software_version", "active_subscription", "Closed tickets", "invited_by",
        "created_by",
        "Employee No", "user_count", "audit_enabled", "dark_mode_enabled", "license expiry", "Close date",
    ])
    func columnsAboutSomethingElseAreNone(_ column: String) throws {
        for value in ["yes", "no", "2020-01-31", "inactive", "0", "1", "expired"] {
            #expect(try Planned("email,\(column)\na@x.example,\(value)").rows == ["a@x.example"], "\(value)")
        }
    }

    /// A state of something else than the person: nobody is left out by it, and the plan shows its values.
    @Test(arguments: StatusPairs.ofOthers) func statesOfOtherThingsAreNone(_ pair: String) throws {
        let parts = pair.split(separator: "|").map(String.init)
        let plan = try Planned(Self.file(parts[0], out: parts[1], isIn: parts[2]))
        #expect(plan.summary.invitations == 12, "\(plan.rows)")
        let column = plan.summary.shapes[0].columns.first { $0.name == parts[0] }
        #expect(column?.use != .status && column?.use != .secret, "\(pair)")
    }

    @Test(arguments: [
        ("user_email,user_is_active", "user_is_active"), ("fields.email,fields.is_active", "fields.is_active"),
        ("manager_email,manager_active", "manager_active"), ("member.mail,member.deactivated", "member.deactivated"),
    ])
    func whoTakesTheAddressTakesWhatIsBesideIt(_ header: String, _ column: String) throws {
        let out = column.hasSuffix("active") ? "false" : "true"
        let name = String(header.split(separator: ",")[0])
        let plan = try Planned("\(header)\na@x.example,\(out)") { $0.reading.mapping[.email] = .column(name) }
        #expect(plan.rows.first?.contains("\(column) is \(out)") == true, "\(plan.rows)")
    }

    @Test(arguments: [
        #"{"model":"x","fields":{"email":"a@x.example","is_active":%}}"#,
        #"{"id":1,"data":{"user":{"email":"a@x.example","account":{"enabled":%}}}}"#,
        #"{"email":"a@x.example","attributes":{"nsAccountLock":[!]}}"#,
        #"{"email":"a@x.example","account":{"state":{"is_suspended":!}}}"#,
    ])
    func membersAtAnyDepthCount(_ json: String) throws {
        let path = json.contains("fields") ? "fields.email" : json.contains("data") ? "data.user.email" : "email"
        func rows(_ isIn: Bool) throws -> [String] {
            let row = json.replacing("%", with: "\(isIn)").replacing("!", with: "\(!isIn)")
            return try Planned(row) { $0.reading.mapping[.email] = .column(path) }.rows
        }
        #expect(try rows(true) == ["a@x.example"])
        #expect(try rows(false) != ["a@x.example"])
    }

    @Test func aColumnThatMisleadsIsLeftAloneIfAPersonSaysSo() throws {
        let text = "email,Left Flank,Locked\na@x.example,yes,yes\nb@x.example,no,no"
        #expect(try Planned(text).rows == ["blocked: Locked is yes", "b@x.example"])
        let plan = try Planned(text) { $0.reading.ignoredColumns = ["locked", "nothing"] }
        #expect(plan.rows == ["a@x.example", "b@x.example"])
        #expect(plan.summary.shapes[0].missingIgnored == ["nothing"])
        let slack = "userid,billing-active,has-2fa,email,status\n1,1,1,a@x.example,Bot"
        #expect(try Planned(slack) { $0.reading.ignoredColumns = ["Status"] }.rows == ["a@x.example"])
        let json = #"{"email":"a@x.example","account":{"locked":true}}"#
        #expect(try Planned(json) { $0.reading.ignoredColumns = ["account.locked"] }.rows == ["a@x.example"])
    }

    @Test(arguments: [
        (["0", "0", "0", "0", "0", "0", "0", "0", "0", "1"], "000000000x"), (["0", "1"], "xx"),
        (["1", "1", "0"], "11x"),
        (["2", "2", "2", "2", "2"], "22222"), (["-1", "-1", "-1", "-1", "-1"], "xxxxx"), (["1"], "1"), (["0"], "x"),
    ])
    func aNumberIsReadByWhatIsUsual(_ values: [String], _ expected: String) throws {
        let rows = values.enumerated().map { "p\($0)@x.example,\($1)" }.joined(separator: "\n")
        let plan = try Planned("email,user_status\n\(rows)")
        let invited = zip(plan.rows, values).map { $0.hasSuffix("@x.example") ? $1 : "x" }.joined()
        #expect(invited == expected, "\(plan.rows)")
        #expect(plan.summary.shapes[0].usualNumbers.isEmpty == !(expected.contains("0") || expected.contains("2")))
    }

    @Test func whoHasNoTickWhereOthersHaveOneIsOut() throws {
        #expect(
            try Planned("email,Active\na@x.example,x\nb@x.example,\n").rows == [
                "a@x.example", "blank: Active is blank",
            ]
                || Planned("email,Active\na@x.example,x\nb@x.example,\n").rows == ["a@x.example", "Active is blank"])
        let truths = try Planned("email,Active\na@x.example,true\nb@x.example,\n").rows
        #expect(truths == ["a@x.example", "Active is blank, not known here (--include-status blank)"])
        #expect(
            try Planned("email,Active\na@x.example,x\nb@x.example,\nc@x.example,no\n").rows.count { $0.contains("@") }
                == 2)
    }

    @Test(arguments: [
        "-1", "!active", "~active", "active?", "✗ active", "active*", "❌ active", "=active", "<active>", "^active",
        "active 2",
        "active until May", "previously active", "was active?", "active (not)", "activ3",
    ])
    func signsAndMarksArePartOfAWord(_ word: String) throws {
        for column in ["status", "user_active", "account state"] {
            #expect(try Planned("email,\(column)\na@x.example,\(word)").invitesNobody, "\(column)")
        }
        let slack =
            "userid,billing-active,has-2fa,email,status\n1,1,1,a@x.example,\(word.replacing("active", with: "member"))"
        #expect(try Planned(slack).invitesNobody)
        #expect(try Planned("email,status\na@x.example,\(word)") { $0.includedStatus = ["1", "active"] }.invitesNobody)
    }

    @Test func thePlanNamesEveryColumn() throws {
        let text = "Mail,Name,Typ,is_active,password,note\n"
        let rows = (0..<6).map { "p\($0)@x.example,P,\($0 == 5 ? "G" : "M"),true,not-a-real-one,n\($0)" }
        let plan = try Planned(text + rows.joined(separator: "\n"))
        let uses = plan.summary.shapes[0].columns.map(\.use)
        #expect(uses == [.field(.email), .field(.name), .doubtfulStatus, .status, .secret, .report])
        let typ = try #require(plan.summary.shapes[0].columns.first { $0.name == "Typ" })
        #expect(typ.values.map(\.text) == ["M", "G"] && typ.values.map(\.count) == [5, 1])
        let json = #"{"a":{"email":"a@x.example","b":{"c":1}},"d":null}"#
        let nested = try Planned(json) { $0.reading.mapping[.email] = .column("a.email") }
        #expect(nested.summary.shapes[0].columns.map(\.name) == ["a.email", "a.b.c", "d"])
    }

    @Test func ourOwnReportsAreNoStatus() throws {
        let header = "email,roles,outcome,reason,http_status,attempts,invitation_id,expires_at,request_id,sent_at"
        let row = "a@x.example,viewer,invited,,201,1,i,2020-01-31T00:00:00Z,r,2020-01-24T00:00:00Z"
        #expect(try Planned("\(header)\n\(row)").rows == ["a@x.example"])
        #expect(try Planned("email,expires_at\na@x.example,2020-01-31T00:00:00Z").invitesNobody)
    }

    @Test func moreMembersThanAreLookedAtAreSaid() throws {
        func file(_ count: Int) -> String {
            let members = (0..<count).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
            return "{\"email\":\"a@x.example\",\"all\":{\(members)}}"
        }
        #expect(try Planned(file(900)).summary.shapes[0].warnings.isEmpty)
        #expect(try Planned(file(1100)).summary.shapes[0].warnings.map(\.code) == ["members-too-many"])
    }
}
