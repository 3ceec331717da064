/// One line of `journal.jsonl`, a ``ChecksummedLine``.
enum JournalLine: Hashable, Sendable {
    case header(JournalHeader)
    /// The server's list was read, or could not be read, before the first attempt of this start.
    case snapshot(Snapshot)
    /// An attempt is about to start. Durable before the request leaves.
    case intent(Intent)
    /// An attempt ended and the row goes on.
    case answer(Ended)
    /// An attempt ended, and with it the row.
    case outcome(Ended, Outcome)
    /// An attempt to revoke an invitation is about to start.
    case revoking(Revoking)
    /// An attempt to revoke an invitation ended, and it will be tried again.
    case revocationAnswer(Ended)
    /// An attempt to revoke an invitation ended, and with it the work on that invitation.
    case revocation(Ended, RevocationOutcome)
    /// A start of the program ended. A start that was killed leaves no such line.
    case end(Stop)

    struct Snapshot: Hashable, Sendable {
        var organization: String
        /// How many invitations the list had; `nil` if it could not be read.
        var invitations: Int?
        /// Why it could not be read.
        var reason: String?
        var at: String
        var serverTime: String?
    }

    struct Stop: Hashable, Sendable {
        /// The stable code of a ``StopReason``.
        var code: String
        var reason: String?
        /// The number of requests of this start.
        var requests: Int
        var milliseconds: Int
        var at: String
        /// The command, if it was not an import.
        var command: String?
        /// Whether invitations were left for later on purpose.
        var leftForLater = false
    }

    struct Revoking: Hashable, Sendable {
        var key: String
        /// The invitation's id.
        var id: String
        var attempt: Int
        var at: String
    }

    struct Intent: Hashable, Sendable {
        var key: String
        var attempt: Int
        /// A checksum of the body, to see later whether the row has changed.
        var digest: String
        var at: String
        /// When it started by the server's clock, if that is known.
        var serverTime: String?
        /// The roles and groups that it asked for.
        var asked = Doubt.Asked()
        /// The ids of the person's invitations that the list had before. All of them were over.
        var idsBefore: [String] = []
    }

    struct Ended: Hashable, Sendable {
        var key: String
        var attempt: Int
        var result: AttemptResult
        var status: Int?
        var reason: String?
        var invitationID: String?
        var expiresAt: String?
        var requestID: String?
        var sentAt: String
        var at: String
    }
}

extension JournalLine {
    var isHeader: Bool {
        if case .header = self { true } else { false }
    }

    /// The line with its checksum and line feed.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }

    /// Reads a line without its line feed; `nil` if it is damaged or unknown to this version.
    ///
    /// The tree of its JSON says what a line means. The lines of which there are many are read without one.
    init?(bytes: some RandomAccessCollection<UInt8>) {
        if let line = ChecksummedLine.read(bytes, Self.init(scanning:)) {
            self = line
        } else {
            guard let value = ChecksummedLine.value(bytes) else { return nil }
            self.init(value)
        }
    }

    /// What the line says: the definition, also of the lines that are written without it.
    var members: [JSONValue.Member] {
        switch self {
        case .header(let header): header.members
        case .intent(let intent):
            [
                .init("intent", .string(intent.key)), .init("attempt", .integer(intent.attempt)),
                .init("body", .string(intent.digest)), .init("at", .string(intent.at)),
            ] + (intent.serverTime.map { [.init("serverTime", .string($0))] } ?? [])
                + [("roles", intent.asked.roles), ("groups", intent.asked.groups), ("before", intent.idsBefore)].filter
            { !$0.1.isEmpty }
            .map { .init($0.0, .strings($0.1)) }
        case .snapshot(let snapshot):
            [
                .init("snapshot", .string(snapshot.organization)),
                .init("invitations", snapshot.invitations.map(JSONValue.integer) ?? .null),
                .init("reason", snapshot.reason.map(JSONValue.string) ?? .null), .init("at", .string(snapshot.at)),
                .init("serverTime", snapshot.serverTime.map(JSONValue.string) ?? .null),
            ]
        case .answer(let ended): Self.members("answer", ended)
        case .outcome(let ended, let outcome):
            Self.members("outcome", ended) + [.init("outcomeIs", .string(outcome.rawValue))]
        case .end(let end):
            [
                .init("end", .string(end.code)), .init("reason", end.reason.map(JSONValue.string) ?? .null),
                .init("requests", .integer(end.requests)), .init("milliseconds", .integer(end.milliseconds)),
                .init("at", .string(end.at)),
            ] + (end.command.map { [.init("command", .string($0))] } ?? [])
                + (end.leftForLater ? [.init("leftForLater", .bool(true))] : [])
        case .revoking(let revoking):
            [
                .init("revoking", .string(revoking.key)), .init("attempt", .integer(revoking.attempt)),
                .init("id", .string(revoking.id)), .init("at", .string(revoking.at)),
            ]
        case .revocationAnswer(let ended): Self.members("revocationAnswer", ended)
        case .revocation(let ended, let outcome):
            Self.members("revocation", ended) + [.init("outcomeIs", .string(outcome.rawValue))]
        }
    }

