import InvitationImporter
import Testing

/// Where people lie in the JSON that systems write, and what else it says of them.
@Suite struct JSONListsTests {
    private static let ann = JSONShapeTests.ann
    private static let bo = JSONShapeTests.bo
    private static let both = ["ann@n.example", "bo@n.example"]

    static let shapes: [(name: String, text: String, addresses: [String])] = [
        ("arrays one after another", "[\(ann)]\n[\(bo)]", both), ("the same on one line", "[\(ann)][\(bo)]", both),
        ("pages one after another", "{\"users\":[\(ann)],\"next\":2}\n{\"users\":[\(bo)],\"next\":null}", both),
        ("the same on one line", "{\"users\":[\(ann)]}{\"users\":[\(bo)]}", both),
        ("pages over lines", "{\n\"users\":[\(ann)]\n}\n{\n\"users\":[\(bo)]\n}", both),
        ("people on one line", ann + bo, both),
        ("a page that is empty", "{\"users\":[\(ann),\(bo)]}\n{\"users\":[]}", both),
        ("a page that is null", "{\"users\":[\(ann),\(bo)]}\n{\"users\":null}", both),
        ("a page that failed", "{\"users\":[\(ann)]}\n{\"error\":\"rate limit\"}", ["!json-array-missing"]),
        ("a first page that failed", "{\n\"error\":1}\n{\"users\":[\(ann)]}", ["!json-array-missing"]),
        ("pages of other names", "{\"users\":[\(ann)]}\n{\"members\":[\(bo)]}", both),
        ("text sequences", "\u{1E}\(ann)\n\u{1E}{\n\"email\":\"bo@n.example\"}\n", both),
        ("text sequences of lists", "\u{1E}[\(ann)]\n\u{1E}[\(bo)]\n", both),
        ("by their ids", "{\"ann\":\(ann),\"bo\":\(bo)}", both),
        ("by their ids over lines", "{\n\"ann\":\(ann),\n\"bo\":\(bo)\n}", both),
        (
            "by their ids in a member", "{\"users\":{\"u1\":\(ann),\"u2\":\(bo)},\"posts\":{\"p\":{\"by\":\"u1\"}}}",
            both
        ),
        ("by their addresses", "{\"ann@n.example\":{\"id\":1},\"bo@n.example\":{\"id\":2}}", both),
        ("addresses alone", "[\"ann@n.example\",\"bo@n.example\"]", both),
        ("addresses in a member", "{\"emails\":[\"ann@n.example\",\"bo@n.example\"]}", both),
        ("at a path", "{\"data\":{\"users\":{\"nodes\":[\(ann),\(bo)]}}}", both),
        (
            "edges",
            "{\"data\":{\"team\":{\"members\":{\"edges\":[{\"node\":\(ann)},{\"cursor\":\"x\",\"node\":\(bo)}]}}}}",
            both
        ),
        (
            "hits", "{\"took\":1,\"hits\":{\"hits\":[{\"_id\":1,\"_source\":\(ann)},{\"_id\":2,\"_source\":\(bo)}]}}",
            both
        ),
        ("a result", "{\"success\":true,\"result\":[\(ann),\(bo)]}", both),
        ("an unusual name", "{\"belegschaft\":[\(ann),\(bo)]}", both),
        (
            "DynamoDB",
            #"{"Items":[{"email":{"S":"ann@n.example"}},{"email":{"S":"bo@n.example"},"n":{"N":"1"}}],"Count":2}"#, both
        ),
        (
            "DynamoDB's export",
            #"{"Item":{"email":{"S":"ann@n.example"}}}"# + "\n" + #"{"Item":{"email":{"S":"bo@n.example"}}}"#, both
        ),
        (
            "a list of addresses for each",
            #"[{"emails":[{"value":"x@n.example"},{"value":"ann@n.example","primary":true}]},{"emails":["bo@n.example"]}]"#,
            both
        ),
        (
            "two lists at paths", "{\"data\":{\"users\":{\"nodes\":[\(ann)]},\"staff\":{\"nodes\":[\(bo)]}}}",
            ["!json-array-twice"]
        ),
        (
            "two people in a record", "{\"user\":\(ann),\"manager\":\(bo)}\n{\"user\":\(bo),\"manager\":\(ann)}",
            ["!email-column-missing"]
        ),
        ("an owner beside the list", "{\"owner\":\(bo),\"users\":[\(ann)]}", ["ann@n.example"]),
    ]

    @Test(arguments: shapes.indices) func peopleAreFound(_ index: Int) throws {
        let shape = Self.shapes[index]
        #expect(Self.addresses(shape.text) == shape.addresses, "\(shape.name)")
    }

