import CurlMulti
import InvitationImporter

/// One kind of server that is hard to deal with, and what is right about it.
struct ScriptedCase: Sendable, CustomStringConvertible {
    let description: String
    var people = ["lost1@x.example", "b@x.example", "c@x.example"]
    /// The most mails that one person may get.
    var most = 1
    /// Who gets no mail at all.
    var unmailed: [String] = []
    /// How rows have to end, by address; who is not named may end in any way.
    var outcomes: [String: Set<Outcome>] = [:]
    /// How the run has to end, if that matters.
    var exitCode: Int32?
    var settleDelay: Duration? = .seconds(3)
    /// Makes the server what it is.
    let script: @Sendable (ScriptedServer) -> Void
}

// MARK: - Words for states

extension ScriptedCase {
    /// The word that stands beside an invitation that came of a lost request.
    static let lostStates: [ScriptedCase] = [
        "sent", "DECLINED", "expired", " Pending ", "INVITATION_STATUS_PENDING", "wubbed", "pre_accepted",
    ].map { word in
        ScriptedCase(
            description: "an answer is lost, and its invitation is in the state \(word)",
            outcomes: ["lost1@x.example": [.invited], "b@x.example": [.invited]]
        ) { $0.status = word }
    }

    private static let held = [
        "\"sent\"", "\"PENDING\"", "\"Pending \"", "\"pending_acceptance\"", "\"INVITATION_STATUS_PENDING\"",
        "\"active\"", "\"created\"", "\"queued\"", "null", "\"\"", "7", "true", "\"accepted\"", "\"Invite Delivered\"",
    ]

    /// Who is in the list before the import is mailed only if that is certainly over.
    static let olderStates: [ScriptedCase] =
        held.map { word in older(word, isMailed: false) }
        + ["\"expired\"", "\"Revoked\"", "\"STATE_DECLINED\"", "\"invite cancelled\""].map { older($0, isMailed: true) }

