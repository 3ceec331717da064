/// Reads the two lines that every person takes, as ``JournalLine/write(into:)`` nearly always writes them.
extension JournalLine {
    /// Reads such a line; `nil` for any other, which is read from the tree of its JSON.
    ///
    /// - Parameter bytes: The line without its checksum, and without the brace at its end.
    init?(scanning bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = OwnJSONScanner(bytes)
        if scanner.takes("{\"intent\":") {
            guard let intent = Intent(&scanner), scanner.isAtEnd else { return nil }
            self = .intent(intent)
        } else if scanner.takes("{\"outcome\":") {
            guard let ended = Ended(&scanner), scanner.takes(",\"outcomeIs\":"),
                let outcome = scanner.text().flatMap(Outcome.init), scanner.isAtEnd
            else { return nil }
            self = .outcome(ended, outcome)
        } else if scanner.takes("{\"answer\":") {
            guard let ended = Ended(&scanner), scanner.isAtEnd else { return nil }
            self = .answer(ended)
        } else {
            return nil
        }
    }
}

extension JournalLine.Intent {
    fileprivate init?(_ scanner: inout OwnJSONScanner) {
        guard let key = scanner.text(), scanner.takes(",\"attempt\":"), let attempt = scanner.number(),
            scanner.takes(",\"body\":"), let digest = scanner.text(),
            scanner.takes(",\"at\":"), let at = scanner.text(),
            let serverTime = scanner.optional(",\"serverTime\":", { $0.text() }),
            let roles = scanner.optional(",\"roles\":", { $0.texts() }),
            let groups = scanner.optional(",\"groups\":", { $0.texts() }),
            let before = scanner.optional(",\"before\":", { $0.texts() })
        else { return nil }
        self.init(
            key: key, attempt: attempt, digest: digest, at: at, serverTime: serverTime,
            asked: .init(roles: roles ?? [], groups: groups ?? []), idsBefore: before ?? [])
    }
}

extension JournalLine.Ended {
    fileprivate init?(_ scanner: inout OwnJSONScanner) {
        guard let key = scanner.text(), scanner.takes(",\"attempt\":"), let attempt = scanner.number(),
            scanner.takes(",\"class\":"), let result = scanner.text().flatMap(AttemptResult.init),
            let status = scanner.optional(",\"status\":", { $0.number() }),
            let reason = scanner.optional(",\"reason\":", { $0.text() }),
            let id = scanner.optional(",\"id\":", { $0.text() }),
            let expiresAt = scanner.optional(",\"expiresAt\":", { $0.text() }),
            let requestID = scanner.optional(",\"requestId\":", { $0.text() }),
            scanner.takes(",\"sentAt\":"), let sentAt = scanner.text(), scanner.takes(",\"at\":"),
            let at = scanner.text()
        else { return nil }
        self.init(
            key: key, attempt: attempt, result: result, status: status, reason: reason, invitationID: id,
            expiresAt: expiresAt, requestID: requestID, sentAt: sentAt, at: at)
    }
}
