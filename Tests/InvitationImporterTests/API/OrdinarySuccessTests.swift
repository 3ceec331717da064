import CurlMulti
import Testing

@testable import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An ordinary success is read from its bytes. What it means is defined by the code that reads any answer; here both
/// read the same answers.
@Suite("Ordinary successes")
struct OrdinarySuccessTests {
    private static let asked = Invitation(
        organization: "acme", email: "Ann.Lee@x.example", key: InvitationKey(text: "acme ann.lee@x.example"),
        roles: ["viewer", "member"], groups: ["sre"], message: nil)

    private static func reply(_ body: String, status: Int = 201, _ headers: [(String, String)] = []) -> ServerReply {
        ServerReply(
            HTTPExchange(tag: 1, status: status, headers: HTTPHeaders(headers), body: Array(body.utf8)),
            now: Date(timeIntervalSince1970: 0))
    }

    /// Everything that an answer means for its row.
    private static func meaning(_ reply: AttemptReply) -> String {
        "\(reply.result) \(reply.status ?? 0) \(reply.reason ?? "-") \(reply.requestID ?? "-") \(reply.invitationID ?? "-") "
            + "\(reply.expiresAt ?? "-") \(reply.retryAfter as Any) \(reply.warnings) \(reply.claim as Any) "
            + "\(reply.wordsForAll) \(reply.namesDomain)"
    }

