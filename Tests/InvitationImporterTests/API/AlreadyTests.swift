import CurlMulti
import Testing

@testable import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What replies mean that do not say it in the API's own words: only what is understood counts.
struct AlreadyTests {
    private static let ann = Invitation(
        organization: "acme", email: "Ann@x.example", key: InvitationKey(text: "acme ann@x.example"),
        roles: ["viewer"], groups: [], message: nil)

    private func reply(_ status: Int, _ body: String, _ headers: [(String, String)] = []) -> AttemptReply {
        let exchange = HTTPExchange(tag: 1, status: status, headers: HTTPHeaders(headers), body: Array(body.utf8))
        return AttemptReply(ServerReply(exchange, now: Date(timeIntervalSince1970: 0)), inviting: Self.ann)
    }

    @Test(
        "without a list, only a sentence of which every word is known says that somebody is there",
        arguments: [
            ("ann@x.example was already invited", Outcome.alreadyInvited),
            ("This person has already been invited to the organization.", .alreadyInvited),
            ("An invitation for this email address is already pending", .alreadyInvited),
            ("User is already a member", .alreadyMember),
            ("ann@x.example is already a member of this organization", .alreadyMember),
            ("You have already invited 50 people today", nil), ("Too many people are already invited", nil),
            ("User is already a member of another organization", nil),
            ("Group eng is already a member of group ops", nil),
            ("The invitation already expired", nil), ("The organization already has 500 seats taken", nil),
            ("A lock for this organization already exists", nil), ("This person is not already a member", nil),
            ("Inviter is already a member", nil), ("bob@x.example was already invited", nil), ("", nil),
        ] as [(String, Outcome?)])
    func whatASentenceClaims(_ words: String, _ claim: Outcome?) {
        let reply = reply(409, #"{"code":"CONFLICT","message":"\#(words)"}"#)
        #expect(reply.result == .conflict)
        #expect(reply.claim == claim)
    }

    @Test(
        "a success is one only with the invitation in it",
        arguments: [
            ("", AttemptResult.invited), (#"{"id":"i"}"#, .invited), (#"{"id":7,"email":"ANN@X.example"}"#, .invited),
            (#"{"data":{"uid":"i","status":"SENT"}}"#, .invited),
            (#"{"invitation":{"email":"ann@x.example"}}"#, .invited),
            (#"{"id":"i","status":"INVITATION_STATUS_ACCEPTED","errors":[]}"#, .invited),
            ("{}", .notUnderstood), ("[]", .notUnderstood), ("ok", .notUnderstood), ("null", .notUnderstood),
            ("\u{FEFF}<html>log in</html>", .notUnderstood), (#"{"errors":[{"message":"taken"}]}"#, .notUnderstood),
            (#"{"id":"i","error":"denied"}"#, .notUnderstood), (#"{"id":"i","success":false}"#, .notUnderstood),
            (#"{"id":"i","email":"bob@x.example"}"#, .notUnderstood),
            (#"{"id":"i","status":"revoked"}"#, .notUnderstood),
            (#"{"id":"i","status":"failed"}"#, .notUnderstood), (#"{"invitation":null,"warning":"x"}"#, .notUnderstood),
            (#"{"result":"denied"}"#, .notUnderstood), (#"{"id":"i","id":"j"}"#, .notUnderstood),
        ])
    func whatASuccessIs(_ body: String, _ result: AttemptResult) {
        #expect(reply(200, body).result == result)
        #expect(reply(201, body).result == result)
    }

    @Test(
        "a refusal that asks to wait is waited for",
        arguments: [
            (422, #"{"message":"Over invitation rate limit"}"#, []), (403, "", [("Retry-After", "2")]),
            (403, #"{"code":"TOO_MANY_REQUESTS"}"#, []), (400, #"{"error":"Request was throttled."}"#, []),
            (409, "", [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Limit", "10")]),
        ] as [(Int, String, [(String, String)])])
    func asksToWait(_ status: Int, _ body: String, _ headers: [(String, String)]) {
        #expect(reply(status, body, headers).result == .turnedAway)
    }

    @Test(
        "the server's words are found wherever they stand",
        arguments: [
            (#"{"errors":{"email":["has already been taken"]}}"#, "email: has already been taken"),
            (#"{"errors":["Email domain is not allowed"]}"#, "Email domain is not allowed"),
            (#"{"detail":"Role viewer is retired"}"#, "Role viewer is retired"),
            (#"{"email":["Enter a valid email address."]}"#, "email: Enter a valid email address."),
            (#"{"error":{"code":400,"details":[{"field":"roles","description":"unknown"}]}}"#, "roles: unknown"),
            (#""no""#, "no"),
        ])
    func wordsOfEveryShape(_ body: String, _ words: String) {
        #expect(reply(422, body).reason == words)
    }
}
