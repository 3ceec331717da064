// MARK: - Lines from templates

/// Every person takes two of these lines, so they are written as bytes, without a value for each member. They are the
/// bytes that ``JournalLine/members`` gives.
extension JournalLine {
    /// Appends the line with its checksum and line feed.
    func write(into bytes: inout [UInt8]) {
        let start = bytes.count
        switch self {
        case .intent(let intent): intent.write(into: &bytes)
        case .answer(let ended): ended.write("{\"answer\":", into: &bytes)
        case .outcome(let ended, let outcome):
            ended.write("{\"outcome\":", into: &bytes)
            bytes.add(",\"outcomeIs\":", outcome.rawValue)
        case .header, .snapshot, .revoking, .revocationAnswer, .revocation, .end:
            bytes += ChecksummedLine.bytes(members)
            return
        }
        ChecksummedLine.end(&bytes, from: start)
    }
}

extension JournalLine.Intent {
    fileprivate func write(into bytes: inout [UInt8]) {
        bytes.add("{\"intent\":", key)
        bytes.add(",\"attempt\":", attempt)
        bytes.add(",\"body\":", digest)
        bytes.add(",\"at\":", at)
        if let serverTime { bytes.add(",\"serverTime\":", serverTime) }
        bytes.add(",\"roles\":", asked.roles)
        bytes.add(",\"groups\":", asked.groups)
        bytes.add(",\"before\":", idsBefore)
    }
}

extension JournalLine.Ended {
    fileprivate func write(_ name: StaticString, into bytes: inout [UInt8]) {
        bytes.add(name, key)
        bytes.add(",\"attempt\":", attempt)
        bytes.add(",\"class\":", result.rawValue)
        if let status { bytes.add(",\"status\":", status) }
        if let reason { bytes.add(",\"reason\":", reason) }
        if let invitationID { bytes.add(",\"id\":", invitationID) }
        if let expiresAt { bytes.add(",\"expiresAt\":", expiresAt) }
        if let requestID { bytes.add(",\"requestId\":", requestID) }
        bytes.add(",\"sentAt\":", sentAt)
        bytes.add(",\"at\":", at)
    }
}
