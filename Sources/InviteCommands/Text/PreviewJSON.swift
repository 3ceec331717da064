import InvitationImporter

/// A preview for scripts: the plan in numbers, what would go out, and for each row the findings and the request.
struct PreviewJSON {
    private var found = JSONSpool()
    private var requests = JSONSpool()

    /// Adds the findings of a row, and in what way its person is there already.
    mutating func add(_ row: PlannedRow, in file: String) throws(RunError) {
        guard !row.findings.isEmpty || row.there != nil else { return }
        let place: [JSONValue.Member] = [.init("file", .string(file)), .init("row", .integer(row.place.row))]
        for finding in row.findings { try found.append(.object(place + (finding.json.members ?? []))) }
        guard let there = row.there else { return }
        try found.append(
            .object(place + [.init("line", .integer(row.line)), .init("there", .string(there.rawValue))]))
    }

    /// Adds a request that would be sent.
    mutating func add(request: JSONValue) throws(RunError) { try requests.append(request) }

    /// Prints the whole preview.
    ///
    /// - Parameters:
    ///   - gaps: What could not be read; `nil` if nothing was to be read.
    ///   - policy: The policy for the estimate of the time.
    func print(_ preview: ImportPreview, gaps: [String]?, _ policy: SendingPolicy) throws {
        let run = preview.run
        let members: [JSONValue.Member] = [
            .init("mails", .integer(run.mailsNow)), .init("mailsLater", .integer(run.mails - run.mailsNow)),
            .init("aside", .integer(run.aside)), .init("chosenInVain", ChoiceText.json(preview.missing)),
            .init("alreadyInvited", .integer(run.invitedAlready)),
            .init("alreadyMembers", .integer(run.membersAlready)),
            .init("fromEarlierRuns", .integer(run.before)), .init("toLookUp", .integer(run.toSettle)),
            .init("notLookedAt", gaps.map(JSONValue.strings) ?? .null),
            .init("estimatedSeconds", .integer(Int(policy.estimatedTime(for: run.mailsNow) / .seconds(1)))),
        ]
        let sums = JSONValue.object((preview.plan.json.members ?? []) + members).bytes
        try Terminal.printData(sums.dropLast() + Array(",\"found\":[".utf8))
        try found.print()
        try Terminal.printData("],\"requests\":[".utf8)
        try requests.print()
        try Terminal.printData("]}\n".utf8)
    }
}

extension PlannedRow {
    /// The request that invites the person; `nil` for a row without an invitation.
    ///
    /// - Parameter api: The server. Without one, the URL is only a path.
    func request(to api: InvitationAPI?) -> JSONValue? {
        guard case .invite(let invitation) = decision else { return nil }
        var path = InvitationAPI.path(ofInvitationsIn: invitation.organization)
        // A check can do without an organization.
        if invitation.organization.isEmpty { path = path.replacing("//", with: "/{organization}/") }
        return .object([
            "method": .string("POST"), "url": .string((api?.base ?? "") + path), "body": invitation.json,
        ])
    }
}
