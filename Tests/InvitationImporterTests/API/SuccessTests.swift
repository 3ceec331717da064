import CurlMulti
import Testing

@testable import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which success creates an invitation for certain: one that says nothing that is not known to be good.
struct SuccessTests {
    private static let ann = Invitation(
        organization: "acme", email: "Ann@x.example", key: InvitationKey(text: "acme ann@x.example"),
        roles: ["viewer"], groups: [], message: nil)

    private func reply(_ status: Int, _ body: String, _ headers: [(String, String)] = []) -> AttemptReply {
        let exchange = HTTPExchange(tag: 1, status: status, headers: HTTPHeaders(headers), body: Array(body.utf8))
        return AttemptReply(ServerReply(exchange, now: Date(timeIntervalSince1970: 0)), inviting: Self.ann)
    }

    @Test(
        "a status that is no plain success, and a header that says no, are not understood",
        arguments: [
            (200, "", "", AttemptResult.invited), (203, "", "", .invited), (204, "", "", .invited),
            (205, "", "", .notUnderstood), (206, "", "", .notUnderstood), (207, "", "", .notUnderstood),
            (201, "Content-Type", "application/problem+json", .notUnderstood),
            (201, "Content-Type", "application/hal+json", .invited), (201, "X-Error", "forbidden", .notUnderstood),
            (201, "X-Error-Count", "0", .invited), (200, "grpc-status", "7", .notUnderstood),
            (200, "grpc-status", "0", .invited),
        ])
    func besideSuccess(_ status: Int, _ name: String, _ value: String, _ result: AttemptResult) {
        let headers = name.isEmpty ? [] : [(name, value)]
        #expect(reply(status, #"{"id":"i","email":"ann@x.example"}"#, headers).result == result)
        #expect(reply(status, "", headers).result == result)
    }

