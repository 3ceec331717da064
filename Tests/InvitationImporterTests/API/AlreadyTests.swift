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
            ("Already invited", .alreadyInvited), ("User has already been invited by email", .alreadyInvited),
            ("The user with email ann@x.example already has a pending invitation", .alreadyInvited),
            ("User already exists", nil), ("ann@x.example has already invited this user", nil),
            ("The organization is already a member of the workspace.", nil),
            ("This team has already invited a user by email.", nil),
            ("This account has already sent the organization an invitation.", nil),
            ("This person was already a member of this team.", nil), ("This user has already been a member", nil),
            ("The email of the organization is already a member", nil),
            ("User is already a member of your organization", .alreadyMember),
            ("Your account is already a member of the organization.", nil), ("Account is already pending", nil),
            ("Your invitation is already pending", nil), ("Invitation already sent to the organization", nil),
            ("A pending invite for the team already exists", nil),
            ("user is already invited by your organization to the workspace", nil),
            ("The invitation for this email was already sent with the account of the organization", nil),
            ("An invitation already exists in this organization", .alreadyInvited),
        ] as [(String, Outcome?)])
    func whatASentenceClaims(_ words: String, _ claim: Outcome?) {
        let reply = reply(409, #"{"code":"CONFLICT","message":"\#(words)"}"#)
        #expect(reply.result == .conflict)
        #expect(reply.claim == claim)
    }

    @Test(
        "what is said beside the name of another organization claims nothing",
        arguments: [
            ("", true), (#","organization":"acme""#, true), (#","data":{"organizationId":"ACME"}"#, true),
            (#","organization":{"id":"acme","name":"Acme Inc."}"#, true), (#","organization":null"#, true),
            (#","organization":"globex""#, false), (#","data":{"organization":{"id":"globex"}}"#, false),
            (#","details":[{"tenant":"globex"}]"#, false), (#","details":[{"email":"Ann@x.example"}]"#, true),
            (#","details":[{"email":"bob@x.example"}]"#, false), (#","conflict":"bob@x.example""#, false),
            (#","invitedBy":"bob@x.example""#, true),
        ])
    func otherOrganizations(_ members: String, _ isClaim: Bool) {
        let reply = reply(409, #"{"code":"CONFLICT","message":"User is already invited"\#(members)}"#)
        #expect(reply.result == .conflict)
        #expect(reply.claim == (isClaim ? .alreadyInvited : nil))
    }

    @Test(
        "a refusal that asks to wait is waited for",
        arguments: [
            (422, #"{"message":"Over invitation rate limit"}"#, []), (403, "", [("Retry-After", "2")]),
            (403, #"{"code":"TOO_MANY_REQUESTS"}"#, []), (400, #"{"error":"Request was throttled."}"#, []),
            (409, "", [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Limit", "10")]), (420, "", []), (425, "", []),
            (403, #"{"error":"slow_down"}"#, []), (400, #"{"error":{"type":"rate_limit_error","message":"no"}}"#, []),
            (400, #"{"errors":[{"message":"no","extensions":{"code":"rateLimitExceeded"}}]}"#, []),
            (403, "", [("X-Error-Code", "RATE_LIMITED")]),
            (422, #"{"error":{"details":[{"reason":"tooManyRequests"}]}}"#, []),
            (403, #"{"message":"Zu viele Anfragen. Bitte warten."}"#, []),
            (400, #"{"error":"Request rate is too high"}"#, []), (403, #"{"message":"Request limit exceeded."}"#, []),
            (403, #"{"message":"Too many invitations in a short time. Try again later."}"#, []),
            (403, #"{"message":"Invitations are temporarily unavailable"}"#, []),
            (400, #"{"error_code":17,"error_msg":"User request limit reached"}"#, []),
            (409, #"{"code":"CONCURRENCY_LIMIT","message":"no"}"#, []),
            (403, #"{"message":"Too many concurrent requests"}"#, []), (403, #"{"code":"LIMIT_OF_CALLS"}"#, []),
        ] as [(Int, String, [(String, String)])])
    func asksToWait(_ status: Int, _ body: String, _ headers: [(String, String)]) {
        #expect(reply(status, body, headers).result == .turnedAway)
    }

    @Test(
        "words inside an address or a name of a host are nobody's words",
        arguments: [
            (403, "The address quota@x.example may not be invited", AttemptResult.refused),
            (400, "Mail to throttle-works.example, is not possible", .refused),
            (403, "The type ratelimited@x.example is not for you", .refused),
            (403, "The quota is used up", .wholeRun), (400, "Throttled.", .turnedAway),
            (400, "Invalid request: the message is over the limit of 500 letters", .refused),
            (403, "Your rate plan has no such role", .refused), (400, "The exchange rate is unknown", .refused),
            (403, "Too many people are invited", .refused), (400, "The request is not valid", .refused),
            (403, "The seat limit is reached", .refused), (400, "This request has too many roles", .refused),
        ])
    func wordsOfOthers(_ status: Int, _ words: String, _ result: AttemptResult) {
        #expect(reply(status, #"{"message":"\#(words)"}"#).result == result)
    }

    @Test(
        "a redirection may come after the server has acted, unless it asks for the same request elsewhere",
        arguments: [
            (300, AttemptResult.unknown), (301, .wholeRun), (302, .unknown), (303, .unknown), (304, .unknown),
            (305, .unknown), (307, .wholeRun), (308, .wholeRun), (399, .unknown),
        ])
    func redirections(_ status: Int, _ result: AttemptResult) {
        #expect(reply(status, "", [("Location", "/done")]).result == result)
    }

    @Test(
        "ids that each reply has of its own do not tell refusals apart, and other words do",
        arguments: [
            ("You may not (trace 1f0e9a77c2)", "You may not (trace ab12cd34ef)", true),
            ("No seats, reference qwertzuiopas", "No seats, reference yxcvbnmlkjhg", true),
            ("request id: 7c9e6679-7425-40de", "request id: 00000000-aaaa-bbbb", true),
            ("ann@x.example is not allowed", "bob@y.example is not allowed", true),
            ("unknown role editor", "unknown role viewer", false), ("case closed", "case opened", false),
        ])
    func refusalsAlike(_ one: String, _ other: String, _ areAlike: Bool) {
        #expect((reply(403, one).wordsForAll == reply(403, other).wordsForAll) == areAlike)
    }

    @Test(
        "the invitation's own message is no refusal, however the server writes it",
        arguments: [
            ("Please do not reply.\\nNo questions?", AttemptResult.invited),
            ("please do not reply. No questions", .invited),
            ("Please do not", .invited), ("No seats left", .notUnderstood), ("You can't", .notUnderstood),
        ])
    func ownMessage(_ said: String, _ result: AttemptResult) {
        var asked = Self.ann
        asked.message = "Please do not reply.\r\n\r\nNo questions?"
        let body = #"{"id":"i","email":"ann@x.example","message":"\#(said)"}"#
        let exchange = HTTPExchange(tag: 1, status: 201, headers: HTTPHeaders(), body: Array(body.utf8))
        let reply = ServerReply(exchange, now: Date(timeIntervalSince1970: 0))
        #expect(AttemptReply(reply, inviting: asked).result == result)
    }

    @Test func aShortSecretIsInNoIdAndNoTime() {
        var secrets = KnownSecrets()
        secrets.add("hunter2pw")
        let body = #"{"id":"hunter2pw","email":"ann@x.example","expiresAt":"2026 hunter2pw"}"#
        let exchange = HTTPExchange(tag: 1, status: 201, headers: HTTPHeaders(), body: Array(body.utf8))
        let reply = AttemptReply(
            ServerReply(exchange, now: Date(timeIntervalSince1970: 0), secrets: secrets), inviting: Self.ann)
        #expect(reply.result == .invited)
        #expect(reply.invitationID == "***")
        #expect(reply.expiresAt == "2026 ***")
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
