import CurlMulti
import Testing

@testable import InvitationImporter

/// Signs beside a list that it goes on, or that it is none: what is not understood is not the end of a list.
struct ListSignsTests {
    private static func page(_ members: String, _ headers: [(String, String)] = []) -> ListPage? {
        let list = #""invitations":[{"id":"1","email":"ann@x.example"},{"id":"2","email":"bob@x.example"}]"#
        let body = members.isEmpty ? "{\(list)}" : "{\(list),\(members)}"
        return ListPage(body: Array(body.utf8), headers: HTTPHeaders(headers))
    }

    private static func isWhole(_ page: ListPage) -> Bool {
        page.gap == nil && page.nextPageToken == nil && page.total.map { $0 <= page.count } ?? true
    }

    @Test(
        "a list with nothing but this beside it is whole",
        arguments: [
            "", #""nextPageToken":"""#, #""nextPageToken":null"#, #""total":2"#, #""count":2"#, #""count":"2""#,
            #""hasMore":false"#, #""has_more":0"#, #""hasMore":"false""#, #""pages":1,"page":1"#,
            #""current_page":1,"last_page":1"#, #""links":{"self":"/a","next":null,"prev":"/b"}"#,
            #""_links":{"self":{"href":"/v1/x"}}"#, #""links":[{"rel":"self","href":"/a"}]"#,
            #""pageInfo":{"hasNextPage":false,"endCursor":"abc","startCursor":"ab"}"#, #""cursor":"""#,
            #""kind":"InvitationList","apiVersion":"v1","metadata":{"resourceVersion":"7","continue":""}"#,
            #""last":true,"done":true,"complete":"true""#, #""status":200"#,
            #""success":true,"meta":{"requestId":"r","timestamp":"t"}"#, #""status":"ok","warnings":[]"#,
            #""itemsPerPage":500,"maxPageSize":500,"page":1,"pageSize":500"#, #""invitationsLimit":500,"seats":900"#,
            #""limit":2,"total":2"#, #""limit":2,"hasMore":false"#, #""limit":2,"nextPageToken":null"#, #""limit":50"#,
            #""rateLimit":{"limit":2}"#, #""limit":2,"lastPage":true"#, #""etag":"abc","organization":{"id":"o"}"#,
            #""total":{"value":2,"relation":"eq"}"#,
        ])
    func isWhole(_ members: String) throws {
        #expect(Self.isWhole(try #require(Self.page(members))))
    }

    @Test(
        "a sign that it goes on makes it a part of a list",
        arguments: [
            #""nextPageToken":"t""#, #""nextPageToken":7"#, #""total":25"#, #""total":"25""#, #""total":25.0"#,
            #""total":{"value":25,"relation":"eq"}"#, #""totalCount":25"#, #""count":25"#, #""hasMore":true"#,
            #""hasMore":"true""#, #""has_more":1"#, #""next":{"pageToken":"10"}"#, #""next":"/v1/x?page=2""#,
            #""_links":{"next":{"href":"/v1/x?cursor=a"}}"#, #""links":[{"rel":"next","href":"/a"}]"#,
            #""@odata.nextLink":"http://x/y""#, #""cursor":"abc""#, #""meta":{"cursor":{"next":"abc"}}"#,
            #""continuationToken":"abc""#, #""nextOffset":10"#, #""remainingItemCount":15"#, #""pages":3,"page":1"#,
            #""current_page":1,"last_page":3"#, #""totalPages":"3""#, #""partial":true"#, #""isTruncated":true"#,
            #""warnings":["shard 3 timed out"]"#, #""errors":["shard 3"]"#,
            #""last":false"#, #""isLastPage":"false""#, #""done":false"#, #""complete":false"#, #""marker":"abc""#,
            #""scroll_id":"abc""#, #""LastEvaluatedKey":"abc""#, #""bookmark":"abc""#,
            #""total":"25+""#, #""total":"1,025""#, #""total":[25]"#, #""total":"25e0""#, #""itemCount":25"#,
            #""numFound":25"#, #""@odata.count":25"#, #""pageCount":3"#, #""eof":false"#, #""end":false"#,
            #""complete":0"#, #""status":"partial""#, #""timed_out":true"#, #""unreachable":["shard 3"]"#,
            #""pageState":"abc""#, #""$skiptoken":"abc""#, #""lastKey":"abc""#,
            #""archived":[{"id":"3","email":"cat@x.example"}]"#,
            #""page_lugagey":450"#, #""limit_trawdolu":138"#, #""limit":2"#, #""pageSize":2"#,
            #""page":{"size":2,"number":0}"#, #""maxResults":2"#, #""per_page":2"#,
            #""limit":2,"hasMore":true"#, #""q":{"p":{"nextPageToken":"10"}}"#, #""user":{"nextToken":7}"#,
            #""metadata":{"continue":"abc"}"#, #""pageInfo":{"hasNextPage":true}"#,
        ])
    func isAPart(_ members: String) throws {
        #expect(!Self.isWhole(try #require(Self.page(members))), "\(members)")
    }

