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