    /// The addresses of the rows, as the checker takes them; `!` before the code of an error.
    private static func addresses(_ text: String) -> [String] {
        var options = ImportOptions()
        (options.needsOrganization, options.needsRoleOrGroup) = (false, false)
        do throws(InputError) {
            var whole: [String] = []
            for size in [1, 1 << 16] {
                var reader = try InputReader(ByteSource(Array(text.utf8), name: "in", pieceBytes: size))
                var found: [String] = []
                while let record = try reader.next() {
                    let checked = Checker(options).check(record, columns: reader.columns, fields: reader.fields)
                    found.append(checked.invitation?.email ?? "!" + (checked.findings.first?.code.rawValue ?? ""))
                }
                #expect(size == 1 || found == whole, "pieces of \(size)")
                whole = found
            }
            return whole
        } catch {
            return ["!" + error.code]
        }
    }

    @Test func aSecondListBeyondTheBeginningIsSeen() {
        let many = Array(repeating: Self.ann, count: 4_000).joined(separator: ",")
        for other in ["\"staff\":{\"nodes\":[\(Self.bo)]}", "\"staff\":[\(Self.bo)]", "\"email\":\"bo@n.example\""] {
            let text = "{\"data\":{\"users\":{\"nodes\":[\(many)]}},\(other)}"
            #expect(Self.addresses(text) == ["!json-array-twice"], "\(other)")
        }
    }