    private static func members(_ name: String, _ ended: Ended) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init(name, .string(ended.key)), .init("attempt", .integer(ended.attempt)),
            .init("class", .string(ended.result.rawValue)),
        ]
        if let status = ended.status { members.append(.init("status", .integer(status))) }
        let texts = [
            ("reason", ended.reason), ("id", ended.invitationID), ("expiresAt", ended.expiresAt),
            ("requestId", ended.requestID), ("sentAt", ended.sentAt), ("at", ended.at),
        ]
        for case (let name, let text?) in texts { members.append(.init(name, .string(text))) }
        return members
    }

    init?(_ value: JSONValue) {
        if let header = JournalHeader(value) {
            self = .header(header)
        } else if let key = value["intent"]?.string, let attempt = value["attempt"]?.integer {
            self = .intent(
                Intent(
                    key: key, attempt: attempt, digest: value["body"]?.string ?? "", at: value["at"]?.string ?? "",
                    serverTime: value["serverTime"]?.string,
                    asked: Doubt.Asked(
                        roles: value["roles"]?.array?.compactMap(\.string) ?? [],
                        groups: value["groups"]?.array?.compactMap(\.string) ?? []),
                    idsBefore: value["before"]?.array?.compactMap(\.string) ?? []))
        } else if let organization = value["snapshot"]?.string {
            self = .snapshot(
                Snapshot(
                    organization: organization, invitations: value["invitations"]?.integer,
                    reason: value["reason"]?.string, at: value["at"]?.string ?? "",
                    serverTime: value["serverTime"]?.string))
        } else if let key = value["answer"]?.string, let ended = Ended(key, value) {
            self = .answer(ended)
        } else if let key = value["outcome"]?.string, let ended = Ended(key, value),
            let outcome = value["outcomeIs"]?.string.flatMap(Outcome.init)
        {
            self = .outcome(ended, outcome)
        } else if let code = value["end"]?.string, let requests = value["requests"]?.integer,
            let milliseconds = value["milliseconds"]?.integer
        {
            self = .end(
                Stop(
                    code: code, reason: value["reason"]?.string, requests: requests, milliseconds: milliseconds,
                    at: value["at"]?.string ?? "", command: value["command"]?.string,
                    leftForLater: value["leftForLater"]?.bool ?? false))
        } else {
            self.init(revocation: value)
        }
    }

    private init?(revocation value: JSONValue) {
        if let key = value["revoking"]?.string, let id = value["id"]?.string, let attempt = value["attempt"]?.integer {
            self = .revoking(Revoking(key: key, id: id, attempt: attempt, at: value["at"]?.string ?? ""))
        } else if let key = value["revocationAnswer"]?.string, let ended = Ended(key, value) {
            self = .revocationAnswer(ended)
        } else if let key = value["revocation"]?.string, let ended = Ended(key, value),
            let outcome = value["outcomeIs"]?.string.flatMap(RevocationOutcome.init)
        {
            self = .revocation(ended, outcome)
        } else {
            return nil
        }
    }
}

extension JournalLine.Ended {
    fileprivate init?(_ key: String, _ value: JSONValue) {
        guard let attempt = value["attempt"]?.integer,
            let result = value["class"]?.string.flatMap(AttemptResult.init)
        else { return nil }
        self.init(
            key: key, attempt: attempt, result: result, status: value["status"]?.integer,
            reason: value["reason"]?.string, invitationID: value["id"]?.string,
            expiresAt: value["expiresAt"]?.string, requestID: value["requestId"]?.string,
            sentAt: value["sentAt"]?.string ?? "", at: value["at"]?.string ?? "")
    }
}