    private static func older(_ word: String, isMailed: Bool) -> ScriptedCase {
        ScriptedCase(
            description: "an older invitation is in the state \(word)", people: ["a@x.example"],
            unmailed: isMailed ? [] : ["a@x.example"],
            outcomes: ["a@x.example": isMailed ? [.invited] : [.alreadyInvited, .alreadyMember]]
        ) {
            $0.addOlder(#"{"id":"o","email":"a@x.example","roles":["viewer"],"status":\#(word)}"#)
        }
    }
}

// MARK: - Lists

extension ScriptedCase {
    static let lists: [ScriptedCase] = [
        ScriptedCase(description: "an empty list is an object without members", outcomes: everybody(.invited)) {
            server in
            server.loss = .answer(500, "oops")
            server.list = { _, _ in server.entries.isEmpty ? .answer(200, "{}") : nil }
        },
        ScriptedCase(
            description: "an entry of the list has no address", outcomes: ["lost1@x.example": [.invited]]
        ) {
            $0.loss = .answer(500, "oops")
            $0.addOlder(#"{"id":"link-1","roles":["viewer"],"status":"pending"}"#)
        },
        ScriptedCase(
            description: "an entry has no address, and nothing was made", outcomes: ["lost1@x.example": [.unknown]]
        ) {
            $0.actsOnLost = false
            $0.addOlder(#"{"id":"link-1","roles":["viewer"],"status":"pending"}"#)
        },
        ScriptedCase(
            description: "ids are numbers", people: ["old1@x.example", "lost1@x.example"],
            unmailed: ["old1@x.example"], outcomes: ["lost1@x.example": [.invited]]
        ) {
            for id in 0..<3 { $0.addOlder(#"{"id":\#(id),"email":"old\#(id)@x.example","status":"pending"}"#) }
        },
        ScriptedCase(
            description: "big pages are too large", people: ["old1@x.example", "lost1@x.example"],
            unmailed: ["old1@x.example"], outcomes: ["lost1@x.example": [.invited]]
        ) { server in
            for id in 0..<450 { server.addOlder(#"{"id":"o\#(id)","email":"old\#(id)@x.example"}"#) }
            server.list = { request, time in
                let size = request.url.split(separator: "pageSize=").last?.prefix { $0.isNumber }
                guard let size = size.flatMap({ Int($0) }), size <= 100 else {
                    var whole = server.page(request, time)
                    whole.body.removeLast(whole.body.count / 2)
                    whole.bodyEnd = .tooLarge
                    return whole
                }
                return server.page(request, time, most: size)
            }
        },
        ScriptedCase(
            description: "a member has no address", people: ["member@x.example", "b@x.example"],
            unmailed: ["member@x.example"], outcomes: ["member@x.example": [.alreadyMember], "b@x.example": [.invited]]
        ) {
            let users = [#"{"id":"u1","email":"member@x.example"}"#, #"{"id":"svc-1","displayName":"robot"}"#]
            $0.members = users.compactMap { try? JSONValue(parsing: $0) }
        },
        ScriptedCase(
            description: "the list is in trouble for twelve seconds", people: (0..<3).map { "p\($0)@x.example" },
            unmailed: (0..<3).map { "p\($0)@x.example" }, outcomes: ["p0@x.example": [.alreadyInvited]]
        ) { server in
            for id in 0..<3 { server.addOlder(#"{"id":"o\#(id)","email":"p\#(id)@x.example","status":"pending"}"#) }
            server.list = { _, time in time < .seconds(12) ? .answer(500, "passing trouble") : nil }
        },
        ScriptedCase(
            description: "the token for the next page is a number", people: ["lost1@x.example", "old20@x.example"],
            unmailed: ["old20@x.example"], outcomes: ["lost1@x.example": [.invited]]
        ) { server in
            for id in 0..<40 { server.addOlder(#"{"id":"o\#(id)","email":"old\#(id)@x.example"}"#) }
            server.list = { server.page($0, $1, most: 10, numbersTokens: true) }
        },
        ScriptedCase(
            description: "the list is cut short and says how many there are",
            people: ["lost1@x.example", "lost2@x.example"] + (1...12).map { "p\($0)@x.example" }
        ) { server in
            server.list = { _, _ in
                let newest = server.entries.reversed().prefix(12).map(\.entry)
                let total = (try? JSONValue(parsing: "\(server.entries.count)")) ?? .null
                return .answer(200, JSONValue.object(["invitations": .array(newest), "total": total]).serialized)
            }
        },
        ScriptedCase(
            description: "the list is 25 seconds behind", people: ["lost1@x.example"],
            outcomes: ["lost1@x.example": [.invited]], settleDelay: nil
        ) { $0.lag = .seconds(25) },
        ScriptedCase(
            description: "an accepted invitation is older than the import",
            unmailed: ["lost1@x.example"], outcomes: ["lost1@x.example": [.alreadyMember]]
        ) {
            $0.addOlder(#"{"id":"old-a","email":"lost1@x.example","roles":["viewer"],"status":"accepted"}"#)
        },
    ]

    private static func everybody(_ outcome: Outcome) -> [String: Set<Outcome>] {
        ["lost1@x.example": [outcome], "b@x.example": [outcome], "c@x.example": [outcome]]
    }
}

// MARK: - Addresses in other forms

extension ScriptedCase {
    static let addresses: [ScriptedCase] = [
        ScriptedCase(
            description: "addresses are shown in small letters", people: ["lostÄNN@x.example", "b@x.example"],
            outcomes: ["lostÄNN@x.example": [.invited]]
        ) { $0.shown = { $0.lowercased() } },
        ScriptedCase(
            description: "addresses are shown with a name", people: ["lost1@x.example", "b@x.example"],
            outcomes: ["lost1@x.example": [.invited]]
        ) { $0.shown = { "Ann <\($0)>" } },
        ScriptedCase(
            description: "addresses are shown without dots and tags", people: ["lost.one+tag@x.example"],
            outcomes: ["lost.one+tag@x.example": [.unknown]]
        ) {
            $0.mailbox = SimulatedSpeech.AddressForm.withoutDotsAndTag.shown
            $0.shown = SimulatedSpeech.AddressForm.withoutDotsAndTag.shown
        },
    ]
}
