import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a server lets this program see, found out by reading alone.
public struct ServerExamination: Sendable {
    /// The roles, groups and organizations, and what could not be read.
    public internal(set) var snapshot = ServerSnapshot()
    /// How many invitations an organization has; no number where the list could not be read.
    public internal(set) var invitations: [String: Int] = [:]
    /// How many members an organization has; no number where the list could not be read.
    public internal(set) var members: [String: Int] = [:]
    /// How far the server's clock is ahead of this machine's, at least; below zero if it is behind. `nil` if no reply
    /// had the time. A reply gives whole seconds and takes its time, so that clocks which agree show up to some seconds
    /// below zero.
    public internal(set) var clockAhead: Duration?
    /// What the token says about itself; `nil` for a token that says nothing.
    public internal(set) var token: TokenClaims?
    /// Why reading stopped early; `nil` if it did not.
    public var stop: StopReason?
    /// How many requests it took.
    public internal(set) var requests = 0
    /// How long it took.
    public internal(set) var elapsed: Duration = .zero

    /// Makes an examination that found nothing.
    public init() {}
}

extension ServerSession {
    /// Reads what the server has. Sends nothing that changes it.
    ///
    /// - Parameter organizations: The organizations whose invitations and members are counted.
    /// - Throws: `TransportFailure` if the transport is broken.
    public func examine(_ organizations: [String]) throws -> ServerExamination {
        sender.beginPreflight(organizations, for: [], at: wire.now)
        var (invitations, members): ([String: Int], [String: Int]) = ([:], [:])
        var examination = ServerExamination()
        examination.stop = try read(
            ReadingWork(self, waitsForAll: false) { request, page in
                switch request.list {
                case .invitations: Self.count(page, request, &invitations)
                case .members: Self.count(page, request, &members)
                case .roles, .groups, .organizations: break
                }
            })
        examination.snapshot = sender.snapshot
        (examination.invitations, examination.members) = (invitations, members)
        examination.clockAhead = sender.serverTime(at: wire.now).map {
            .seconds($0.timeIntervalSince(context.wallClock()))
        }
        examination.token = api.token.flatMap { TokenClaims($0.secret) }
        (examination.requests, examination.elapsed) = (requests, preflightTime)
        return examination
    }

    /// Adds a page's entries. A list that is read again begins with its first page.
    private static func count(_ page: ListPage, _ request: ListRequest, _ counts: inout [String: Int]) {
        let before = request.pageToken == nil ? 0 : counts[request.organization] ?? 0
        counts[request.organization] = before + page.count
    }
}
