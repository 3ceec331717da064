// MARK: - Keeping what the lists showed

extension FollowUp {
    /// Keeps the statuses in the run directory, and writes its reports again, so that the page shows them. Sends
    /// nothing, and leaves the journal as it is.
    ///
    /// - Throws: ``RunError`` if another process works on the run, or if it cannot be written.
    public func keepStatuses() throws {
        guard statuses.unread.isEmpty else { return }
        for run in runs { try keepStatuses(of: run) }
    }

    private func keepStatuses(of run: FollowedRun) throws {
        try run.directory.checkIsOurs()
        let lock = try RunLock(run.directory.file("lock"))
        let written = Result { try writeStatuses(of: run) }
        lock.release()
        try written.get()
        _ = try StoredRun(run.directory).report(at: wallClock())
    }

    private func writeStatuses(of run: FollowedRun) throws {
        let file = try OutputFile(run.directory.file(StatusFile.name))
        do {
            try file.write(StatusFile.head(at: wallClock().timestamp))
            try invitations(of: run) { invitation, status in
                guard let id = invitation.id else { return }
                try file.write(StatusFile.line(id, invitation.key.organization, status))
            }
            try file.commit()
        } catch {
            file.discard()
            throw error
        }
    }
}
