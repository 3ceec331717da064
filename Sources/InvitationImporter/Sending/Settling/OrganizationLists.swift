import CurlMulti

/// What is known about one organization's list, and who waits for it.
struct OrganizationLists {
    /// Whether the list can be read.
    enum Access: Hashable {
        /// The snapshot before the first attempt is being read.
        case reading
        case allowed
        /// Why not, in words.
        case denied(String)

        /// Why not, in words; `nil` if it is not denied.
        var reason: String? {
            if case .denied(let words) = self { words } else { nil }
        }
    }

    var access = Access.reading
    var settlement: Settlement
    /// Rows that wait for the snapshot, in order.
    var held: [Int] = []
    /// The requests for its pages.
    var pages = PageFetch()

    init(_ organization: String, delay: Duration, at now: Instant) {
        settlement = Settlement(organization: organization, delay: delay)
        settlement.begin(at: now, isSnapshot: true)
    }

    /// When a page should be asked for; `nil` if none should.
    ///
    /// - Parameter isLast: Whether nothing else is left to do.
    func due(isLast: Bool, at now: Instant) -> Instant? {
        guard pages.request == nil else { return nil }
        switch access {
        case .denied: return nil
        case .reading: return pages.again ?? now
        case .allowed: return settlement.isSweeping ? pages.again ?? now : settlement.due(isLast: isLast)
        }
    }
}

// MARK: - What comes back

extension OrganizationLists {
    /// How often a page is asked for before the import does without the list, at the beginning.
    static let triesToRead = 3

    /// Takes a page.
    ///
    /// - Returns: The rows about which the list has decided.
    mutating func take(_ page: ListPage, at now: Instant) -> [(Settlement.Case, Settlement.Result)] {
        pages.came()
        let settled = settlement.take(page, at: now)
        if access == .reading, !settlement.isSweeping {
            access = settlement.hasSnapshot ? .allowed : .denied("it does not come to an end")
        }
        return settled
    }

    /// What follows from a page that did not come.
    mutating func failed(
        _ reply: ServerReply, _ policy: RetryPolicy, _ moment: ServerLists.Moment,
        using generator: inout some RandomNumberGenerator
    ) -> ServerLists.Effect {
        // Without the invitations somebody may be mailed again, so they are worth a longer wait.
        let tries = access == .reading ? Self.triesToRead * 2 : nil
        let failure = pages.failed(
            reply, tries: tries, pauseEnds: moment.pauseEnds, policy: policy, using: &generator, at: moment.now)
        guard case .over(let isNo) = failure else { return ServerLists.Effect() }
        if settlement.list == .members {
            return ServerLists.Effect(settled: withoutMembers(reply, at: moment.now), stop: moment.unreachable)
        }
        if reply.isPage {
            return ServerLists.Effect(stop: .wholeRun("\(reply.whyNoPage); check the API URL"))
        }
        return ServerLists.Effect(
            settled: withoutInvitations(reply, isNo: isNo, at: moment.now), stop: moment.unreachable)
    }

    private mutating func withoutInvitations(
        _ reply: ServerReply, isNo: Bool, at now: Instant
    ) -> [(Settlement.Case, Settlement.Result)] {
        if access == .reading {
            // Only a clear no lets rows go without the list. One that fails today may be read when it is needed.
            access = isNo ? .denied(reply.whyNoPage) : .allowed
        } else if isNo {
            // The right was taken away: whoever waits will not be found any more.
            access = .denied(reply.whyNoPage)
            return settlement.giveUp()
        }
        return settlement.failed(at: now)
    }

    /// Goes on without the list of members, which only a part of all tokens may read.
    private mutating func withoutMembers(
        _ reply: ServerReply, at now: Instant
    ) -> [(Settlement.Case, Settlement.Result)] {
        let settled = settlement.doWithoutMembers(because: reply.whyNoPage, at: now)
        if access == .reading, settlement.hasSnapshot { access = .allowed }
        return settled
    }
}
