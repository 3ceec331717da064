import CurlMulti
import InvitationImporter
import SystemPackage

// MARK: - Judgement

extension Simulation {
    /// No machine is faster than its part, and all together are not faster than the whole.
    func judgePace(_ wires: [SimulatedWire]) -> [String] {
        guard case .atMost(let rate) = policy.pace, shards.count > 1 else { return [] }
        let part = rate.part(of: shards[0])
        let requests = wires.flatMap(\.requests).sorted()
        let most = part.count * shards.count
        return requests.indices.dropFirst(most).filter { requests[$0] - requests[$0 - most] < part.window }
            .map { "request \($0) of all shards is too early" }
    }

    func judgePace(_ wire: SimulatedWire, _ policy: SendingPolicy) -> [String] {
        var violations: [String] = []
        if wire.mostUnderWay > policy.concurrency { violations.append("\(wire.mostUnderWay) under way") }
        // Tries for single rows are counted; while the server is in trouble, probes go out an eighth of a second apart.
        let span = (wire.requests.last ?? .zero) - (wire.requests.first ?? .zero)
        let most = people * (policy.retry.maxAttempts + policy.retry.maxTurnedAway + 1) + Int(span / .milliseconds(125))
        if wire.starts.count > most { violations.append("\(wire.starts.count) invitations sent") }
        violations += judgeRetries(wire, span)
        if case .atMost(let rate) = policy.pace {
            for (index, start) in wire.requests.enumerated().dropFirst(rate.count)
            where start - wire.requests[index - rate.count] < rate.window {
                violations.append("request \(index) is too early")
            }
        }
        return violations
    }

    /// Retries after trouble are paid for: 32 to begin with, one more each second, and one for each row that ended.
    /// What is turned away is not trouble, and neither is a refused token.
    private func judgeRetries(_ wire: SimulatedWire, _ span: Duration) -> [String] {
        let character = server.character
        let hasOtherRepeats =
            character.limit != nil || character.turnedAway > 0 || character.tokenLife != nil
            || character.speech.oddErrors
        let retries = wire.starts.count - wire.sends.count
        let probes = span / .milliseconds(125)
        let affordable = 33 + span / .seconds(1) + Double(people) + probes
        return hasOtherRepeats || Double(retries) <= affordable ? [] : ["\(retries) retries in \(span)"]
    }

    /// Everybody who was sent something is in the journal, whatever happened to the machine.
    func judgeJournal(_ folder: TemporaryFolder) throws -> [String] {
        let states = try shards.map {
            try Self.directory($0, folder)
                .journalState(organization: "acme", origin: "https://api.example", shard: $0)
        }
        return server.delivered.compactMap { email in
            let count = states.count { $0[key(email)] != nil }
            return count == 1 ? nil : "\(email) was sent, and is in \(count) journals"
        }
    }

    /// Whom an older invitation holds back gets no request, where a list that is whole shows it.
    func judgeWhoIsHeldBack() -> [String] {
        let character = server.character
        guard character.listsAllowed, !character.hidesEntries else { return [] }
        return server.invitations.filter { $0.at < .zero && isReadable($0) && mayHoldBack($0) }
            .filter { server.delivered.contains($0.email) }
            .map { "\($0.email) was sent something although \($0.id) (\($0.status)) was there" }
    }

    /// Whether the entry in the list says whose it is.
    private func isReadable(_ invitation: SimulatedServer.Invitation) -> Bool {
        let (form, email) = (server.character.speech.address, invitation.email)
        return [nil, .place, .clearness].contains(invitation.gap)
            && (form != .withoutDotsAndTag || form.shown(email) == email)
    }

    func judge(_ folder: TemporaryFolder, _ wires: [SimulatedWire]) throws -> [String] {
        var violations: [String] = []
        var report = "team.run"
        if shards.count > 1 {
            report = "joined"
            _ = try JoinedReport(
                shards.reversed().map { Self.directory($0, folder) }, into: RunDirectory(folder.path.appending(report))
            ).write()
        }
        let lines = (folder.read(report + "/results.jsonl") ?? "").split(separator: "\n")
        if lines.count != people { violations.append("\(lines.count) lines for \(people) rows") }
        for wire in wires where wire.now.sinceOrigin > .seconds(40_000) {
            violations.append("it took \(wire.now.sinceOrigin)")
        }
        for line in lines {
            let value = try JSONValue(parsing: String(line))
            guard let email = value["input"]?["email"]?.string,
                let outcome = value["outcome"]?.string.flatMap(Outcome.init)
            else {
                violations.append("a line without address or outcome: \(line)")
                continue
            }
            if let words = judge(email, outcome) { violations.append("\(email) \(outcome.rawValue): \(words)") }
        }
        return violations
    }

    private func key(_ email: String) -> InvitationKey {
        EmailAddress.check(email).address.map { InvitationKey(organization: "acme", email: $0) }
            ?? InvitationKey(text: "acme \(email)")
    }

    /// What is wrong about one person's outcome, against the server's own truth.
    private func judge(_ email: String, _ outcome: Outcome) -> String? {
        let made = server.made(email)
        // Where entries are missing and nothing says so, nobody can know better.
        let isBlind = server.character.listsAllowed && server.character.hidesEntries
        if made > mostMade, !isBlind { return "made \(made) times, at most \(mostMade)" }
        // Who has left before the program could tell whose the entry is, or was killed: nobody can know better.
        let isGone = server.isGone(email)
        let isThere = server.invitations.contains { $0.email == email }
        switch outcome {
        case .invited:
            // What was not seen before the first attempt may pass for its work.
            let mayBeTaken = isThere && (!server.character.speech.showsRoles || isBlind)
            return made > 0 || mayBeTaken ? nil : "but nothing was made"
        case .failed, .notSent: return made > 0 && !isBlind && !isGone ? "but it was made" : nil
        case .refused:
            // A list that shows somebody at times, and at times does not, may be without them twice.
            let isLate = saysSomethingElse && server.character.flickers > 0
            if made > 0, !isBlind, !isLate, !isGone { return "but it was made" }
            if server.refused.contains(email) || server.turnedDown.contains(email) || isThere { return nil }
            // A success that says something else is a refusal where the list does not have the person.
            return server.character.speech.oddSuccess > 0 && server.character.listsAllowed ? nil : "nobody refused"
        case .alreadyInvited, .alreadyMember: return holdsBack(email) ? nil : "but nobody did"
        case .unknown: return nil
        case .duplicate, .invalid, .skipped: return "there is no such row"
        }
    }

    /// Whether a creation may be answered with something that is not understood as the person's invitation.
    private var saysSomethingElse: Bool {
        let speech = server.character.speech
        return speech.oddSuccess > 0 || speech.createdAddress == .withoutDotsAndTag
    }

    /// How often a person may have been invited by us.
    private var mostMade: Int {
        switch (policy.retry.serverErrors, server.character.listsAllowed) {
        case (.always, _): policy.retry.maxAttempts
        case (.settled, false): 2
        case (.settled, true), (.never, _): 1
        }
    }

    /// Whether something is there that keeps a person from being invited, or may do so as far as words tell.
    private func holdsBack(_ email: String) -> Bool {
        server.invitations.contains { $0.email == email && mayHoldBack($0) }
    }

    /// Whether an invitation waits or was accepted, or may do so as far as its word tells.
    private func mayHoldBack(_ invitation: SimulatedServer.Invitation) -> Bool {
        invitation.status != "expired" || server.character.speech.unknown.contains("expired")
    }
}