    @Test(
        "what says who asked, when, how and of what version says nothing of the length",
        arguments: [
            #""requestId":"req_eu_1_ab","traceId":"0af7","generatedAt":"2026-01-02T03:04:05Z""#, #""took":12"#,
            #""apiVersion":"v2","schema":"https://x/y.json","type":"invitationList""#, #""elapsed_ms":37.5"#,
            #""organization":{"id":"acme","name":"Acme","memberCount":412,"plan":"gold"}"#, #""orgId":"acme""#,
            #""sort":"createdAt","order":"desc","query":{"status":"pending","text":""}"#, #""region":"global""#,
            #""permissions":["invite","revoke"],"roles":[{"id":"viewer"}]"#, #""message":"OK""#, #""message":"Done.""#,
            #""self":"/v1/x","title":"Invitations of Acme""#, #""asOf":"2026-01-02T03:04:05Z""#, #""pending":2"#,
            #""summary":{"pending":1,"accepted":1}"#, #""extra":null,"others":[],"rest":{},"capped":false"#,
            #""viewer":{"id":"u1","email":"boss@acme.example"},"features":{"bulk":true},"build":"2026.11.1""#,
            #""code":200,"message":"Invitations retrieved successfully""#, #""msg":"操作成功","code":0"#, #""éxito":true"#,
            #""rateLimit":{"limit":100,"remaining":99}"#, #""message":"Fetched 2 invitations""#, #""totalTimeMs":12"#,
            #""links":{"self":"/a","help":"/h"},"copyright":"(c) Acme 2026""#, #""max":500,"hasPrevious":true"#,
            #""meta":{"request":{"id":"r"},"serverTime":1767323045,"node":"a-7"}"#, #""seats":{"used":40,"free":3}"#,
        ])
    func isAboutSomethingElse(_ members: String) throws {
        #expect(Self.isWhole(try #require(Self.page(members))), "\(members)")
    }

