extension PlannedRow {
    /// Reads a row as ``planLine`` nearly always writes it; `nil` for any other, which ``init(_:)`` reads from the tree
    /// of its JSON.
    ///
    /// - Parameter bytes: The line without its checksum, and without the brace at its end.
    init?(scanning bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = OwnJSONScanner(bytes)
        guard scanner.takes("{\"index\":"), let number = scanner.number(),
            scanner.takes(",\"input\":"), let input = scanner.number(),
            scanner.takes(",\"row\":"), let row = scanner.number(),
            scanner.takes(",\"line\":"), let line = scanner.number(),
            scanner.takes(",\"do\":\""), let (decision, there) = Self.decision(&scanner),
            let person = scanner.optional(",\"person\":", NamedPerson.init(scanning:)), scanner.isAtEnd
        else { return nil }
        self.init(
            number: number, place: RowPlace(input: input, row: row), line: line, decision: decision, findings: [],
            there: there, correction: nil, person: person)
    }

    private static func decision(_ scanner: inout OwnJSONScanner) -> (Decision, Outcome?)? {
        if scanner.takes("invite\",\"key\":") { return invitation(&scanner) }
        if scanner.takes("duplicate\",\"of\":") {
            guard let first = scanner.number(), let key = scanner.optional(",\"key\":", { $0.text() }) else {
                return nil
            }
            return (.duplicate(of: first, united: key.map(InvitationKey.init(text:))), nil)
        }
        guard scanner.takes("skip\",\"reason\":"), let reason = scanner.text() else { return nil }
        return (.skip(reason), nil)
    }

    private static func invitation(_ scanner: inout OwnJSONScanner) -> (Decision, Outcome?)? {
        guard let key = scanner.text(), scanner.takes(",\"organization\":"), let organization = scanner.text(),
            scanner.takes(",\"body\":{\"email\":"), let email = scanner.text(),
            let roles = scanner.optional(",\"roles\":", { $0.texts() }),
            let groups = scanner.optional(",\"groups\":", { $0.texts() }),
            let message = scanner.optional(",\"message\":", { $0.text() }), scanner.takes("}"),
            let there = scanner.optional(",\"there\":", { $0.text().flatMap(Outcome.init) }),
            let name = scanner.optional(",\"name\":", { $0.text() })
        else { return nil }
        let invitation = Invitation(
            organization: organization, email: email, key: InvitationKey(text: key), roles: roles ?? [],
            groups: groups ?? [], message: message, name: name)
        return (.invite(invitation), there)
    }
}

extension NamedPerson {
    fileprivate init?(scanning scanner: inout OwnJSONScanner) {
        guard scanner.takes("{\"email\":"), let email = scanner.text(),
            let name = scanner.optional(",\"name\":", { $0.text() }),
            let roles = scanner.optional(",\"roles\":", { $0.texts() }),
            let groups = scanner.optional(",\"groups\":", { $0.texts() }), scanner.takes("}")
        else { return nil }
        self.init(email: email, name: name ?? "", roles: roles ?? [], groups: groups ?? [])
    }
}
