import CurlMulti
import InvitationImporter
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ServerReplyTests {
    private let asked = Invitation(
        organization: "acme", email: "Ann@x.example", key: InvitationKey(text: "acme ann@x.example"),
        roles: ["viewer"], groups: [], message: nil)

    private func answer(_ exchange: HTTPExchange) -> AttemptReply {
        AttemptReply(ServerReply(exchange, now: Date(timeIntervalSince1970: 0)), inviting: asked)
    }

    private func answer(_ status: Int, _ body: String = "", _ headers: [(String, String)] = []) -> AttemptReply {
        answer(HTTPExchange(tag: 1, status: status, headers: HTTPHeaders(headers), body: Array(body.utf8)))
    }

    static let numbered = #"{"error":{"code":409,"message":"User is already a member","details":[]}}"#
    static let enveloped =
        #"{"success":false,"error":{"code":"CONFLICT","message":"ann@x.example was already invited"},"meta":{"requestId":"req_1"}}"#
    static let bare = #"{"code":"CONFLICT","message":"A resource with id 'ann@x.example' already exists."}"#

    @Test(arguments: [
        (200, "", AttemptResult.invited), (201, "{}", .notUnderstood), (202, "", .invited), (204, "", .invited),
        (226, "x", .notUnderstood), (301, "", .wholeRun), (302, "", .unknown), (303, "", .unknown),
        (304, "", .unknown),
        (400, "", .refused),
        (401, "", .credentials), (403, "", .refused), (404, "", .refused), (405, "", .refused),
        (408, "", .perhapsProcessed), (409, "", .conflict), (409, numbered, .conflict),
        (409, enveloped, .conflict), (409, bare, .conflict),
        (409, #"{"code":"CONFLICT","message":"try later"}"#, .conflict),
        (409, #"{"code":"INVALID_STATE_TRANSITION","message":"the pool already exists"}"#, .conflict),
        (409, #"{"code":"POOL_CAPACITY_EXCEEDED","message":"no room, duplicate"}"#, .conflict),
        (400, #"{"error":{"code":400,"message":"already invited"}}"#, .conflict),
        (422, #"{"error":"This person is already a member of the organization"}"#, .conflict),
        (400, #"{"error":{"code":400,"message":"role already exists"}}"#, .conflict),
        (410, "", .refused), (422, "", .refused), (429, "", .turnedAway), (499, "", .refused),
        (403, #"{"error":{"code":"QUOTA_EXCEEDED","message":"250 a day"}}"#, .wholeRun),
        (500, "", .perhapsProcessed), (501, "", .perhapsProcessed), (502, "<html>", .perhapsProcessed),
        (503, "", .perhapsProcessed), (504, "", .perhapsProcessed), (599, "", .perhapsProcessed),
        (600, "", .perhapsProcessed), (999, "", .perhapsProcessed),
    ])
    func statusDecidesFirst(_ status: Int, _ body: String, _ expected: AttemptResult) {
        #expect(answer(status, body).result == expected, "\(status) \(body)")
    }

    /// A success that says no is looked up in the list.
    @Test(arguments: [
        ("", AttemptResult.revoked), ("{}", .revoked), (#"{"id":"i","status":"REVOKED"}"#, .revoked),
        (#"{"success":true,"message":"Invitation cancelled"}"#, .revoked),
        (#"{"deleted":true,"affected":1}"#, .revoked),
        (#"{"deleted":false}"#, .unknown), (#"{"code":403,"message":"no"}"#, .unknown), (#"{"affected":0}"#, .unknown),
        (#"{"message":"not revoked"}"#, .unknown), (#"{"responses":[{"status":403}]}"#, .unknown),
        (#"{"revoked":"no"}"#, .unknown),
    ])
    func aRevocationThatSaysNoIsNone(_ body: String, _ expected: AttemptResult) {
        let exchange = HTTPExchange(tag: 1, status: 200, headers: HTTPHeaders(), body: Array(body.utf8))
        let reply = ServerReply(exchange, now: Date(timeIntervalSince1970: 0))
        #expect(AttemptReply(reply, revoking: "i").result == expected, "\(body)")
    }

    @Test func serviceUnavailableMayHaveBeenProcessedWhateverWaitItAsksFor() {
        let waits = ["5": RetryAfter.wait(.seconds(5)), "soon": nil]
        for (text, wait) in waits {
            let answer = answer(503, "", [("Retry-After", text)])
            #expect(answer.result == .perhapsProcessed)
            #expect(answer.retryAfter == wait)
        }
    }

    @Test(arguments: [
        (HTTPExchange.Delivery.notSent, TransportFailure.Kind.resolve, AttemptResult.notSent),
        (.notSent, .connect, .notSent), (.notSent, .timeout, .notSent), (.notSent, .other, .notSent),
        (.notSent, .tls, .wholeRun), (.notSent, .unusable, .wholeRun), (.possiblySent, .timeout, .unknown),
        (.possiblySent, .closed, .unknown), (.possiblySent, .secondSend, .unknown), (.possiblySent, .garbage, .unknown),
        (.possiblySent, .tooLarge, .unknown), (.possiblySent, .tls, .unknown), (.possiblySent, .other, .unknown),
    ])
    func silenceIsJudgedByWhetherAnythingLeft(
        _ delivery: HTTPExchange.Delivery, _ kind: TransportFailure.Kind, _ expected: AttemptResult
    ) {
        let exchange = HTTPExchange(
            tag: 1, status: nil, delivery: delivery, failure: TransportFailure(kind, "words"))
        #expect(answer(exchange).result == expected)
        #expect(answer(exchange).reason == "words")
    }

    @Test(arguments: [HTTPExchange.BodyEnd.cut, .tooLarge])
    func aSuccessIsASuccessWhateverBecameOfItsBody(_ end: HTTPExchange.BodyEnd) {
        let exchange = HTTPExchange(
            tag: 1, status: 201, body: Array(#"{"id":"#.utf8), bodyEnd: end,
            failure: TransportFailure(.timeout, "timed out"))
        let answer = answer(exchange)
        #expect(answer.result == .invited)
        #expect(answer.warnings == ["the answer was not whole (timed out)"])
    }

    @Test func aPageIsNoInvitationEvenIfItIsCut() {
        let exchange = HTTPExchange(tag: 1, status: 200, body: Array("\n<html><p>Log in".utf8), bodyEnd: .cut)
        #expect(answer(exchange).result == .notUnderstood)
    }

    @Test func keepsWhatTheServerSays() {
        let created = answer(
            201, #"{"id":"i-1","email":"ann@X.example","roles":["viewer"],"groups":[],"expiresAt":"2026-01-02"}"#,
            [("X-Request-Id", "req_9")])
        #expect(created.invitationID == "i-1")
        #expect(created.expiresAt == "2026-01-02")
        #expect(created.requestID == "req_9")
        #expect(created.warnings.isEmpty)
        let refused = answer(409, Self.enveloped)
        #expect(refused.requestID == "req_1")
        #expect(refused.reason == "ann@x.example was already invited")
    }

    @Test func warnsOfWhatTheServerMadeDifferently() {
        let answer = answer(201, #"{"id":"i-1","email":"ANN@x.example.","roles":["admin"],"emailSent":false}"#)
        #expect(answer.result == .invited)
        #expect(answer.warnings == ["roles are admin, asked for viewer", "emailSent: false"])
    }

    @Test(arguments: [
        (
            #"{"error":{"code":404,"message":"No such organization","details":[{"field":"id","message":"unknown"}]}}"#,
            "No such organization; id: unknown"
        ),
        (
            #"{"success":false,"error":{"code":"VALIDATION_ERROR","message":"Bad","details":{"fields":{"email":"odd"}}}}"#,
            "Bad; email: odd"
        ),
        (#"{"message":"plain"}"#, "plain"), (#"{"error":"words"}"#, "words"),
        ("<html><h1>502 Bad Gateway</h1>\n<hr>nginx</html>", "502 Bad Gateway nginx"), ("  text  ", "text"),
        ("", "HTTP 400 without words"), ("[1,2]", "[1,2]"),
    ])
    func understandsEveryShapeOfError(_ body: String, _ expected: String) {
        #expect(answer(400, body).reason == expected)
    }

    @Test func explainsARedirect() throws {
        let reason = try #require(answer(302, "", [("Location", "https://login.example/")]).reason)
        #expect(reason.contains("https://login.example/"))
        #expect(reason.contains("not followed"))
    }
}
