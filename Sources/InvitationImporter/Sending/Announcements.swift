import CurlMulti

/// Attempts whose intents the journal gets before the sender asks for the attempts. A slot that becomes free then need
/// not wait for the disk.
struct Announcements {
    /// An attempt whose intent the journal gets before the attempt starts.
    struct Announcement {
        let key: InvitationKey
        let number: Int
        let body: [UInt8]
        let asked: Doubt.Asked
    }

    /// Attempts whose intents are written and are being made durable.
    private var announcing: [InvitationKey: Int] = [:]
    /// Attempts that have not started, with durable intents.
    private var announced: [InvitationKey: Int] = [:]

    /// How many attempts have started while intents are being made durable, and how many the time before.
    private var started = 0
    private var startedBefore = 0
    /// How many have started since the last intents were written, when that was, and how many start in ``span``.
    private var startedSince = 0
    private var lastWritten: Instant?
    private var startedInSpan = 0

    /// Half of what is announced should last this long: to make anything durable costs the processor as much as a
    /// person or two, however fast the disk is.
    private static let span: Duration = .milliseconds(5)

    /// The most attempts that may be announced and not started, if there are not more slots than these.
    private static let limit = 256

    /// How many attempts may be announced and not started: as many as there are slots, or more if the disk is slower
    /// than the server, or the server so fast that the disk would never rest. Then those announced must last until the
    /// next ones are durable, and half of them are announced at a time.
    func room(slots: Int) -> Int { max(slots, min(max(3 * startedBefore, 2 * startedInSpan), Self.limit)) }

    /// Whether intents are being made durable.
    var isSyncing: Bool { !announcing.isEmpty }

    /// Whether an attempt's intent is durable.
    func isDurable(_ attempt: Attempt) -> Bool { announced[attempt.invitation.key] == attempt.number }

    /// Whether an attempt's intent is written, durable or not.
    func isWritten(_ attempt: Attempt) -> Bool {
        isDurable(attempt) || announcing[attempt.invitation.key] == attempt.number
    }

    /// Notes that these intents have been written and are being made durable.
    mutating func wrote(_ announcements: [Announcement], at now: Instant) {
        (started, startedBefore) = (0, started)
        if let lastWritten, now > lastWritten {
            startedInSpan = Int(Double(startedSince) * (Self.span / (now - lastWritten)))
        }
        (startedSince, lastWritten) = (0, now)
        for announcement in announcements { announcing[announcement.key] = announcement.number }
    }

    /// Notes that all written intents are durable.
    mutating func synced() {
        announced.merge(announcing) { $1 }
        announcing = [:]
    }

    /// Notes that an attempt starts.
    mutating func starts(_ key: InvitationKey) {
        if isSyncing { started += 1 }
        startedSince += 1
        forget(key)
    }

    /// Forgets an attempt that its row no longer needs.
    mutating func forget(_ key: InvitationKey) {
        announced[key] = nil
        announcing[key] = nil
    }

    /// Gives out all announced attempts that have not started, and forgets them.
    mutating func takeAll() -> [(key: InvitationKey, number: Int)] {
        defer { (announced, announcing) = ([:], [:]) }
        return announced.merging(announcing) { $1 }.map { ($0.key, $0.value) }
    }
}

// MARK: - Invariants

extension Announcements {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(announcing.keys.allSatisfy { announced[$0] == nil }, "An attempt is announced twice.")
        precondition(announced.values.allSatisfy { $0 > 0 }, "An attempt has no number.")
    }
}
