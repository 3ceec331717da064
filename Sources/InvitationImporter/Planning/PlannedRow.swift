/// One line of `plan.jsonl`: a row of an input, with the decision about it.
public struct PlannedRow: Hashable, Sendable {
    /// The decision about a row.
    public enum Decision: Hashable, Sendable {
        /// It will be sent, unless the journal says that it was sent before.
        case invite(Invitation)
        /// Another row names the same person; this is its ``PlannedRow/number``. There is a key if this row's roles and
        /// groups are part of that invitation, so that both rows have the same outcome.
        case duplicate(of: Int, united: InvitationKey?)
        /// It failed a check.
        case invalid
        /// It is left out for this reason.
        case skip(String)
    }

    /// The number of the row among all rows of the plan, counted from 1.
    public var number: Int
    /// Where the row is.
    public var place: RowPlace
    /// The line that an editor shows, counted from 1.
    public var line: Int
    /// The decision.
    public var decision: Decision
    /// The findings, errors and warnings.
    public var findings: [Finding]
    /// `already-invited` or `already-member`, if the server shows the person as that already. Then nothing is sent.
    /// `nil` if it does not, or was not asked.
    public var there: Outcome?
    /// The row of `fix` or `retry` that has taken this place; `nil` if the row is where it was read.
    public var correction: Correction?
    /// Whom the row names, if it gets no mail of its own; `nil` if it does.
    public var person: NamedPerson?
}

extension PlannedRow {
    /// Whom the row names, whether or not it gets a mail.
    var named: NamedPerson? {
        if case .invite(let invitation) = decision { NamedPerson(invitation) } else { person }
    }
}

extension PlannedRow {
    /// The row as a JSON object.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [.init("index", .integer(number))]
        members += place.members + [.init("line", .integer(line))]
        if let correction { members.append(.init("correction", correction.json)) }
        switch decision {
        case .invite(let invitation):
            members += [
                .init("do", .string("invite")), .init("key", .string(invitation.key.text)),
                .init("organization", .string(invitation.organization)), .init("body", invitation.json),
            ]
            if let there { members.append(.init("there", .string(there.rawValue))) }
            if let name = invitation.name { members.append(.init("name", .string(name))) }
        case .duplicate(let first, let united):
            members += [.init("do", .string("duplicate")), .init("of", .integer(first))]
            if let united { members.append(.init("key", .string(united.text))) }
        case .invalid: members.append(.init("do", .string("invalid")))
        case .skip(let reason): members += [.init("do", .string("skip")), .init("reason", .string(reason))]
        }
        if let person { members.append(.init("person", person.json)) }
        if !findings.isEmpty { members.append(.init("findings", .array(findings.map(\.json)))) }
        return .object(members)
    }

    /// Reads a row back; `nil` if it is none.
    public init?(_ value: JSONValue) {
        guard let number = value["index"]?.integer, let place = RowPlace(value), let line = value["line"]?.integer,
            let decision = Decision(value)
        else { return nil }
        let findings = value["findings"]?.array ?? []
        self.init(
            number: number, place: place, line: line, decision: decision,
            findings: findings.compactMap(Finding.init), there: value["there"]?.string.flatMap(Outcome.init),
            correction: value["correction"].flatMap(Correction.init), person: value["person"].map(NamedPerson.init))
    }
}

extension PlannedRow.Decision {
    fileprivate init?(_ value: JSONValue) {
        switch value["do"]?.string {
        case "invite":
            guard let key = value["key"]?.string, let organization = value["organization"]?.string,
                let body = value["body"], let email = body["email"]?.string
            else { return nil }
            self = .invite(
                Invitation(
                    organization: organization, email: email, key: InvitationKey(text: key),
                    roles: body["roles"]?.strings ?? [], groups: body["groups"]?.strings ?? [],
                    message: body["message"]?.string, name: value["name"]?.string))
        case "duplicate":
            guard let first = value["of"]?.integer else { return nil }
            self = .duplicate(of: first, united: value["key"]?.string.map(InvitationKey.init(text:)))
        case "invalid": self = .invalid
        case "skip": self = .skip(value["reason"]?.string ?? "")
        default: return nil
        }
    }
}

extension Finding {
    /// The finding as a JSON object.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("code", .string(code.rawValue)), .init("level", .string(level.rawValue)),
            .init("line", .integer(line)),
        ]
        if let column { members.append(.init("column", .string(column))) }
        if let value { members.append(.init("value", .string(value))) }
        members.append(.init("advice", .string(advice)))
        return .object(members)
    }

    /// Reads a finding back; `nil` if it is none.
    public init?(_ value: JSONValue) {
        guard let code = value["code"]?.string.flatMap(Code.init), let line = value["line"]?.integer else { return nil }
        self.init(
            code, line: line, column: value["column"]?.string, value: value["value"]?.string,
            advice: value["advice"]?.string ?? "")
    }
}