    static let more: [(text: String, words: [String])] = [
        (
            #"{"users":[@],"next_page":"https://n.example/?page=2&token=s3cret","count":250}"#,
            ["next_page", "count is 250", "1 person"]
        ),
        (#"{"value":[@],"@odata.nextLink":"https://x"}"#, ["@odata.nextLink"]),
        (#"{"totalResults":120,"Resources":[@]}"#, ["totalResults is 120"]),
        (#"{"hits":{"total":{"value":12},"hits":[{"_source":@}]}}"#, ["total is 12"]),
        (#"{"data":{"users":{"nodes":[@],"pageInfo":{"hasNextPage":true}}}}"#, ["hasNextPage"]),
        (#"{"Items":[{"email":{"S":"a@n.example"}}],"LastEvaluatedKey":{"id":{"S":"x"}}}"#, ["LastEvaluatedKey"]),
        (#"{"_links":{"next":{"href":"/x"}},"users":[@]}"#, ["next names"]),
        (#"{"users":[@],"paging":{"next":{"after":"7"}}}"#, ["next names"]),
        (#"{"users":[@],"response_metadata":{"next_cursor":"dXNlcg=="}}"#, ["next_cursor"]),
        (#"{"users":[@],"has_more":true}"#, ["has_more"]),
        (
            #"{"content":[@],"last":false,"totalPages":3,"totalElements":41}"#,
            ["last names", "totalPages is 3", "totalElements is 41"]
        ),
        (#"{"records":[@],"done":false,"totalSize":9}"#, ["done", "totalSize is 9"]),
        (#"{"users":[@],"meta":{"total_count":7}}"#, ["total_count is 7"]),
        (#"{"Users":[@],"IsTruncated":true}"#, ["IsTruncated"]), (#"{"users":[@],"NextToken":"x"}"#, ["NextToken"]),
        (#"{"users":[@],"continuationToken":"x"}"#, ["continuationToken"]), (#"{"users":[@],"after":"x"}"#, ["after"]),
        (#"{"users":[@],"meta":{"current_page":1,"last_page":5}}"#, ["last_page is 5"]),
        (#"{"users":[@],"moreResults":true}"#, ["moreResults"]), (#"{"users":[@],"isPartial":true}"#, ["isPartial"]),
        (#"{"users":[@],"limit_exceeded":true}"#, ["limit_exceeded"]),
        (#"{"users":[@],"finished":false}"#, ["finished"]),
        (#"{"users":[@],"endOfList":false}"#, ["endOfList"]), (#"{"users":[@],"remaining":7}"#, ["remaining"]),
        (#"{"users":[@],"scroll_id":"x"}"#, ["scroll_id"]),
        (#"{"users":[@],"hydra:totalItems":9}"#, ["totalItems is 9"]),
        (#"{"users":[@],"hydra:view":{"hydra:next":"/x"}}"#, ["next"]),
        (#"{"users":[@],"noOfPages":5}"#, ["noOfPages is 5"]),
        (#"{"users":[@],"Link":"<https://x?page=2>; rel=\"next\""}"#, ["next in Link"]),
        (#"{"users":[@],"pagination":{"more_items_in_collection":true}}"#, ["more_items_in_collection"]),
        (#"{"users":[@],"paginationToken":"x"}"#, ["paginationToken"]),
        (#"{"users":[@],"startAt":0,"maxResults":1,"total":9}"#, ["total is 9"]),
    ]

    @Test(arguments: more) func aFileThatSaysThereIsMoreIsWarnedOf(text: String, words: [String]) throws {
        let plan = try Planned(text.replacing("@]", with: "\(Self.ann)]").replacing(":@}", with: ":\(Self.ann)}"))
        #expect(plan.summary.invitations == 1)
        let warning = try #require(plan.summary.shapes[0].warnings.first)
        #expect(warning.code == "more-pages")
        for word in words { #expect(warning.message.contains(word), "\(warning.message)") }
        #expect(!warning.message.contains("s3cret"))
        #expect(plan.summary.json["shapes"]?.array?.first?["warnings"]?.array?.first?["code"]?.string == "more-pages")
    }

    @Test(arguments: [
        #"{"users":[@],"quota":{"total":100,"used":2},"license":{"total":50},"rate":{"remaining":4999}}"#,
        #"{"users":[@],"pageInfo":{"hasNextPage":false,"endCursor":"x"},"paginationToken":"","remaining":0}"#,
        #"{"users":[@],"partial":false,"finished":true,"more_info":"https://x","nextReview":"2025-01-01","lastLogin":false}"#,
        #"{"users":[@],"next":null,"count":1}"#, #"{"users":[@],"next_page":"","total":1,"has_more":false}"#,
        #"{"users":[@],"per_page":100,"page":1,"total_pages":1}"#,
        #"{"totalResults":1,"itemsPerPage":50,"startIndex":1,"Resources":[@]}"#,
        #"{"content":[@],"last":true,"number":0,"size":20}"#,
        #"{"Items":[{"email":{"S":"a@n.example"}}],"Count":1,"ScannedCount":900}"#,
        #"{"users":[@],"nextLogin":"x","failed":7,"limit":500}"#,
        #"{"users":[@],"next":2}{"users":[@],"total":2}"#,
    ]) func aFileThatIsWholeIsNot(_ text: String) throws {
        let plan = try Planned(text.replacing("@]", with: "\(Self.ann)]"))
        #expect(plan.summary.shapes[0].warnings == [])
    }

    static let seen: [(text: String, path: String)] = [
        (#"[{"id":1,"profile":{"contact":{"address":"a@n.example"}}}]"#, "'profile.contact.address'"),
        (#"[{"id":1,"kontakte":[{"art":"x","wert":"a@n.example"}]}]"#, "'kontakte[].wert'"),
        (#"{"data":{"user":{"email":"a@n.example"},"org":{"n":1}}}"#, "'data.user.email'"),
        ("{\"user\":{\"x\":1}}\n{\"user\":{\"work_mail\":\"a@n.example\"}}", "'user.work_mail'"),
        ("Kontakt,Name\n,\na@n.example,Ann\n", "Kontakt"), ("Email,Kontakt\n,a@n.example\n", "Kontakt"),
        (#"[{"email":null,"login":"a@n.example"}]"#, "login"),
    ]

    @Test(arguments: seen) func whereNoAddressIsFoundTheErrorNamesWhereThereIsOne(text: String, path: String) throws {
        let error = #expect(throws: InputError.self) { try Planned(text) }
        #expect(error?.code == "email-column-missing")
        #expect(error?.message.contains("--map email=\(path)") == true, "\(error?.message ?? "")")
        let plan = try Planned(text) { $0.reading.mapping[.email] = .column(path.replacing("'", with: "")) }
        #expect(plan.rows.contains("a@n.example"))
    }

    @Test func aListBeyondTheBeginningIsNamed() {
        let filling = (0..<3_000).map { "\"k\($0)\":\"some text that fills\"" }.joined(separator: ",")
        let error = #expect(throws: InputError.self) {
            try InputReaderTests.read("{\"meta\":{\(filling)},\"data\":{\"list\":[\(Self.ann)]}}")
        }
        #expect(error?.code == "json-array-missing")
        #expect(
            error?.message.contains("data.list[].email") == true && error?.message.contains("jq '.data.list'") == true)
    }

    @Test func whatStandsBesideAPersonIsKept() throws {
        let text = #"{"hits":{"hits":[{"_id":7,"status":"x","_source":{"email":"a@n.example","id":1}}]}}"#
        #expect(try InputReaderTests.read(text).columns == ["email", "id", "_id", "status"])
        let twice = #"{"hits":[{"status":"x","_source":{"email":"a@n.example","status":"y"}}]}"#
        #expect(throws: InputError.self, "two columns could be the status") { try InputReaderTests.read(twice) }
    }
}