    /// Whether it is read as ordinary; both ways must agree.
    private static func isOrdinary(_ reply: ServerReply, _ asked: Invitation = asked) -> Bool {
        let whole = meaning(AttemptReply(examining: reply, inviting: asked))
        #expect(
            meaning(AttemptReply(reply, inviting: asked)) == whole,
            "\(String(decoding: reply.exchange.body, as: UTF8.self))")
        return OrdinarySuccess(reply, asked: asked) != nil
    }

    static let documented =
        #"{"selfLink":"/v1/regions/global/organizations/acme/invitations/i-1","uid":"u-1","id":"i-1","displayName":"Ann","#
        + #""email":"ann.lee@X.example","roles":["viewer","member"],"groups":["sre"],"status":"pending","#
        + #""createdAt":"2023-11-07T05:31:56Z","expiresAt":"2023-11-08T05:31:56Z"}"#

    @Test(
        "These are read from their bytes",
        arguments: [
            documented, #"{"id":"i-1"}"#, #" { "uid" : "u-1" , "roles" : [ "viewer" , "member" ] } "# + "\r\n\t",
            #"{"id":"i-1","groups":["sre"],"expiresAt":null,"name":null}"#,
            #"{"email":"ANN.LEE@x.example","id":"1"}"#,
            #"{"id":"i-1","status":"PENDING","expiresAt":""}"#,
        ])
    func ordinary(_ body: String) {
        #expect(Self.isOrdinary(Self.reply(body)))
        #expect(Self.isOrdinary(Self.reply(body, status: 200, [("X-Request-Id", "req_1"), ("Retry-After", "5")])))
        #expect(Self.isOrdinary(Self.reply(body, status: 202)))
        #expect(!Self.isOrdinary(Self.reply(body, status: 203)))
    }

    @Test(
        "These take a second look",
        arguments: [
            "", "{}", "[]", "null", "x", #"{"id":"i-1""#, #"{"id":"i-1"}}"#, #"{"id":"i-1"} x"#, #"{"id":"i-1",}"#,
            #"{"id":""}"#, #"{"id":5}"#, #"{"id":null}"#, #"{"id":"i\u002d1"}"#, #"{"id":"i-é"}"#,
            "{\"id\":\"i\u{7F}\"}",
            "{\"id\":\"i\n\"}", #"{"id":"i-1","id":"i-2"}"#, #"{"id":"i-1","id":"i-1"}"#, #"{"id":"i-1","ID":"i-2"}"#,
            #"{"id":"i-1","email":"bob@x.example"}"#, #"{"id":"i-1","email":"ann.lee@x.example."}"#,
            #"{"id":"i-1","email":null}"#, #"{"email":"ann.lee@x.example"}"#,
            #"{"id":"i-1","roles":["member","viewer"]}"#, #"{"id":"i-1","roles":["viewer"]}"#,
            #"{"id":"i-1","roles":["viewer","member",5]}"#, #"{"id":"i-1","roles":[]}"#, #"{"id":"i-1","roles":null}"#,
            #"{"id":"i-1","groups":[]}"#, #"{"id":"i-1","groups":"sre"}"#, #"{"id":"i-1","role":"viewer"}"#,
            #"{"id":"i-1","status":"failed"}"#, #"{"id":"i-1","status":"accepted"}"#, #"{"id":"i-1","status":null}"#,
            #"{"id":"i-1","state":"pending"}"#, #"{"id":"i-1","error":"no"}"#, #"{"id":"i-1","errors":[]}"#,
            #"{"id":"i-1","success":false}"#, #"{"id":"i-1","emailSent":false}"#, #"{"id":"i-1","warning":"slow"}"#,
            #"{"id":"i-1","emailStatus":"bounced"}"#, #"{"id":"i-1","requestId":"req_2"}"#,
            #"{"id":"i-1","message":"Nothing was created"}"#, #"{"id":"i-1","createdAt":"no"}"#, #"{"id":"acme"}"#,
            #"{"id":"i-1","createdAt":null}"#, #"{"id":"i-1","invitedBy":"none"}"#,
            #"{"id":"i-1","meta":{"requestId":"req_2"}}"#, #"{"invitation":{"id":"i-1"}}"#, #"{"data":{"id":"i-1"}}"#,
            #"{"id":"i-1","invitation":{"id":"i-2","error":"no"}}"#, #"{"id":"i-1","message":5}"#,
            #"{"id":"i-1","expiresAt":5}"#, #"{"id":"i-1","name":{"first":"Ann"}}"#,
        ])
    func notOrdinary(_ body: String) {
        #expect(!Self.isOrdinary(Self.reply(body)))
    }

    @Test("An answer that did not come whole, or is a refusal, is never ordinary", arguments: [400, 409, 500, 303])
    func otherAnswers(_ status: Int) {
        #expect(!Self.isOrdinary(Self.reply(Self.documented, status: status)))
        for end in [HTTPExchange.BodyEnd.cut, .garbled, .tooLarge] {
            let exchange = HTTPExchange(tag: 1, status: 201, body: Array(Self.documented.utf8), bodyEnd: end)
            #expect(!Self.isOrdinary(ServerReply(exchange, now: Date(timeIntervalSince1970: 0))))
        }
    }

    /// Members and values as servers may write them, plain and odd.
    private static let names = [
        "id", "uid", "email", "roles", "groups", "status", "expiresAt", "selfLink", "displayName", "createdAt",
        "message",
        "organization", "state", "role", "createdBy", "invitedAt", "updatedAt", "error", "success", "emailSent",
        "warnings", "invitation", "data", "meta",
        "requestId", "ID", "Email", "i\\u0064", "failed",
    ]
    private static let values = [
        #""i-1""#, #""pending""#, #""ann.lee@x.example""#, #""Ann.Lee@X.Example""#, #"["viewer","member"]"#,
        #"["sre"]"#,
        "[]", "{}", "null", "true", "false", "5", #""""#, #""bob@x.example""#, #""failed""#, #""not sent""#, #""ä""#,
        #""\u0041""#, #"{"id":"i-2"}"#, #"["viewer"]"#, #"{"requestId":"req_9"}"#, #""2026-01-02T03:04:05Z""#, "[null]",
        #""no""#, #""none""#, "0", #""acme""#,
        #""Nothing was created: limit exceeded""#, #""accepted""#, #""revoked""#, #""PENDING""#,
    ]

    private static func body(_ random: inout SplitMix) -> String {
        let odd = random.next(below: 3) == 0
        var members = [#""id":"i-\#(random.next(below: 9))""#]
        let usual = [
            #""email":"ann.lee@x.example""#, #""roles":["viewer","member"]"#, #""groups":["sre"]"#,
            #""status":"pending""#,
            #""expiresAt":"2026-01-02T03:04:05Z""#, #""displayName":"Ann Lee""#, #""uid":"u-1""#,
            #""createdAt":"2026-01-02T03:04:05Z""#,
        ]
        for member in usual where random.next(below: 3) > 0 { members.append(member) }
        if odd {
            for _ in 0...random.next(below: 3) {
                let member = "\"\(names[random.next(below: names.count)])\":\(values[random.next(below: values.count)])"
                members.insert(member, at: random.next(below: members.count + 1))
            }
        }
        members.shuffle(using: &random)
        let blank = ["", " ", "\n  "][random.next(below: 3)]
        return "{\(blank)" + members.joined(separator: ",\(blank)") + "}\(blank)"
    }

    @Test("Random answers mean the same to both ways of reading", arguments: 0..<8)
    func randomBodies(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var ordinary = 0
        for number in 0..<1500 {
            var body = Array(Self.body(&random).utf8)
            if number % 3 == 0 {
                let index = random.next(below: body.count)
                switch random.next(below: 3) {
                case 0: body[index] = UInt8(random.next(below: 256))
                case 1: body.remove(at: index)
                default: body.insert(Array(#"{}[]",:\x"#.utf8)[random.next(below: 9)], at: index)
                }
            }
            let exchange = HTTPExchange(tag: 1, status: 201, body: body)
            if Self.isOrdinary(ServerReply(exchange, now: Date(timeIntervalSince1970: 0))) { ordinary += 1 }
        }
        #expect(ordinary > 300, "The test meets too few ordinary answers: \(ordinary)")
    }

    @Test("An address that is ordinary has the key of its small letters")
    func addresses() {
        var random = SplitMix(seed: 5)
        var ordinary = 0
        for _ in 0..<20_000 {
            let local = Self.text("annAZ09._+-'é", 8, &random)
            let address =
                local + "@" + Self.text("abAZ09-.xn", 9, &random)
                + [".com", ".c", ".c0m", "", ".", ".DE"][random.next(below: 6)]
            guard Array(address.utf8).withUnsafeBufferPointer(OrdinarySuccess.isOrdinary) else { continue }
            ordinary += 1
            #expect(ListedAddress.read(address)?.key == address.lowercased(), "\(address)")
        }
        #expect(ordinary > 1000, "The test meets too few ordinary addresses: \(ordinary)")
    }

    private static func text(_ letters: String, _ most: Int, _ random: inout SplitMix) -> String {
        let letters = Array(letters)
        return String((0...random.next(below: most)).map { _ in letters[random.next(below: letters.count)] })
    }

    @Test("A person whose address has a word of trouble in it gets no warning about the mail")
    func addressIsNoNews() {
        var asked = Self.asked
        (asked.email, asked.key) = ("skipper.error@x.example", InvitationKey(text: "acme skipper.error@x.example"))
        let reply = Self.reply(#"{"id":"i-1","email":"skipper.error@x.example"}"#)
        #expect(Self.isOrdinary(reply, asked))
        #expect(AttemptReply(examining: reply, inviting: asked).warnings.isEmpty)
        let bounced = Self.reply(#"{"id":"i-1","emailStatus":"bounced"}"#)
        #expect(AttemptReply(bounced, inviting: asked).warnings == ["emailStatus: bounced"])
    }
}
