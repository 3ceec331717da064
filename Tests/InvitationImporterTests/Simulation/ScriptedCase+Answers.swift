import CurlMulti
import InvitationImporter

// MARK: - Answers to a creation

extension ScriptedCase {
    /// A server that acts and says that it did not, and whose list may not be read.
    static let storms: [ScriptedCase] = [
        ScriptedCase(description: "it acts and answers 500, without a list", most: 2) { server in
            server.list = { _, _ in .answer(403, #"{"error":{"message":"no list"}}"#) }
            server.create = {
                server.make($0, at: $1); return .answer(500, "oops")
            }
        },
        ScriptedCase(description: "it acts and answers 503 with Retry-After, without a list", most: 2) { server in
            server.list = { _, _ in .answer(403, #"{"error":{"message":"no list"}}"#) }
            server.create = {
                server.make($0, at: $1); return .answer(503, "busy", [("Retry-After", "0")])
            }
        },
        ScriptedCase(description: "it acts and answers 500, with a list and a state of its own", most: 1) { server in
            server.status = "sent"
            server.create = {
                server.make($0, at: $1); return .answer(500, "oops")
            }
        },
    ]

    /// Successes that are none.
    static let successes: [ScriptedCase] = [
        #"{}"#, #"{"status":"rejected"}"#, #"{"result":"denied","reason":"seat limit"}"#,
        #"{"invitation":null,"warning":"not created"}"#, #"[]"#, #"{"data":{"status":"failed"}}"#,
        #"{"errors":[{"message":"seat limit"}]}"#, #"{"code":"FORBIDDEN","message":"no invitation was made"}"#,
        "\u{FEFF}<html>please log in</html>", "Captive portal: please log in", "null", "true", "7",
        #"{"id":"i","email":"somebody.else@x.example"}"#, #"{"id":"i","state":"expired"}"#,
    ].flatMap { body in
        [true, false].map { hasList in success(body, hasList: hasList) }
    }

    private static func success(_ body: String, hasList: Bool) -> ScriptedCase {
        ScriptedCase(
            description: "200 with \(body), \(hasList ? "with" : "without") a list", people: ["a@x.example"],
            unmailed: ["a@x.example"], outcomes: ["a@x.example": hasList ? [.refused] : [.unknown]]
        ) { server in
            server.create = { _, _ in .answer(200, body) }
            if !hasList { server.list = { _, _ in .forbidden } }
        }
    }

    /// Refusals that speak of what is there already, and of something else than the person.
    static let refusals: [ScriptedCase] = [
        (
            400,
            #"{"error":{"code":400,"message":"You have already invited 50 people today; the daily limit is reached."}}"#
        ),
        (422, #"{"error":{"code":422,"message":"Group eng is already a member of group ops; choose one."}}"#),
        (409, #"{"code":"CONFLICT","message":"Duplicate request in flight, try again."}"#),
        (409, #"{"code":"CONFLICT","message":"A lock for this organization already exists; retry later."}"#),
        (409, #"{"code":"CONFLICT","message":"Organization already has 500 seats taken."}"#),
        (400, #"{"error":{"message":"Roles: duplicate role viewer."}}"#),
        (409, #"{"code":"CONFLICT","message":"busy"}"#),
        (400, #"{"message":"The domain x.example already has a pending verification"}"#),
        (409, #"{"code":"RESOURCE_EXHAUSTED","message":"pool already exists"}"#),
        (402, #"{"message":"Your plan allows 5 invitations; invitation already counts 5 of 5"}"#),
    ].flatMap { status, body in
        [true, false].map { hasList in refusal(status, body, hasList: hasList) }
    }

    private static func refusal(_ status: Int, _ body: String, hasList: Bool) -> ScriptedCase {
        ScriptedCase(
            description: "\(status) with \(body), \(hasList ? "with" : "without") a list", people: ["a@x.example"],
            unmailed: ["a@x.example"], outcomes: ["a@x.example": [.refused]]
        ) { server in
            server.create = { _, _ in .answer(status, body) }
            if !hasList { server.list = { _, _ in .forbidden } }
        }
    }

    static let all: [ScriptedCase] = lostStates + olderStates + lists + addresses + storms + successes + refusals
}
