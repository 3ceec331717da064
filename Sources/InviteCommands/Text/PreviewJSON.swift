import InvitationImporter

/// A preview for scripts: the plan in numbers, what would go out, and row by row what was found and what would be asked
/// for.
struct PreviewJSON {
    private var found: [JSONValue] = []
    private var requests: [JSONValue] = []

    /// Takes in what was found in a row, and how its person is there already.
    mutating func add(_ row: PlannedRow, in file: String) {
        let place: [JSONValue.Member] = [.init("file", .string(file)), .init("row", .integer(row.place.row))]
        found += row.findings.map { .object(place + ($0.json.members ?? [])) }
        guard let there = row.there else { return }
        found.append(.object(place + [.init("line", .integer(row.line)), .init("there", .string(there.rawValue))]))
    }

    /// Takes in a request that would be sent.
    mutating func add(request: JSONValue) {
        requests.append(request)
    }

    /// All of it.
    ///
    /// - Parameters:
    ///   - gaps: What could not be looked at; `nil` if nothing was to be looked at.
    ///   - policy: What the time is estimated for.
    func value(_ preview: ImportPreview, gaps: [String]?, _ policy: SendingPolicy) -> JSONValue {
        let run = preview.run
        let members: [JSONValue.Member] = [
            .init("mails", .integer(run.mailsNow)), .init("mailsLater", .integer(run.mails - run.mailsNow)),
            .init("alreadyInvited", .integer(run.invitedAlready)),
            .init("alreadyMembers", .integer(run.membersAlready)),
            .init("fromEarlierRuns", .integer(run.before)), .init("toLookUp", .integer(run.toSettle)),
            .init("notLookedAt", gaps.map(JSONValue.strings) ?? .null),
            .init("estimatedSeconds", .integer(Int(policy.estimatedTime(for: run.mailsNow) / .seconds(1)))),
            .init("found", .array(found)), .init("requests", .array(requests)),
        ]
        return .object((preview.plan.json.members ?? []) + members)
    }
}

extension PlannedRow {
    /// The request that invites the person; `nil` for a row that is no invitation.
    ///
    /// - Parameter api: The server; without one, the URL is a path.
    func request(to api: InvitationAPI?) -> JSONValue? {
        guard case .invite(let invitation) = decision else { return nil }
        let path = InvitationAPI.path(ofInvitationsIn: invitation.organization)
        return .object([
            "method": .string("POST"), "url": .string((api?.base ?? "") + path), "body": invitation.json,
        ])
    }
}