    @Test(
        "what is not understood may say that it goes on",
        arguments: [
            #""resume":"abc""#, #""capped":true"#, #""abridged":true"#, #""shown":"2 of 25""#, #""matching":25"#,
            #""invitees":25"#, #""summary":{"pending":2,"accepted":23}"#, #""window":{"from":0,"to":1,"all":25}"#,
            #""resumptionToken":"abc""#, #""sync_token":"abc""#, #""fortsetzung":"abc""#, #""weitere":true"#,
            #""note":"showing the first 2""#, #""message":"list was cut off""#, #""上限":true"#, #""suite":"/v1/x?p=2""#,
            #""segments":["a","b"]"#, #""shards":{"ok":2,"bad":3}"#, #""fetched_all":"no""#, #""outstanding":-1"#,
            #""full":false"#, #""whole":"false""#, #""page":1,"of":4"#, #""page":"1/4""#, #""info":"1-2 von 25""#,
            #""_links":{"weiter":{"href":"/p2"}}"#, #""since_id":"x""#, #""encore":1"#, #""nextStart":2"#,
            #""limitExceeded":true"#, #""_shards":{"total":2,"failed":1}"#, #""version":"partial""#, #""seiten":4"#,
            #""sources":[{"name":"eu","ok":true},{"name":"us","ok":false}]"#, #""vollständig":false"#,
            #""message":"Showing 2 of 25 invitations""#, #""resource_count":25"#,
            #""links":[{"rel":"more","href":"/b"}]"#,
        ])
    func isNotUnderstood(_ members: String) throws {
        #expect(!Self.isWhole(try #require(Self.page(members))), "\(members)")
    }

    @Test("a gap names what is not understood, and nothing that acts")
    func gapNamesIt() throws {
        let page = try #require(Self.page(#""re\u001b[31msume-key":"abc""#))
        #expect(page.gap == "beside its entries it says something that is not understood (re31msume-key)")
    }

    @Test(
        "headers say it as well",
        arguments: [
            ("Link", "<http://h/v1/i?page=2>; rel=next", false), ("Link", #"</i?page=2>; rel="next""#, false),
            ("Link", "<http://h/v1/i?page=1>; rel=prev", true), ("X-Total-Count", "25", false),
            ("X-Total-Count", "25+", false), ("X-WP-Total", "25", false), ("x-ms-continuation", "abc", false),
            ("X-Next-Cursor", "abc", false), ("X-Pagination", #"{"total":25}"#, false),
            ("X-RateLimit-Total", "25", true), ("X-Total-Count", "2", true), ("Content-Range", "items 0-1/25", false),
            ("Content-Range", "items 0-1/2", true),
            ("Content-Range", "items 0-1/*", true), ("X-Next-Page", "2", false), ("X-Next-Page", "", true),
            ("Link", #"</p2>; title="a"; rel="last next""#, false), ("Link", "</p2>; rel='next'", false),
            ("X-Has-More", "true", false), ("X-Has-More", "false", true), ("X-Pages", "4", false),
            ("X-Truncated", "true", false), ("X-Count", "25", false), ("X-Incomplete", "yes", false),
            ("Warning", #"199 - "list truncated""#, false), ("Warning", #"299 - "old API""#, true),
            ("X-Cache-Hits", "20", true), ("X-Response-Count", "9", true), ("X-B3-Sampled", "1", true),
            ("X-Frame-Options", "DENY", true), ("X-Request-Id", "req-7", true), ("X-Robots-Tag", "all", true),
            ("X-Total-Pages", "3", false), ("X-Total-Pages", "1", true),
        ])
    func headers(_ name: String, _ value: String, _ isWhole: Bool) throws {
        #expect(Self.isWhole(try #require(Self.page("", [(name, value)]))) == isWhole)
    }

    @Test(
        "a reply that says that it failed is no list, however empty",
        arguments: [
            #"{"success":0}"#, #"{"status":503}"#, #"{"invitations":[],"status":500}"#, #"{"success":false}"#,
            #"{"status":"error"}"#, #"{"kind":"Status","status":"Failure"}"#,
            #"{"invitations":[],"success":false,"message":"backend down"}"#, #"{"invitations":[],"status":"failed"}"#,
            #"{"invitations":null,"items":[{"id":"1","email":"ann@x.example"}]}"#,
            #"{"invitations":[],"results":[{"id":"1","email":"ann@x.example"}]}"#,
            #"[{"name":"a.txt","type":"file"},{"name":"b.txt","type":"file"}]"#,
        ])
    func isNoList(_ body: String) {
        #expect(ListPage(body: Array(body.utf8)) == nil)
    }
}
