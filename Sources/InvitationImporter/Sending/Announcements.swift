/// The attempts that the journal is told of before the sender asks for them, so that a slot that gets free need not wait
/// for the disk.
struct Announcements {
    /// An attempt that the journal is told of before it starts.
    struct Announcement {
        let key: InvitationKey
        let number: Int
        let body: [UInt8]
        let asked: Doubt.Asked
    }

    /// Those whose intents are written and are being made durable.
    private var announcing: [InvitationKey: Int] = [:]
    /// Those whose intents are durable although they have not started.
    private var announced: [InvitationKey: Int] = [:]

    /// Whether some are being made durable.
    var isSyncing: Bool { !announcing.isEmpty }

    /// Whether an attempt's intent is durable.
    func isDurable(_ attempt: Attempt) -> Bool { announced[attempt.invitation.key] == attempt.number }

    /// Whether an attempt's intent is written, durable or not.
    func isWritten(_ attempt: Attempt) -> Bool {
        isDurable(attempt) || announcing[attempt.invitation.key] == attempt.number
    }

    /// These have been written, and are being made durable.
    mutating func wrote(_ announcements: [Announcement]) {
        for announcement in announcements { announcing[announcement.key] = announcement.number }
    }

    /// All that has been written is durable.
    mutating func synced() {
        announced.merge(announcing) { $1 }
        announcing = [:]
    }

    /// An attempt starts, or its row needs none any more.
    mutating func forget(_ key: InvitationKey) {
        announced[key] = nil
        announcing[key] = nil
    }

    /// All that were announced and have not started.
    mutating func takeAll() -> [(key: InvitationKey, number: Int)] {
        defer { (announced, announcing) = ([:], [:]) }
        return announced.merging(announcing) { $1 }.map { ($0.key, $0.value) }
    }
}
