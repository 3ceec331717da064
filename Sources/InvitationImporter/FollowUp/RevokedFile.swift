import SystemPackage

/// `revoked.csv`: one line for each invitation of a run, with the outcome of its revocation.
struct RevokedFile {
    private static let columns = [
        "email", "organization", "invitation_id", "outcome", "reason", "http_status", "attempts", "request_id", "at",
    ]
    private let file: OutputFile

    /// Begins the file.
    init(_ directory: RunDirectory) throws(RunError) {
        file = try OutputFile(directory.file("revoked.csv"), mark: .ifNeeded)
        try file.write(record: Self.columns)
    }

    func write(
        _ invitation: SentInvitation, _ outcome: RevocationOutcome, _ reason: String?,
        _ revocation: JournalState.Revocation?, _ details: JournalLine.Ended?
    ) throws(RunError) {
        let attempts = revocation?.attempts ?? 0
        let cells = [
            invitation.key.email, invitation.key.organization, Printable.escape(invitation.id ?? ""), outcome.rawValue,
            reason ?? "", details?.status.map(String.init) ?? "", attempts > 0 ? String(attempts) : "",
            Printable.escape(details?.requestID ?? ""), details?.at ?? "",
        ]
        try file.write(record: cells.map { SpreadsheetSafe.escape($0) })
    }

    func commit() throws(RunError) {
        try file.commit()
    }
}