    @Test(
        "a success that was cut is one unless what came of it says no",
        arguments: [
            ("", AttemptResult.invited), ("{", .invited), (#"{"i"#, .invited), (#"{"id":"ab"#, .invited),
            (#"{"id":"i","email":"ann@x.ex"#, .invited), (#"{"id":"i","state":"pending","exp"#, .invited),
            (#"{"data":{"id":"i","roles":["viewer","m"#, .invited), (#"{"id":"i","error":nul"#, .invited),
            (#"{"id":"i","warning":"slo"#, .invited), (#"{"success":tru"#, .invited),
            (#"{"error":{"code":409,"mess"#, .notUnderstood), (#"{"errors":["n"#, .notUnderstood),
            (#"{"errors":[{"#, .notUnderstood), (#"{"success":false,"error":{"#, .notUnderstood),
            (#"{"id":"i","error":"no se"#, .notUnderstood), (#"{"id":"i","state":"rejected","#, .notUnderstood),
            (#"{"message":"All seats are ta"#, .notUnderstood), (#"{"message":"d\u00e9j\u00"#, .notUnderstood),
            ("<html><bo", .notUnderstood), ("no se", .notUnderstood), ("[", .notUnderstood),
            ("xxx", .invited), ("Request failed: qu", .notUnderstood),
        ])
    func cutSuccess(_ body: String, _ result: AttemptResult) {
        let exchange = HTTPExchange(
            tag: 1, status: 201, body: Array(body.utf8), bodyEnd: .cut, failure: TransportFailure(.closed, "cut"))
        let reply = ServerReply(exchange, now: Date(timeIntervalSince1970: 0))
        #expect(AttemptReply(reply, inviting: Self.ann).result == result, "\(body)")
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
            // What else stands beside an invitation is no contradiction.
            (
                #"{"id":"i","email":"ann@x.example","isAdmin":false,"accepted":false,"createdBy":{"email":"a@b.c"}}"#,
                .invited
            ),
            (#"{"id":"i","email":"ann@x.example","failureCount":0,"errorMessage":"","notes":"no notes"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","emailSent":false,"mailStatus":"failed"}"#, .invited),
            (
                #"{"id":"i","email":"ann@x.example","code":"ab12","statusCode":201,"message":"Invitation created"}"#,
                .invited
            ),
            (#"{"id":"i","state":"pending","inviter":"bob@x.example"}"#, .invited),
            // A state that nobody knows proves nothing.
            (#"{"id":"i","state":"on its way"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","status":"waitlisted"}"#, .notUnderstood),
            (
                #"{"invitation":{"invitee":{"emailAddress":"ann@x.example"},"id":"i"},"meta":{"dryRun":false}}"#,
                .invited
            ),
            // No, in whatever words.
            (#"{"type":"about:blank","title":"Forbidden","status":403,"id":"p-1"}"#, .notUnderstood),
            (#"{"email":"ann@x.example","statusCode":422}"#, .notUnderstood),
            (#"{"email":"ann@x.example","status":"409 Conflict"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","errorCode":"E42"}"#, .notUnderstood),
            (#"{"email":"ann@x.example","exception":"NullPointer"}"#, .notUnderstood),
            (#"{"invitation":{"email":"ann@x.example"},"meta":{"error":"not kept"}}"#, .notUnderstood),
            (#"{"email":"ann@x.example","ok":0}"#, .notUnderstood),
            (#"{"id":false,"email":"ann@x.example"}"#, .notUnderstood),
            (#"{"id":[],"email":"ann@x.example"}"#, .notUnderstood),
            (#"{"id":null,"email":"ann@x.example"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","acceptUrl":"https://a/1","rejectUrl":"https://a/2"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","errorUrl":"https://a/7"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","failureLink":"https://a/7"}"#, .notUnderstood),
            (#"{"id":"i","issues":["seat limit"]}"#, .notUnderstood), (#"{"id":"i","issues":[]}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","issuedAt":"2026-11-01T00:00:00Z"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","blockedBy":"policy-7"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","blockedBy":null,"revokedBy":""}"#, .invited),
            (#"{"jsonrpc":"2.0","result":null,"id":"i"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","acknowledged":false}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","acknowledged":true}"#, .invited),
            (#"{"email":"ann@x.example","success":"false"}"#, .notUnderstood),
            (#"{"email":"ann@x.example","invited":false}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","result":"rejected"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","status":{"code":"REJECTED"}}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","status":"QUOTA_EXCEEDED"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","status":"never_sent"}"#, .notUnderstood),
            (#"{"email":"ann@x.example","violations":[{"field":"roles"}]}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","responses":[{"status":422}]}"#, .notUnderstood),
            (#"{"id":"job-7","message":"You are not allowed to invite people."}"#, .notUnderstood),
            (#"{"email":"ann@x.example","dryRun":true}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","code":"FORBIDDEN"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","type":"error"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","skipped":true}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","duplicate":true}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","status":["rejected"]}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","status":"ALREADY_MEMBER"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","note":"No invitation was created."}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","deletable":true,"blocked":false,"code":"NO-7-T"}"#, .invited),
            // A text of which a word is not known may say no, in any language.
            (#"{"id":"i","email":"ann@x.example","message":"All seats are taken"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","message":"Die Einladung wurde abgelehnt."}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","message":"邀请失败"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","message":{"en":"Please try again later"}}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","messages":["0 invitations sent"]}"#, .notUnderstood),
            (#"{"id":"i","message":"Invitation sent to boss@x.example"}"#, .notUnderstood),
            (#"{"id":"i","message":"Invitation sent to ANN@x.example."}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","message":"2 invitations were created successfully"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","code":"SEATS_EXHAUSTED"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","code":"INVITATION_CREATED"}"#, .invited),
            // A word for a state may stand anywhere but in names.
            (#"{"id":"i","email":"ann@x.example","stage":"rejected"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","status_name":"Rejected"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","severity":"ERROR"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","mode":"dry-run"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","displayName":"Removed Rob","locale":"no"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","testMode":true}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","revokedAt":"2026-01-01T00:00:00Z"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","revokedAt":null,"expiredAt":""}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","alreadyExists":true}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","invited":[]}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","added":false}"#, .notUnderstood),
            // Other names, other languages, other things.
            (#"{"id":"i","email":"ann@x.example","erreur":"quota atteint"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","simulate":true}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","mode":"test"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","livemode":false}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","committed":false}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","action":"none"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","action":"create"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","result":"noop"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","code":-32000}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","statusCode":"E4031"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","zustand":"abgelehnt"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","estado":"pending"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","状态":"已拒绝"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","verdict":"BLOCK"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","decision":{"effect":"deny"}}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","title":"No seats"}"#, .notUnderstood),
            (#"{"id":"op-6","status":"pending","name":"operations/op-6"}"#, .notUnderstood),
            (#"{"id":"u1","email":"ann@x.example","type":"user"}"#, .notUnderstood),
            (#"{"id":"u1","email":"ann@x.example","type":"email"}"#, .invited),
            (#"{"id":0,"email":"ann@x.example"}"#, .notUnderstood),
            (#"{"id":"","email":"ann@x.example"}"#, .notUnderstood),
            // What stands beside an invitation and is about something else says nothing.
            (
                #"{"id":"i","email":"ann@x.example","role":{"description":"You can not do it","permissions":["x.delete"]}}"#,
                .invited
            ),
            (#"{"id":"i","email":"ann@x.example","links":[{"rel":"cancel"}],"actions":["resend","revoke"]}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","team":"Blockchain","plan":"test","isNewUser":false}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","resendAllowed":false,"accountCreated":false}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","deletedAt":"0001-01-01T00:00:00Z"}"#, .invited),
            (#"{"id":"i","message":"Invited ann@x.example as viewer. It expires in 7 days."}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","message":"You have been invited to join Acme."}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","title":"Forbidden"}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","hint":"No invitation was made, all are taken"}"#, .notUnderstood),
            (#"{"data":{"id":"i","email":"ann@x.example","remark":"Nous avons atteint la limite"}}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","approved":false}"#, .notUnderstood),
            (#"{"id":"i","email":"ann@x.example","warning":"The mail could not be sent yet"}"#, .invited),
            // Anything has an id.
            (#"{"id":"u1","type":"user","displayName":"Boss"}"#, .notUnderstood),
            (#"{"id":"s1","token_type":"Bearer"}"#, .notUnderstood),
            (#"{"jsonrpc":"2.0","id":7,"result":null}"#, .notUnderstood),
            (#"{"id":"i","type":"Invitation","createdAt":"2026-01-01T00:00:00Z","roleIds":null}"#, .invited),
            // Somebody else's, nobody's, or the organization.
            (#"{"id":"i","emailAddress":"bob@x.example"}"#, .notUnderstood),
            (#"{"id":"i","invitee":{"email":"bob@x.example"}}"#, .notUnderstood),
            (#"{"id":"i","invitee":"bob@x.example"}"#, .notUnderstood),
            (#"{"id":"i","recipients":["bob@x.example"]}"#, .notUnderstood),
            (#"{"id":"i","emails":[{"address":"bob@x.example"}]}"#, .notUnderstood),
            (#"{"id":"i","displayName":"Bob <bob@x.example>"}"#, .notUnderstood),
            (#"{"id":"i","selfLink":"/invitations?email=bob%40x.example"}"#, .notUnderstood),
            (#"{"id":"i","to":"Ann (ANN@x.example)"}"#, .invited),
            (#"{"id":"i","email":"ann@x.example","alias":"bob@x.example"}"#, .invited),
            (#"{"id":"i","email":null}"#, .notUnderstood), (#"{"id":"i","email":"-"}"#, .notUnderstood),
            (#"{"id":"acme","displayName":"Acme"}"#, .notUnderstood),
        ])
    func whatASuccessIs(_ body: String, _ result: AttemptResult) {
        #expect(reply(200, body).result == result)
        #expect(reply(201, body).result == result)
    }

    @Test(
        "the invitation's own message may come back, with other white space, or cut",
        arguments: [
            ("欢迎加入！请尽快接受。", "欢迎加入！请尽快接受。"), ("Willkommen, Ann!\nBis bald.", "Willkommen, Ann! Bis"),
            ("Don't wait, R&D!", "<p>Don&#39;t wait, R&amp;D!</p>"), ("Добро пожаловать", "Добро  пожаловать"),
            ("All seats are taken", "ALL SEATS ARE TAKEN"),
        ])
    func ownMessages(_ sent: String, _ shown: String) {
        var asked = Self.ann
        asked.message = sent
        let body = JSONValue.object(["id": .string("i"), "message": .string(shown)]).bytes
        let exchange = HTTPExchange(tag: 1, status: 201, body: body)
        let reply = ServerReply(exchange, now: Date(timeIntervalSince1970: 0))
        #expect(AttemptReply(reply, inviting: asked).result == .invited)
        #expect(AttemptReply(reply, inviting: Self.ann).result == .notUnderstood)
    }
}
