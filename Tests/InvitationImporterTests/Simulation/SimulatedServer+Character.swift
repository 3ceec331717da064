import InvitationImporter

extension SimulatedServer {
    /// What a seed can make of a server.
    struct Character {
        var latency: ClosedRange<Int> = 1...200
        /// Shares of requests, in percent.
        var lostBefore = 0
        var lostAfter = 0
        var neverLeft = 0
        var errorBefore = 0
        var errorAfter = 0
        var turnedAway = 0
        var cutBody = 0
        var othersInvite = 0
        var refusesPeople = 0
        /// Requests a second that are admitted; `nil` for all.
        var limit: Double?
        var retryAfters: [String?] = [nil]
        var acceptsDuplicates = false
        var listsAllowed = true
        var listLag: Duration = .zero
        /// Share of entries, in percent, that are missing from one reading, as from a replica that is behind, and are
        /// there in the readings before and after it.
        var flickers = 0
        /// Share of readings, in percent, that come from a replica, and how far it is behind.
        var replica = 0
        var replicaLag: Duration = .zero
        /// Share of entries, in percent, that leave the list for good at a reading after one that showed them.
        var leaves = 0
        /// Share of new invitations, in percent, whose entry in the list lacks something.
        var newGaps = 0
        var listPage = 7
        var listShuffled = false
        var outage: ClosedRange<Duration>?
        /// How long a token is good for; `nil` for one that was given once and never ends.
        var tokenLife: Duration?
        /// Whether tokens speak for the organization, so that its members may be read.
        var tokensNameOrganization = false
        /// Whether its members may be read at all.
        var membersAllowed = true
        /// How it expresses itself.
        var speech = SimulatedSpeech()
        /// Until when its list of invitations is in trouble.
        var listTroubleUntil: Duration = .zero
        /// Share of later pages of its list that fail, in percent.
        var laterPageFails = 0
        /// The most entries of a page that it manages; `nil` for any number.
        var largestPage: Int?
        /// The most entries that its list shows of all; `nil` for all of them.
        var cap: Int?
        /// What stands beside a list that is cut short, by names and values that nobody knows; `nil` for nothing.
        var wordForMore: JSONValue.Member?
        /// Whether a list that is cut short shows the newest entries.
        var capsToNewest = false
        /// When everybody is refused for the same reason.
        var lockout: ClosedRange<Duration>?

        /// Whether entries are missing from its list and nothing in it says so.
        var hidesEntries: Bool { cap != nil && (speech.total == nil && wordForMore == nil || speech.list == .bare) }
    }
}
